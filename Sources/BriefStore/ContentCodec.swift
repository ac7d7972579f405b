package import BriefModel

/// Content as bytes: what a VersionID is a digest of, and what the store keeps (compressed).
///
/// A VersionID is taken over the comparable form (``Content/comparable``, rules in
/// ``ContentNormalisation``): typographic variants folded, no white space beside punctuation, the
/// body in one section without a heading.
///
/// **Fixed**: every store, copy and citation depends on it. A tag with a version, then the fields
/// of
/// ``Content`` in their order. A field is one byte 0 (absent) or 1 (present), and if present eight
/// bytes of length (big endian) and the UTF-8 bytes. A list is its count in eight bytes (big
/// endian) and its elements. Times are decimal seconds since 1970-01-01T00:00:00Z. Golden vectors
/// stand in `ContentCodecTests`.
package enum ContentCodec {
  package static let tag = "brief-sync/content/1"

  package static func encode(_ content: Content) -> [UInt8] {
    var writer = FieldWriter(tag: tag)
    writer.field(content.title)
    writer.list(content.authors) { $0.field($1) }
    writer.field(content.published.map { String($0.seconds) })
    writer.field(content.number)
    writer.flag(content.body != nil)
    if let body = content.body {
      writer.list(body.sections) {
        $0.field($1.heading)
        $0.field($1.text)
      }
    }
    writer.list(content.enclosures) {
      $0.field($1.url)
      $0.field($1.type)
      $0.field($1.length.map { String($0) })
    }
    return writer.bytes
  }

  /// `nil` when the bytes are no encoded content.
  package static func decode(_ bytes: [UInt8]) -> Content? {
    guard var reader = FieldReader(bytes, tag: tag) else { return nil }
    var content = Content()
    content.title = reader.field()
    content.authors = reader.list { $0.field() }
    content.published = reader.field().flatMap { Int64($0) }.map(Timestamp.init(seconds:))
    content.number = reader.field()
    if reader.flag() {
      content.body = Body(
        sections: reader.list { reader in
          let heading = reader.field()
          return reader.field().map { Section(heading: heading, text: $0) }
        })
    }
    content.enclosures = reader.list { reader in
      let url = reader.field()
      let type = reader.field()
      let length = reader.field().flatMap { Int64($0) }
      return url.map { Enclosure(url: $0, type: type, length: length) }
    }
    return reader.isFinished ? content : nil
  }
}
