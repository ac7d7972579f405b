package import BriefModel

/// A zip file of files that are kept as they are (APPNOTE 6.3, method 0): every system opens it,
/// and the same files give the same bytes.
package enum ZipArchive {
  /// - Parameters:
  ///   - folder: stands before each name.
  ///   - time: of every file; zip knows no zone, UTC is meant.
  package static func bytes(
    of files: [EvidenceFile], folder: String, time: Timestamp
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    let stamp = dosTime(time)
    for file in files {
      let name = Array("\(folder)/\(file.name)".utf8)
      var head: [UInt8] = []
      // Version 2.0; names are UTF-8 (bit 11); stored.
      append(20, 2, &head)
      append(1 << 11, 2, &head)
      append(0, 2, &head)
      append(stamp, 4, &head)
      append(UInt64(checksum(file.bytes)), 4, &head)
      append(UInt64(file.bytes.count), 4, &head)
      append(UInt64(file.bytes.count), 4, &head)
      append(UInt64(name.count), 2, &head)
      append(0, 2, &head)
      // Made on Unix by version 2.0; a regular file of mode 644.
      directory += [0x50, 0x4b, 1, 2, 20, 3] + head + [0, 0, 0, 0, 0, 0]
      append(0o100644 << 16, 4, &directory)
      append(UInt64(bytes.count), 4, &directory)
      directory += name
      bytes += [0x50, 0x4b, 3, 4] + head + name + file.bytes
    }
    var end: [UInt8] = [0x50, 0x4b, 5, 6, 0, 0, 0, 0]
    append(UInt64(files.count), 2, &end)
    append(UInt64(files.count), 2, &end)
    append(UInt64(directory.count), 4, &end)
    append(UInt64(bytes.count), 4, &end)
    append(0, 2, &end)
    return bytes + directory + end
  }

  private static func append(_ number: UInt64, _ count: UInt64, _ bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// Date above time, two seconds a step; 1980 is the first year there is.
  private static func dosTime(_ time: Timestamp) -> UInt64 {
    let day = time.day
    guard (1980...2107).contains(day.year) else { return 0x21 << 16 }
    let second = UInt64(max(0, time.seconds - day.midnight.seconds))
    let clock = second / 3600 << 11 | second / 60 % 60 << 5 | second % 60 / 2
    let date = UInt64(day.year - 1980) << 9 | UInt64(day.month) << 5 | UInt64(day.day)
    return date << 16 | clock
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xff)] }
    return sum ^ 0xffff_ffff
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
    }
  }
}
