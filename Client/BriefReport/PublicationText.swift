package import BriefClient
import BriefModel

/// `show` for people: a publication as one wants to read it.
package enum PublicationText {
  package static func lines(_ reading: Reading, style: TextStyle) -> [String] {
    masthead(reading, style: style) + topics(reading, style: style)
      + claims(reading, style: style) + text(reading, style: style)
      + footer(reading, style: style)
  }

  private static func masthead(_ reading: Reading, style: TextStyle) -> [String] {
    let publication = reading.publication
    let content = reading.version.content
    let series = [publication.reference.series, content.number].compactMap { $0 }
      .joined(separator: " ")
    var above = [publication.publisher, series.isEmpty ? nil : series].compactMap { $0 }
    if above.isEmpty { above = [publication.reference.source.rawValue] }
    if let published = content.published { above.append(published.day.description) }
    var lines = [
      style.cut(above.map(style.line).joined(separator: style.spelled(" · ")), to: style.columns)
    ]
    lines += Wrapping.lines(
      content.title.map(style.line) ?? "(no title)", columns: style.columns
    ).map { style.paint($0, .heading) }
    if !content.authors.isEmpty {
      lines += Wrapping.lines(
        "by " + content.authors.map(style.line).joined(separator: ", "), columns: style.columns)
    }
    return lines + standing(reading, style: style)
  }

  /// What a reader must know before reading on: withdrawn, or not the newest version.
  private static func standing(_ reading: Reading, style: TextStyle) -> [String] {
    let publication = reading.publication
    var lines: [String] = []
    switch publication.presence {
    case .withdrawn(let reason):
      lines += Wrapping.lines("! Withdrawn: \(sentence(reason))", columns: style.columns)
        .map { style.paint($0, .trouble) }
    case .missing(let polls):
      lines.append("? Missing from the feed for \(counted(polls, "poll")).")
    case .rolledOff, .present: break
    }
    if let reason = reading.missingText {
      let what =
        reading.version.content.body == nil
        ? "The page's text is missing" : "What follows is older than the last visit to the page"
      lines += Wrapping.lines("? \(what): \(style.line(reason))", columns: style.columns)
    }
    let (number, newest) = (reading.version.number, publication.versions)
    if number < newest {
      lines += Wrapping.lines(
        "This is version \(number) of \(newest): brief-sync diff \(publication.reference.id.short) \(number) \(newest)",
        columns: style.columns)
    } else if newest > 1 {
      lines += Wrapping.lines(
        "Version \(number), \(reading.version.differences.isEmpty ? "read anew" : "edited") \(Ages.relative(reading.version.firstSeen, now: style.now)): brief-sync diff \(publication.reference.id.short)",
        columns: style.columns)
    }
    return lines
  }

  private static func sentence(_ reason: Presence.Withdrawal) -> String {
    switch reason {
    case .gone: "its page is gone."
    case .declared: "the publisher says so."
    case .notInCompleteFeed: "it is not in the list of everything."
    case .missing: "it left the feed while older ones stayed."
    }
  }

  private static func topics(_ reading: Reading, style: TextStyle) -> [String] {
    guard !reading.mentions.isEmpty else { return [] }
    var lines = ["", style.paint("Topics", .heading)]
    var topic: TopicID?
    for mention in reading.mentions {
      // One passage a topic says why; all of them are in --json.
      guard mention.topic != topic else { continue }
      topic = mention.topic
      lines.append("  " + style.line(mention.topic.rawValue))
      lines += Wrapping.lines(
        style.spelled("“") + style.line(mention.passage) + style.spelled("”"),
        columns: style.columns, first: "      "
      ).map { style.paint($0, .faint) }
    }
    return lines
  }

  private static func claims(_ reading: Reading, style: TextStyle) -> [String] {
    guard !reading.claims.isEmpty else { return [] }
    var lines = ["", style.paint("Dated claims", .heading)]
    for claim in reading.claims {
      var words = [period(claim), claim.kind.rawValue]
      if let topic = claim.topic { words.append(style.line(topic.rawValue)) }
      if claim.isNegated { words.append("negated") }
      if claim.isHedged { words.append("hedged") }
      if claim.isSuperseded { words.append("moved since") }
      words += outcome(claim)
      lines += Wrapping.lines(
        words.joined(separator: style.spelled(" · ")), columns: style.columns, first: "  ",
        rest: "    ")
      lines += Wrapping.lines(
        style.spelled("“") + style.line(claim.passage) + style.spelled("”"),
        columns: style.columns, first: "      "
      ).map { style.paint($0, .faint) }
    }
    return lines
  }

  /// What the sentence says became of it.
  static func outcome(_ claim: DatedClaim) -> [String] {
    (claim.isProposed ? ["only proposed"] : [])
      + (claim.isUnsettled ? ["not said to have happened"] : [])
      + (claim.callingOff.map { [$0.rawValue] } ?? [])
  }

  static func period(_ claim: DatedClaim) -> String {
    switch (claim.start, claim.end) {
    case (let start?, let end?): start == end ? "\(start)" : "\(start) to \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "by \(end)"
    case (nil, nil): "undated"
    }
  }

  private static func text(_ reading: Reading, style: TextStyle) -> [String] {
    guard let body = reading.version.content.body else {
      return ["", "(The text could not be read.)"]
    }
    return body.sections.flatMap { section -> [String] in
      var lines: [String] = []
      if let heading = section.heading {
        lines.append("")
        lines += Wrapping.lines(style.line(heading), columns: style.columns)
          .map { style.paint($0, .heading) }
      }
      for paragraph in paragraphs(section.text) {
        lines.append("")
        // Longer lines than a book's are hard to read.
        lines += Wrapping.lines(style.line(paragraph), columns: min(style.columns, 88))
      }
      return lines
    }
  }

  /// Paragraphs stand between blank lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line: Substring in text.split(separator: "\n", omittingEmptySubsequences: false) + [""] {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: " "))
        lines = []
      }
    }
    return paragraphs
  }

  private static func footer(_ reading: Reading, style: TextStyle) -> [String] {
    let publication = reading.publication
    var rows: [(String, String)] = []
    if let link = reading.version.link { rows.append(("link", style.line(link))) }
    for enclosure in reading.version.content.enclosures {
      rows.append(("file", style.line(enclosure.url)))
    }
    rows.append(("source", style.line(publication.reference.source.rawValue)))
    if let language = publication.language { rows.append(("language", style.line(language))) }
    let seen = Ages.minute(publication.firstSeen)
    rows.append(("first seen", "\(seen) UTC, \(counted(publication.versions, "version"))"))
    rows.append(("id", publication.reference.id.hexadecimal))
    rows.append(("content", reading.version.id.hexadecimal))
    return [""]
      + rows.flatMap { name, value in
        let label = style.padded(name, to: 12)
        let lines = Wrapping.lines(
          value, columns: style.columns, first: label, rest: String(repeating: " ", count: 12))
        return lines.enumerated().map { index, line in
          index == 0 ? style.paint(label, .faint) + line.dropFirst(label.count) : line
        }
      }
  }
}
