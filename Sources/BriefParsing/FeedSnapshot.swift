package import BriefModel

extension ParsedFeed {
  /// The feed in the terms of the domain: identities by the ladder, texts in sections, tracking
  /// parameters dropped.
  package func snapshot() -> Snapshot {
    Snapshot(
      feed: FeedFacts(
        title: title, link: link, language: language, updated: updated?.moment, manners: manners),
      entries: entries.compactMap { $0.normalised(in: self) }, deleted: deleted, isWhole: isWhole,
      isComplete: isComplete)
  }
}

extension ParsedEntry {
  /// `nil` when nothing tells the entry from another: it is empty.
  package func normalised(in feed: ParsedFeed) -> Entry? {
    guard let identity else { return nil }
    // The text of the publication if the feed has it, else what the feed says of it.
    let text = content.flatMap { $0.isEmpty ? nil : $0 } ?? summary
    let series = title.flatMap(SeriesNumber.init)
    return Entry(
      identity: identity, link: link.flatMap(absolute),
      content: Content(
        title: title, authors: authors, published: published?.moment ?? dateOfRSS(in: feed),
        number: number ?? series?.number,
        body: Body(sections: text?.sections ?? []).withoutCounters,
        enclosures: enclosures.filter { absolute($0.url) != nil }.map {
          Enclosure(url: withoutTrackingParameters($0.url), type: $0.type, length: $0.length)
        }),
      updated: updated?.moment, language: language ?? feed.language, publisher: publisher,
      series: series?.series, categories: distinctCategories)
  }

  /// Entry id, else canonical link, else title and date, else the file or the words.
  package var identity: Identity? {
    if let id, !id.isEmpty { return Identity(kind: .entryID, value: id) }
    if let link = link.flatMap({ canonicalLink($0) }) { return Identity(kind: .link, value: link) }
    let date = (published ?? updated).map { $0.moment?.rfc3339 ?? $0.raw } ?? ""
    if title?.isEmpty == false || !date.isEmpty {
      return Identity(kind: .digest, value: (title ?? "") + "\u{0}" + date)
    }
    // RSS 0.92 allows items of a description alone: the file that it speaks of, or its words, must
    // do.
    if let file = enclosures.first { return Identity(kind: .digest, value: file.url) }
    let words = (content ?? summary)?.sections.first?.text ?? ""
    return words.isEmpty ? nil : Identity(kind: .digest, value: String(words.prefix(200)))
  }

  /// In RSS `dc:date` is the date of publication where there is no `pubDate` (Dublin Core: a point
  /// in the life of the resource).
  private func dateOfRSS(in feed: ParsedFeed) -> Timestamp? {
    feed.format.isAtom || feed.format == .json10 || feed.format == .json11 ? nil : updated?.moment
  }

  private func absolute(_ link: String) -> String? { WebAddress(link).map { _ in link } }

  private var distinctCategories: [String] {
    var seen: Set<String> = []
    return categories.filter { seen.insert($0).inserted }
  }
}

/// Series and number as a title states them: `PISM Spotlight No 83/2021: ...`.
package struct SeriesNumber: Hashable, Sendable {
  /// `Spotlight`; `nil` where only a number stands.
  package var series: String?
  /// As printed, without "No".
  package var number: String

  /// `nil` unless the title has a number that is marked as one.
  package init?(title: String) {
    let words = title.split { $0 == " " || $0 == "\u{A0}" }
    // A number stands at the beginning of a title, behind the name of the series.
    for (index, word) in words.prefix(10).enumerated() {
      let isMark = Self.marks.contains(word.lowercased())
      let attached = Self.marks.lazy.filter { $0 != "no" && $0 != "nr" }.compactMap { mark in
        word.lowercased().hasPrefix(mark) ? word.dropFirst(mark.count) : nil
      }.first
      let candidate =
        isMark && index + 1 < words.count ? words[index + 1] : attached.map { Substring($0) }
      guard let candidate, let number = Self.number(candidate) else { continue }
      self.number = number
      let before = words[..<index].joined(separator: " ")
      series = Self.series(before)
      return
    }
    return nil
  }

  private static let marks = ["no.", "no", "nr", "nr.", "№", "n°", "issue", "#"]

  /// Digits, with a slash and a year or a second number: `83/2021`, `12`, `4(17)/2021`.
  private static func number(_ text: Substring) -> String? {
    var text = text
    while let last = text.last, ":.,;–—-|".contains(last) { text.removeLast() }
    guard let first = text.utf8.first, first.isASCIIDigit, text.utf8.count <= 16,
      text.utf8.allSatisfy({
        $0.isASCIIDigit || $0 == 0x2F || $0 == 0x28 || $0 == 0x29 || $0 == 0x2D
      })
    else { return nil }
    return String(text)
  }

  /// The kind of paper among the words before the number.
  private static func series(_ words: String) -> String? {
    let lowered = words.lowercased()
    return known.first { lowered.contains($0.lowercased()) } ?? (words.isEmpty ? nil : words)
  }

  private static let known = [
    "Policy Paper", "Policy Brief", "Working Paper", "Strategic File", "Research Paper",
    "Spotlight",
    "Bulletin", "Commentary", "Report", "Analysis", "Briefing", "Brief",
  ]
}
