/// A story as plain text.
extension AlertStory {
  /// Lines without line ends: headline, facts, edits, items.
  func plainLines(labels: AlertLabels) -> [String] {
    var lines = [headline]
    if let link { lines.append(link) }
    if !facts.isEmpty {
      lines.append("")
      lines += facts.map { "\($0.label): \($0.value)" }
    }
    for edit in edits { lines += ["", "[\(edit.label)]", edit.plain] }
    if !items.isEmpty { lines.append("") }
    for item in items { lines += ["- \(item.headline)"] + (item.link.map { ["  \($0)"] } ?? []) }
    if omitted > 0 { lines += ["", labels.more(omitted)] }
    if let lookUp { lines += ["", lookUp] }
    return lines
  }

  /// Lines joined up to `limit` UTF-8 bytes; a whole line is left out where it does not fit.
  static func joined(_ lines: [String], limit: Int) -> String {
    var text = ""
    for line in lines {
      let addition = (text.isEmpty ? "" : "\n") + line
      guard text.utf8.count + addition.utf8.count <= limit - 4 else {
        return text.isEmpty ? line.clipped(to: limit) : text + "\n…"
      }
      text += addition
    }
    return text
  }
}

extension AlertStory.Edit {
  /// `by 1 December [-2023-] {+2024+} at the latest`, the marks of a word diff.
  var plain: String {
    [
      contextBefore, before.isEmpty ? "" : "[-\(before)-]", after.isEmpty ? "" : "{+\(after)+}",
      contextAfter,
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
