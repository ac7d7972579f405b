/// What a publisher says in a publication: the fields whose difference makes a new version, and
/// nothing else.
///
/// Markup, white space, tracking parameters and the feed's own time stamps are no content (see the
/// article <doc:WhatCountsAsAChange>). A field that the publisher did not give is `nil`, which is
/// not the same as an empty one.
public struct Content: Hashable, Sendable {
  /// Plain text, white space collapsed.
  public var title: String?
  /// In the publisher's order.
  public var authors: [String]
  /// The date of publication that the publisher states.
  public var published: Timestamp?
  /// The number within the series, as printed: `83/2021`.
  public var number: String?
  /// `nil` when no text could be had (a PDF that cannot be read), empty when the publisher gave
  /// none.
  public var body: Body?
  /// In document order.
  public var enclosures: [Enclosure]

  public init(
    title: String? = nil, authors: [String] = [], published: Timestamp? = nil,
    number: String? = nil,
    body: Body? = nil, enclosures: [Enclosure] = []
  ) {
    self.title = title
    self.authors = authors
    self.published = published
    self.number = number
    self.body = body
    self.enclosures = enclosures
  }
}

extension Content {
  /// For whoever looks for words: the title in a line of its own, then the text.
  public var titleAndText: String {
    [title, body?.text].compactMap(\.self).joined(separator: "\n")
  }
}

/// The text of a publication, in sections.
public struct Body: Hashable, Sendable {
  public var sections: [Section]

  public init(sections: [Section]) {
    self.sections = sections
  }

  /// One section without a heading; none for an empty text.
  public init(text: String) {
    self.init(sections: text.isEmpty ? [] : [Section(heading: nil, text: text)])
  }

  /// Headings and paragraphs, a blank line between them. Offsets of differences and mentions count
  /// UTF-8 bytes of this text.
  public var text: String {
    // As of most feeds: nothing is to be joined.
    if sections.count == 1, let only = sections.first, (only.heading ?? "").isEmpty {
      return only.text
    }
    return sections.flatMap { [$0.heading ?? "", $0.text] }.filter { !$0.isEmpty }.joined(
      separator: "\n\n")
  }
}

/// A heading and the text below it, up to the next heading.
public struct Section: Hashable, Sendable, Codable {
  /// `nil` for the text before the first heading.
  public var heading: String?
  /// Paragraphs, a blank line between them; white space within a paragraph collapsed.
  public var text: String

  public init(heading: String?, text: String) {
    self.heading = heading
    self.text = text
  }
}

/// A file that belongs to an entry (RSS `enclosure`, Atom `link rel=enclosure`, JSON Feed
/// `attachments`).
public struct Enclosure: Hashable, Sendable, Codable {
  /// Absolute, http or https.
  public var url: String
  /// Media type, `application/pdf`.
  public var type: String?
  /// Bytes, as the publisher states them.
  public var length: Int64?

  public init(url: String, type: String? = nil, length: Int64? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}
