package import BriefModel
import Glibc

/// That the process which writes a store cannot write it just now, told to readers without writing
/// anything: by a lock on bytes of the lock file that lie far behind its end. It needs no space on
/// a full disk and no permission on one that became read-only, and ends with the process.
package struct StoreDistress: Hashable, Sendable {
  package enum Kind: Int64, Hashable, Sendable, CaseIterable {
    case full = 1
    case readOnly = 2
    case failing = 3
    case other = 4
  }

  package var kind: Kind
  /// When the first write failed.
  package var since: Timestamp

  package init(kind: Kind, since: Timestamp) {
    self.kind = kind
    self.since = since
  }

  /// The first byte stands for the beginning of Unix time, each further one for a second; the
  /// length says which kind it is.
  private static let origin: Int64 = 1 << 40

  /// `nil` when the writer can write, or nobody writes.
  package static func current(of location: StoreLocation) -> StoreDistress? {
    let descriptor = open(location.lock, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var lock = OpenFileLock.range(from: origin, length: 0, type: F_WRLCK)
    guard fcntl(descriptor, OpenFileLock.ask, &lock) == 0, Int32(lock.l_type) != F_UNLCK,
      let kind = Kind(rawValue: Int64(lock.l_len)), Int64(lock.l_start) >= origin
    else { return nil }
    return StoreDistress(
      kind: kind, since: Timestamp(seconds: Int64(lock.l_start).subtractingSaturating(origin)))
  }

  /// Shows it, or that it is over (`nil`), through the open lock file.
  package static func show(_ distress: StoreDistress?, on descriptor: Int32) {
    var all = OpenFileLock.range(from: origin, length: 0, type: F_UNLCK)
    _ = fcntl(descriptor, OpenFileLock.set, &all)
    guard let distress, distress.since.seconds >= 0, distress.since.seconds < origin else { return }
    var lock = OpenFileLock.range(
      from: origin + distress.since.seconds, length: distress.kind.rawValue, type: F_WRLCK)
    _ = fcntl(descriptor, OpenFileLock.set, &lock)
  }
}

extension Int64 {
  fileprivate func subtractingSaturating(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other > 0 ? .min : .max) : difference
  }
}
