import BriefStore
import Foundation

/// A store that its maker was killed over before there was anything in it.
enum UnfinishedStore {
  /// Of SQLite's rollback journal ("Database File Format", 3): its mark, and the place of the
  /// number of pages that the database had before.
  private static let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  private static let pagesBefore = 16..<20

  /// Is there a journal that takes the database back to no page at all? To take it back needs a
  /// connection that writes, and loses nothing.
  static func isLeft(at location: StoreLocation) -> Bool {
    guard let journal = FileHandle(forReadingAtPath: location.database + "-journal"),
      let header = try? journal.read(upToCount: pagesBefore.upperBound),
      header.count == pagesBefore.upperBound
    else { return false }
    return header.starts(with: mark)
      && header.dropFirst(pagesBefore.lowerBound).allSatisfy { $0 == 0 }
  }
}
