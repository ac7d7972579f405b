import BriefModel

/// A story as HTML, in the few elements that every reader of mail and chat knows.
extension AlertStory {
  /// A fragment; all text in it is escaped.
  func html(labels: AlertLabels) -> String {
    var parts = ["<p><b>\(MarkupEscape.escaped(headline))</b></p>"]
    if let link {
      parts.append(
        "<p><a href=\"\(MarkupEscape.escaped(link))\">\(MarkupEscape.escaped(link))</a></p>")
    }
    if !facts.isEmpty {
      let lines = facts.map {
        "\(MarkupEscape.escaped($0.label)): \(MarkupEscape.escaped($0.value))"
      }
      parts.append("<p>\(lines.joined(separator: "<br>"))</p>")
    }
    for edit in edits {
      parts.append("<p><i>\(MarkupEscape.escaped(edit.label))</i><br>\(edit.html)</p>")
    }
    if !items.isEmpty {
      let lines = items.map { item in
        let text = MarkupEscape.escaped(item.headline)
        guard let link = item.link else { return "<li>\(text)</li>" }
        return "<li><a href=\"\(MarkupEscape.escaped(link))\">\(text)</a></li>"
      }
      parts.append("<ul>\(lines.joined())</ul>")
    }
    if omitted > 0 { parts.append("<p>\(MarkupEscape.escaped(labels.more(omitted)))</p>") }
    if let lookUp { parts.append("<p><code>\(MarkupEscape.escaped(lookUp))</code></p>") }
    return parts.joined(separator: "\n")
  }
}

extension AlertStory.Edit {
  fileprivate var html: String {
    let parts = [
      MarkupEscape.escaped(contextBefore),
      before.isEmpty ? "" : "<del>\(MarkupEscape.escaped(before))</del>",
      after.isEmpty ? "" : "<ins>\(MarkupEscape.escaped(after))</ins>",
      MarkupEscape.escaped(contextAfter),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
