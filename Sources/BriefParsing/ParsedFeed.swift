package import BriefModel

/// The formats that a feed is written in.
package enum FeedFormat: String, Hashable, Sendable, CaseIterable {
  case rss09 = "RSS 0.9"
  case rss091 = "RSS 0.91"
  case rss092 = "RSS 0.92"
  case rss10 = "RSS 1.0"
  case rss20 = "RSS 2.0"
  case rss = "RSS"
  case atom03 = "Atom 0.3"
  case atom10 = "Atom 1.0"
  case atom = "Atom"
  case json10 = "JSON Feed 1.0"
  case json11 = "JSON Feed 1.1"

  package var isAtom: Bool { self == .atom || self == .atom03 || self == .atom10 }
}

/// A feed as its publisher wrote it, before anything is normalised.
package struct ParsedFeed: Sendable {
  package var format: FeedFormat
  package var title: String?
  package var link: String?
  package var language: String?
  package var updated: StatedDate?
  package var manners = FeedManners()
  /// The feed's own address, `link rel=self`.
  package var selfLink: String?
  /// RFC 5005: where the next older page or archive is.
  package var next: String?
  package var previousArchive: String?
  /// RFC 5005, 2: everything is listed.
  package var isComplete = false
  /// RFC 5005, 4: this document is one of the archives.
  package var isArchive = false
  /// In document order; empty when the entries went to a sink.
  package var entries: [ParsedEntry] = []
  package var deleted: [DeletedEntry] = []
  /// The document was read to its end, and its end was there.
  package var isWhole = true
  package var encoding: TextEncoding = .utf8
  package var oddities: [FeedOddity: Int] = [:]

  package init(format: FeedFormat) { self.format = format }
}

/// One item of a feed.
package struct ParsedEntry: Hashable, Sendable {
  /// RSS `guid`, Atom `id`, `rdf:about`, JSON `id`.
  package var id: String?
  package var title: String?
  /// Absolute, http or https; relative where the document's own address is unknown.
  package var link: String?
  package var published: StatedDate?
  package var updated: StatedDate?
  package var authors: [String] = []
  package var categories: [String] = []
  package var summary: MarkedText?
  package var content: MarkedText?
  package var enclosures: [Enclosure] = []
  package var language: String?
  package var publisher: String?
  /// PRISM `number`.
  package var number: String?

  package init() {}
}

/// A date as it was printed, and what it means, if it means anything.
package struct StatedDate: Hashable, Sendable {
  /// At most 160 bytes of it.
  package var raw: String
  package var date: FeedDate?

  package init(raw: String, date: FeedDate?) {
    self.raw = raw
    self.date = date
  }

  package var moment: Timestamp? { date?.moment }
}

/// What is unusual about a feed and worth telling the person who follows it.
package enum FeedOddity: Hashable, Sendable {
  case encodingMislabelled
  case bytesReplaced
  case illFormed
  case undeclaredPrefix
  case entityNotExpanded
  case cutOff
  case textAfterEnd
  case dateUnreadable
  case linkNotWeb
  case duplicateID
  case entryWithoutIdentity
  case crossed(CrossedLimit)
}
