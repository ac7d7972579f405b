import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

/// What a writer says of its store after files were moved.
@Suite struct StorePlaceTests {
  enum Move: CaseIterable, Sendable {
    case none, folder, database, otherFolder, otherDatabase, back
  }

  @Test(
    arguments: zip(Move.allCases, [.here, .gone, .gone, .replaced, .replaced, .here])
      as Zip2Sequence<[Move], [StorePresence]>)
  func `a store that is moved or replaced while it is open is noticed`(
    move: Move, presence: StorePresence
  ) throws {
    let files = FileManager.default
    let room = files.temporaryDirectory.appendingPathComponent("brief-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: room) }
    let location = StoreLocation(folder: room + "/store")
    let writer = try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000001"),
      now: Timestamp(seconds: 0))
    let away = room + "/away"
    switch move {
    case .none: break
    case .folder: try files.moveItem(atPath: location.folder, toPath: away)
    case .database: try files.moveItem(atPath: location.database, toPath: away)
    case .otherFolder:
      try files.copyItem(atPath: location.folder, toPath: room + "/copy")
      try files.moveItem(atPath: location.folder, toPath: away)
      try files.moveItem(atPath: room + "/copy", toPath: location.folder)
    case .otherDatabase:
      try files.copyItem(atPath: location.database, toPath: away)
      try files.removeItem(atPath: location.database)
      try files.moveItem(atPath: away, toPath: location.database)
    case .back:
      try files.moveItem(atPath: location.folder, toPath: away)
      try files.moveItem(atPath: away, toPath: location.folder)
    }
    #expect(writer.presence == presence)
  }
}
