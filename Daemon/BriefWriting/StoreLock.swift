package import BriefStore
import Foundation
import Glibc

/// The one process that may write a store: an advisory lock on a file that names its holder.
///
/// The kernel lets go of it when the process ends, however it ends.
package final class StoreLock: Sendable {
  private let descriptor: CInt

  /// Makes the store's folder when it is missing. Throws ``StoreTrouble/busy(path:holder:)`` with
  /// the holder's name, or
  /// ``StoreTrouble/inaccessible(path:detail:)``.
  package init(_ location: StoreLocation, holder: String) throws(StoreTrouble) {
    do {
      // The group reads; nobody else does.
      try FileManager.default.createDirectory(
        atPath: location.folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    } catch {
      throw .inaccessible(path: location.folder, detail: error.localizedDescription)
    }
    let descriptor = open(location.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw .inaccessible(path: location.lock, detail: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let name = Self.text(of: descriptor)
      close(descriptor)
      throw .busy(path: location.folder, holder: name.isEmpty ? "another brief-syncd" : name)
    }
    let name = Array(holder.utf8)
    ftruncate(descriptor, 0)
    // A name that could not be written costs a clear message to others, not the lock.
    _ = name.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    self.descriptor = descriptor
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// The holder of the store's lock, or `nil` when nobody holds it. Needs read permission only.
  package static func holder(of location: StoreLocation) -> String? {
    let descriptor = open(location.lock, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    return text(of: descriptor)
  }

  private static func text(of descriptor: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return "" }
    return String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }
}
