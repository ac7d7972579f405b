package import BriefModel

/// `sources` for people, and a line a source for programs.
package enum SourcesText {
  package static func lines(_ sources: [SourceState], style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return records(sources, style: style) }
    var table = TextTable(["source", "state", "last success", "next poll", "kept"])
    for source in sources {
      table.append(
        [
          style.line(source.id.rawValue), mark(source.state) + " " + words(source.state),
          source.lastSuccess.map { Ages.relative($0, now: style.now) } ?? "never",
          source.nextPoll.map { Ages.relative($0, now: style.now) } ?? "-",
          grouped(source.publications),
        ], ink: ink(source.state))
    }
    return table.lines(style: style)
  }

  /// One source with all that is known of it.
  package static func details(_ source: SourceState, style: TextStyle) -> [String] {
    func moment(_ time: Timestamp?) -> String {
      time.map { "\(Ages.minute($0)) UTC (\(Ages.relative($0, now: style.now)))" } ?? "never"
    }
    var rows = [
      ("state", words(source.state) + (source.reason.map { ": " + style.line($0) } ?? "")),
      ("address", style.line(source.url)),
      ("moved to", source.movedTo.map(style.line) ?? ""), ("kind", source.kind.rawValue),
      ("last poll", moment(source.lastPoll)), ("last success", moment(source.lastSuccess)),
      ("next poll", source.nextPoll == nil ? "none planned" : moment(source.nextPoll)),
      ("kept", counted(source.publications, "publication")),
    ]
    if source.consecutiveFailures > 0 {
      let since = source.troubleSince.map { ", since \(Ages.minute($0)) UTC" } ?? ""
      rows.append(("failures", "\(grouped(source.consecutiveFailures)) in a row\(since)"))
    }
    rows.removeAll { $0.1.isEmpty }
    if let gap = source.gap { rows.append(("gap", GapWords.sentence(gap))) }
    rows += source.oddities.map { ("odd", sentence($0)) }
    return [style.paint(style.line(source.id.rawValue), .heading)]
      + rows.flatMap { name, value in
        Wrapping.lines(
          value, columns: style.columns, first: "  " + style.padded(name, to: 14),
          rest: String(repeating: " ", count: 16))
      }
  }

  /// A line a source, its fields with tabs between.
  ///
  /// - Parameter first: stands before each as a field of its own.
  static func records(
    _ sources: [SourceState], first: String? = nil, style: TextStyle
  ) -> [String] {
    sources.map { record($0, first: first, style: style) }
  }

  private static func record(_ source: SourceState, first: String?, style: TextStyle) -> String {
    // In bytes: a thousand sources are ten thousand fields.
    var line: [UInt8] = []
    line.reserveCapacity(200)
    func put(_ field: String) {
      if !line.isEmpty { line.append(UInt8(ascii: "\t")) }
      var field = field
      field.withUTF8 { line.append(contentsOf: $0) }
    }
    if let first { put(first) }
    // What is ours needs no making visible.
    put(style.line(source.id.rawValue))
    put(source.state.rawValue)
    put(source.lastSuccess?.rfc3339 ?? "-")
    put(source.nextPoll?.rfc3339 ?? "-")
    put(String(source.publications))
    put(String(source.consecutiveFailures))
    put(style.line(source.url))
    let reason = source.reason ?? (source.refusesPages ? sentence(.pagesRefused) : nil)
    put(reason.map(style.line) ?? "-")
    return String(decoding: line, as: UTF8.self)
  }

  static func mark(_ state: SourceState.State) -> String {
    switch state {
    case .ok: "="
    case .failing, .retired: "!"
    case .paused, .neverPolled: "-"
    }
  }

  static func words(_ state: SourceState.State) -> String {
    switch state {
    case .ok: "ok"
    case .failing: "failing"
    case .paused: "paused"
    case .retired: "gone for good"
    case .neverPolled: "never polled"
    }
  }

  static func ink(_ state: SourceState.State) -> TextStyle.Ink? {
    switch state {
    case .ok: nil
    case .failing, .retired: .trouble
    case .paused, .neverPolled: .faint
    }
  }

  package static func sentence(_ oddity: SourceOddity) -> String {
    switch oddity {
    case .duplicateIDs: "Several entries share an id but not a link; they are told apart by link."
    case .repeatedEntries: "Some entries stand in the feed more than once; the first counts."
    case .reusedIDs:
      "Ids stand for other publications than before; links and contents told them apart."
    case .changedIDs: "Old links came with new ids; they were recognised."
    case .emptied: "The feed came back empty; nothing was taken for withdrawn."
    case .textsMissing: "The text of some pages could not be had; they are asked for again."
    case .pagesRefused:
      "None of its pages has given a text for long, so that no edit of their texts is seen; they are asked for again."
    case .unreadableFiles: "Some files cannot be read; nothing is taken for withdrawn meanwhile."
    case .unreadableParts:
      "Some of its sitemaps cannot be read; nothing is taken for withdrawn meanwhile."
    case .brokenOff:
      "The document broke off; its last, unfinished entry does not count, and nothing is taken for withdrawn meanwhile."
    case .pagesWaiting: "Some pages were not read yet; a few are with each poll."
    }
  }
}

extension SourceState {
  /// It is polled well, and none of its entries' pages can be read.
  package var refusesPages: Bool { oddities.contains(.pagesRefused) }
}
