import BriefCatalogue
import FoundationEssentials

/// The rules by which a text is read with a catalogue: how it is cut and weighed, what a date or a
/// number means.
package enum TaggingRules {
  /// Raised with each change of code that may give another tagging for the same text and catalogue.
  package static let number = 5
}

/// A catalogue as a store keeps it, whole, so that a later one can be held against it: JSON, the
/// number of ``TaggingRules`` and the files as they were.
package enum CatalogueRecord {
  /// Of the shipped catalogue.
  package static func ofShipped() -> [UInt8] { bytes([]) }

  /// Of the shipped catalogue with the user's files on top that one has in force.
  package static func of(_ catalogue: TopicCatalogue) -> [UInt8] { bytes(catalogue.ownFiles) }

  private static func bytes(_ ownFiles: [TopicCatalogue.OwnFile]) -> [UInt8] {
    let shipped = TopicCatalogue.OwnFile(
      name: TopicCatalogue.shippedName, bytes: ShippedFile.topics)
    var bytes = Array("{\"rules\":\(TaggingRules.number),\"files\":[".utf8)
    // Names tell which file a topic is from, and nothing else asks for them.
    for file in [shipped] + ownFiles {
      if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
      bytes += file.bytes
    }
    return bytes + Array("]}".utf8)
  }

  /// The catalogue of a record; `nil` where it was read by other rules, or cannot be read any more.
  package static func catalogue(_ record: [UInt8]) -> TopicCatalogue? {
    guard !record.isEmpty,
      let file = try? CatalogueFile.decoded(Record.self, record, named: "record"),
      file.rules == TaggingRules.number
    else { return nil }
    var catalogue = TopicCatalogue()
    for (number, file) in file.files.enumerated() {
      guard let next = try? catalogue.adding(file, named: "\(number)") else { return nil }
      catalogue = next
    }
    return catalogue
  }

  private struct Record: Decodable {
    var rules: Int
    var files: [CatalogueFile]
  }
}
