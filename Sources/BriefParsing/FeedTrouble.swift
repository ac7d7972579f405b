/// Why bytes could not be read as a feed.
package enum FeedTrouble: Error, Hashable, Sendable {
  /// Nothing but white space, or nothing at all.
  case empty
  /// Something else, as far as it can be told.
  case notAFeed(Found)
  /// JSON that breaks off or breaks the grammar (RFC 8259), at a byte.
  case brokenJSON(offset: Int)
  case limit(CrossedLimit)
  /// The document could not be fetched from where it lies.
  case unreadable(reason: String)

  /// What a document turned out to be.
  package enum Found: Hashable, Sendable {
    case html
    case opml
    case sitemap
    /// Compressed bytes that nobody unpacked.
    case compressed
    case pdf
    /// JSON without the version and items of a JSON Feed.
    case otherJSON
    /// XML with another root element; its name, made safe to print.
    case otherXML(root: String)
    case text
    case binary
  }

  /// One sentence for a person, and what to do next.
  package var sentence: String {
    switch self {
    case .empty: "The document is empty. Try again later, or look at the address in a browser."
    case .notAFeed(let found): found.sentence
    case .brokenJSON(let offset):
      "The JSON breaks off or is malformed at byte \(offset). Try again later, and tell the publisher if it stays so."
    case .limit(let limit):
      "Refused, because \(limit.subject) is over the limit. Raise \(limit.key) if the source is to be trusted."
    case .unreadable(let reason): "The document could not be read: \(reason)."
    }
  }
}

extension FeedTrouble.Found {
  var sentence: String {
    switch self {
    case .html:
      "This is a web page, not a feed. Give the address of the site's feed: the page's source names it in a link with rel=alternate."
    case .opml:
      "This is an OPML list of feeds. Configure the feeds that it names, each as a source of its own."
    case .sitemap: "This is a sitemap, not a feed. Add it as a source of kind sitemap."
    case .compressed: "This is a compressed file. Unpack it first."
    case .pdf: "This is a PDF document, not a feed. Use `brief-sync extract` for it."
    case .otherJSON:
      "This is JSON, but not a JSON Feed: version and items are missing. Check the address."
    case .otherXML(let root):
      "This is XML with the root element <\(root)>, not a feed. Check the address."
    case .text: "This is text, not a feed. Check the address."
    case .binary:
      "These bytes are no text in any encoding known here, and no feed. Check the address."
    }
  }
}
