package import BriefModel
import Glibc

/// The process that holds a store's lock: the daemon, or an acting command.
package struct StoreHolder: Hashable, Sendable {
  /// What it wrote into the lock file: program and process id; may be empty.
  package var name: String
  /// When it took the lock.
  package var since: Timestamp

  /// `nil` when nobody holds the lock. Needs read permission only, and never waits.
  package static func current(of location: StoreLocation) -> StoreHolder? {
    let descriptor = open(location.lock, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // A shared lock that is granted says that nobody holds the exclusive one. Closing gives it back
    // after microseconds; a daemon that starts in between finds it taken and must try again.
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return StoreHolder(
      name: text(of: descriptor), since: Timestamp(seconds: Int64(status.st_mtim.tv_sec)))
  }

  /// The first line of the lock file.
  package static func text(of descriptor: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return "" }
    let line = buffer[..<count].prefix { $0 != 0x0a && $0 != 0x0d && $0 != 0 }
    return String(decoding: line, as: UTF8.self)
  }
}
