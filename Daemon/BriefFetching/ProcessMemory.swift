import CCurl
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What this process keeps in memory beyond what it needs.
package enum ProcessMemory {
  /// To be called before the first thread is made: glibc gives threads heaps of their own, eight a
  /// processor, and each keeps the most that it ever held. Two are one for the writer and one for
  /// whoever reads meanwhile (mallopt(3)).
  package static func limitHeaps() { mallopt(M_ARENA_MAX, 2) }

  /// Gives back what a beginning needed and waiting does not: free heap, and code that ran once.
  ///
  /// Code lies in files and comes back from there when it is called; what was written to stays.
  package static func letGo() {
    brief_give_back_heaps()
    // Not to be had is no trouble: then a few megabytes stay.
    guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return }
    for line in maps.split(separator: "\n") {
      guard let range = codeRange(line),
        let start = UnsafeMutableRawPointer(bitPattern: range.start)
      else { continue }
      madvise(start, range.length, MADV_DONTNEED)
    }
  }

  /// A mapping of a file that is run and never written (proc(5), `start-end r-xp offset device
  /// inode path`); `nil` for any other.
  static func codeRange(_ line: some StringProtocol) -> (start: UInt, length: Int)? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { return nil }
    let ends = fields[0].split(separator: "-").map { UInt($0, radix: 16) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end,
      let length = Int(exactly: end - start)
    else { return nil }
    return (start, length)
  }
}
