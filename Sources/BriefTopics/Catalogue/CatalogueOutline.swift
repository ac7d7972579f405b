import BriefCatalogue
package import BriefModel

/// The shipped catalogue without its patterns: to read those takes most of a program's start, and
/// who only names topics, or finds nothing to tag, needs none of them.
package struct CatalogueOutline: Hashable, Sendable {
  /// As ``TopicCatalogue/version``.
  package var version: Int
  /// In the catalogue's order.
  package var topics: [TopicName]

  package init(version: Int, topics: [TopicName]) {
    (self.version, self.topics) = (version, topics)
  }

  /// Each topic with the one above it.
  package var parents: [(id: TopicID, parent: TopicID?)] { topics.map { ($0.id, $0.parent) } }

  package static func shipped() throws(CatalogueTrouble) -> CatalogueOutline { try read.get() }

  private static let read = Result { () throws(CatalogueTrouble) in
    if let outline = shippedUnaided { return outline }
    return try decoded(ShippedFile.topics)
  }

  /// As it is read without a decoder.
  static var shippedUnaided: CatalogueOutline? { OutlineReader.read(ShippedFile.topics) }

  static func decoded(_ bytes: [UInt8]) throws(CatalogueTrouble) -> CatalogueOutline {
    let file = try CatalogueFile.decoded(File.self, bytes, named: "topics.json")
    return CatalogueOutline(
      version: file.version ?? 0,
      topics: file.topics.map { topic in
        TopicName(
          id: TopicID(topic.id), parent: topic.parent.map { TopicID($0) },
          labels: topic.labels.filter { !$0.value.isEmpty })
      })
  }

  private struct File: Decodable {
    var version: Int?
    var topics: [Entry]
  }

  private struct Entry: Decodable {
    var id: String
    var parent: String?
    var labels: [String: String]
  }
}
