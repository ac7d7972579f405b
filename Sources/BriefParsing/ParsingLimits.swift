/// What a document may cost. Each limit has the key of the configuration that raises it.
package struct ParsingLimits: Hashable, Sendable {
  /// Bytes after decompression and in UTF-8. The largest real feeds, with ten thousand full texts,
  /// stay below 32 MiB.
  package var decodedBytes = 32 << 20
  /// Archives list thousands of entries, no feed that is polled more than ten thousand.
  package var entries = 10_000
  /// Addresses of one sitemap: the protocol's own limit (sitemaps.org, 0.9).
  package var sitemapPages = 50_000
  /// Open elements, or arrays and objects in JSON. Pasted word-processor markup reaches fifty.
  package var depth = 256
  /// Attributes of one element; those beyond are left out.
  package var attributes = 256
  /// Bytes of one field. A book-length report is half a megabyte; what is longer is cut and marked.
  package var fieldBytes = 1 << 20
  /// Bytes of a name or a URL, as web servers accept them; a longer one is left out.
  package var nameBytes = 8 << 10
  /// Bytes of one tag with its attributes: an attribute with a whole text in it still passes.
  package var tagBytes = 1 << 20
  /// Names in the lists of one entry (authors, categories, enclosures), each.
  package var listItems = 256

  package init() {}
}

/// A limit that a document crossed.
package enum CrossedLimit: String, Hashable, Sendable, CaseIterable {
  case decodedBytes, entries, depth, attributes, fieldBytes, nameBytes, tagBytes, listItems,
    sitemapPages

  /// The key of the configuration that raises the limit.
  package var key: String {
    switch self {
    case .decodedBytes: "limits.decoded-bytes"
    case .entries: "limits.entries"
    case .depth: "limits.depth"
    case .attributes: "limits.attributes"
    case .fieldBytes: "limits.field-bytes"
    case .nameBytes: "limits.name-bytes"
    case .tagBytes: "limits.tag-bytes"
    case .listItems: "limits.list-items"
    case .sitemapPages: "limits.sitemap-pages"
    }
  }

  /// What is too large, as a noun phrase.
  package var subject: String {
    switch self {
    case .decodedBytes: "the document"
    case .entries: "the number of entries"
    case .depth: "the nesting of elements"
    case .attributes: "the number of attributes of an element"
    case .fieldBytes: "a text field"
    case .nameBytes: "a name or an address"
    case .tagBytes: "a tag with its attributes"
    case .listItems: "a list within an entry"
    case .sitemapPages: "the number of addresses"
    }
  }
}
