import BriefModel
import FoundationEssentials

/// A catalogue file as it is written: `{"version", "groups": {name: [pattern]}, "topics": [...]}`.
struct CatalogueFile: Decodable {
  var version: Int?
  var groups: [String: [String]]?
  var topics: [Entry]?

  struct Entry: Decodable {
    var id: String
    var parent: String?
    var labels: [String: String]?
    var patterns: [String: [String]]?
    var passagePatterns: [String: [String]]?
    var loosePatterns: [String: [String]]?
    var supportingPatterns: [String: [String]]?
    var exclude: [String]?
    var excludeWithin: Int?
    var near: [Topic.Near]?
    var away: [Topic.Away]?
    var together: [String]?
    var milestones: [Topic.Milestone]?
    var standing: Topic.Standing?
    var note: String?
    var programme: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, parent, labels, patterns, exclude, near, away, together
      case milestones, standing, note, programme
      case excludeWithin = "exclude_within"
      case passagePatterns = "passage_patterns"
      case loosePatterns = "loose_patterns"
      case supportingPatterns = "supporting_patterns"
    }
  }

  init(_ bytes: [UInt8], named file: String) throws(CatalogueTrouble) {
    self = try Self.decoded(CatalogueFile.self, bytes, named: file)
  }

  /// What a catalogue file says, or the part of it that `type` has members for.
  static func decoded<File: Decodable>(
    _ type: File.Type, _ bytes: [UInt8], named file: String
  ) throws(CatalogueTrouble) -> File {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let trouble as DecodingError {
      throw CatalogueTrouble(file: file, trouble, bytes)
    } catch {
      throw CatalogueTrouble(file: file, reason: .notJSON("\(error)"))
    }
  }
}

extension CatalogueTrouble {
  fileprivate init(file: String, _ trouble: DecodingError, _ bytes: [UInt8]) {
    switch trouble {
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(
        file: file, reason: .notJSON(JSONFault.sentence(bytes) ?? context.debugDescription))
    case .dataCorrupted(let context):
      self.init(
        file: file, place: Self.path(context.codingPath), reason: .shape(context.debugDescription))
    case .keyNotFound(let key, let context):
      self.init(
        file: file, place: Self.path(context.codingPath),
        reason: .shape("“\(key.stringValue)” is missing"))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init(
        file: file, place: Self.path(context.codingPath), reason: .shape(context.debugDescription))
    @unknown default:
      self.init(file: file, reason: .shape("\(trouble)"))
    }
  }

  /// `topics[2].patterns.en`; `nil` for the file as a whole.
  private static func path(_ keys: [any CodingKey]) -> String? {
    let path = keys.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    return path.isEmpty ? nil : path.hasPrefix(".") ? String(path.dropFirst()) : path
  }
}
