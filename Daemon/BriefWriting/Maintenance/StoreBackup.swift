import BriefModel
package import BriefStore
import Foundation
import GRDB

/// A copy of a store that was checked.
package struct BackupReport: Hashable, Sendable {
  package var folder: String
  package var bytes: Int64
  package var summary: StoreSummary
  /// Originals beside the database.
  package var originals: Int
}

/// Why there is no copy, with what to do next.
package enum BackupTrouble: Error, CustomStringConvertible {
  case exists(String)
  case store(StoreTrouble)
  case cannotWrite(folder: String, detail: String)
  /// The copy says something else than the store: it was removed.
  case wrong(findings: [String])

  package var description: String {
    switch self {
    case .exists(let folder):
      "\(folder) is there already, and nothing is overwritten. Name a folder that is not there yet."
    case .store(let trouble): trouble.description
    case .cannotWrite(let folder, let detail):
      "The copy cannot be written to \(folder): \(detail). Check the place with: df -h \(folder)"
    case .wrong(let findings):
      (["The copy is damaged, as the store may be; it was removed."]
        + findings.prefix(5).map { "  " + $0 } + ["Run: brief-sync verify --data"])
        .joined(separator: "\n")
    }
  }
}

/// Copies a store while its daemon runs: reads it as any reader does, from one moment, and writes
/// elsewhere. The store's own connection is not needed, nor its lock.
package struct StoreBackup {
  private let location: StoreLocation
  private let target: StoreLocation
  private let files = FileManager.default

  package init(of location: StoreLocation, to folder: String) {
    self.location = location
    target = StoreLocation(folder: folder)
  }

  /// Copies, checks every record of the copy, and gives it its name only then.
  package func run() throws(BackupTrouble) -> BackupReport {
    guard !files.fileExists(atPath: target.folder) else { throw .exists(target.folder) }
    let draft = StoreLocation(folder: target.folder + ".partial")
    do {
      try? files.removeItem(atPath: draft.folder)
      let reader = try StoreReader(location)
      try files.createDirectory(
        atPath: draft.folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
      umask(0o027)
      try reader.copy(to: draft.database)
      let originals = try copyOriginals(to: draft)
      let summary = try check(draft)
      let bytes = try size(draft.database)
      try DurableFolder.sync(draft.folder)
      try files.moveItem(atPath: draft.folder, toPath: target.folder)
      return BackupReport(
        folder: target.folder, bytes: bytes, summary: summary, originals: originals)
    } catch {
      try? files.removeItem(atPath: draft.folder)
      throw trouble(error)
    }
  }

  private func check(_ draft: StoreLocation) throws -> StoreSummary {
    let reader = try StoreReader(draft)
    let (findings, summary) = try reader.read { snapshot in
      var derived = DerivedVerification(snapshot)
      derived.run()
      var chain = ChainVerification(snapshot)
      try chain.run()
      return (
        StructureVerification.findings(snapshot) + derived.findings + chain.findings,
        try snapshot.summary()
      )
    }
    guard findings.isEmpty else {
      throw BackupTrouble.wrong(findings: findings.map { "\($0.record): \($0.detail)" })
    }
    return summary
  }

  /// Originals are never changed once they are there; one that appears later belongs to a revision
  /// that the copy has not.
  private func copyOriginals(to draft: StoreLocation) throws -> Int {
    guard files.fileExists(atPath: location.originals) else { return 0 }
    try files.copyItem(atPath: location.originals, toPath: draft.originals)
    var count = 0
    for name in try files.subpathsOfDirectory(atPath: draft.originals) {
      let copy = draft.originals + "/" + name
      guard files.isRegularFile(copy) else { continue }
      count += 1
      guard files.contentsEqual(atPath: copy, andPath: location.originals + "/" + name) else {
        throw BackupTrouble.wrong(findings: ["original \(name): its copy is another"])
      }
    }
    return count
  }

  private func size(_ path: String) throws -> Int64 {
    (try files.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value ?? 0
  }

  private func trouble(_ error: any Error) -> BackupTrouble {
    switch error {
    case let error as BackupTrouble: error
    case let error as StoreTrouble: .store(error)
    case let error as CocoaError:
      .cannotWrite(
        folder: target.folder, detail: error.localizedDescription.trimmingCharacters(in: ["."]))
    case let error as DatabaseError:
      .cannotWrite(folder: target.folder, detail: StoreTrouble.words(of: error))
    default: .cannotWrite(folder: target.folder, detail: "\(error)")
    }
  }
}

extension FileManager {
  fileprivate func isRegularFile(_ path: String) -> Bool {
    (try? attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeRegular
  }
}

/// Brings a folder's names to the disk.
enum DurableFolder {
  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
