package import BriefModel
import Foundation

/// A line of an export, read back.
package enum ExportLine: Sendable {
  /// Who the store is, and its last revision.
  case head(store: StoreID, last: Revision)
  case revision(ImportedRevision)

  /// Throws ``ExportTrouble`` with a sentence on what is wrong.
  package init(_ line: [UInt8]) throws(ExportTrouble) {
    do {
      let decoder = JSONDecoder()
      let text = Data(line)
      let kind = try decoder.decode(LineKind.self, from: text)
      guard kind.schema == RevisionExport.schema else {
        throw ExportTrouble("it is of the schema “\(kind.schema)”, not \(RevisionExport.schema)")
      }
      if let store = kind.store, let last = kind.last {
        guard UUID(uuidString: store) != nil, store == store.lowercased(), last >= 0 else {
          throw ExportTrouble("it names no store")
        }
        self = .head(store: StoreID(rawValue: store), last: Revision(last))
      } else if let lacking = kind.unreadable?.first {
        throw ExportTrouble(
          "\(lacking.record) could not be read when it was written (\(lacking.detail))")
      } else {
        self = .revision(try decoder.decode(ImportedRevision.self, from: text))
      }
    } catch let trouble as ExportTrouble {
      throw trouble
    } catch {
      throw ExportTrouble(error)
    }
  }
}

private struct LineKind: Decodable {
  var schema: String
  var store: String?
  var last: Int64?
  var unreadable: [Unreadable]?

  struct Unreadable: Decodable {
    var record: String
    var detail: String
  }

  enum CodingKeys: String, CodingKey {
    case schema, store, unreadable
    case last = "last_revision"
  }
}

/// Why a line of an export cannot be taken in; a clause that goes on from “line 12: ”.
package struct ExportTrouble: Error, Hashable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }

  fileprivate init(_ error: any Error) {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: ".")
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      description =
        "it lacks “\(key.stringValue)”" + (context.codingPath.isEmpty ? "" : " in \(path(context))")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      description = "its \(path(context)) is of another type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      description = "its \(path(context)) cannot be read"
    default: description = "it is no JSON, or cut off"
    }
  }
}

/// A revision as its line says, with the entry that its record must give.
package struct ImportedRevision: Sendable {
  package var number: Int64
  package var entry: BriefModel.Digest
  package var record: RevisionRecord
}

extension ImportedRevision: Decodable {
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: RevisionExport.Keys.self)
    number = try members.decode(Int64.self, forKey: .revision)
    entry = try members.decode(Hexadecimal<BriefModel.Digest>.self, forKey: .entry).value
    record = RevisionRecord(
      origin: try members.decode(String.self, forKey: .origin),
      sequence: try members.decode(Int64.self, forKey: .sequence),
      time: try members.decode(Timestamp.self, forKey: .time),
      source: SourceID(try members.decode(String.self, forKey: .source)))
    record.publications = try members.decode([PublicationLine].self, forKey: .publications)
      .map(\.record)
    record.aliases = try members.decode([AliasLine].self, forKey: .aliases).map(\.alias)
    record.versions = try members.decode([VersionLine].self, forKey: .versions).map(\.record)
    record.changes = try members.decode([ChangeLine].self, forKey: .changes).map(\.record)
    record.sealedCoverage = try members.decodeIfPresent(CoverageLine.self, forKey: .coverage)
      .map { CoverageRecord(first: $0.first, last: $0.last) }
    record.sort()
  }
}
