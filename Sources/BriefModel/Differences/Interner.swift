/// Gives equal byte strings equal numbers, from 0 in the order of their first coming.
struct Interner {
  /// The strings, one behind the other.
  private var pool: [UInt8] = []
  /// Where the string of a number ends in `pool`.
  private var ends: [UInt32] = []
  private var hashes: [UInt64] = []
  /// Open addressing: number + 1, 0 where free; the count is a power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 32)
  /// Differs from process to process, so that nobody can write a text whose words all collide. It
  /// never shows in a result.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

  /// How many numbers were given.
  var count: Int { ends.count }

  mutating func number(of bytes: Span<UInt8>) -> UInt32 {
    let hash = hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isEqual(number, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.withUnsafeBufferPointer { pool.append(contentsOf: $0) }
    ends.append(UInt32(clamping: pool.count))
    hashes.append(hash)
    slots[slot] = UInt32(clamping: ends.count)
    if ends.count * 2 > slots.count { grow() }
    return UInt32(clamping: ends.count - 1)
  }

  /// Whether a number was given to these bytes.
  func contains(_ bytes: Span<UInt8>) -> Bool {
    let hash = hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isEqual(number, bytes) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isEqual(_ number: UInt32, _ bytes: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    guard Int(ends[Int(number)]) - start == bytes.count else { return false }
    let mine = pool.span.extracting(start..<start + bytes.count)
    for index in bytes.indices where mine[index] != bytes[index] { return false }
    return true
  }

  private func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var state = seed
    var index = 0
    let raw = bytes.bytes
    while index + 8 <= bytes.count {
      state = mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var word: UInt64 = 0
    while index < bytes.count {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    return mixed(mixed(state ^ word) ^ UInt64(truncatingIfNeeded: bytes.count))
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
    return product.high ^ product.low
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(clamping: index + 1)
    }
    slots = larger
  }
}
