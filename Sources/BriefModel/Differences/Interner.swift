/// Gives equal byte strings equal numbers, from 0 in the order of their first coming.
///
/// Most words are short: up to seven bytes stand in the table themselves, so that a look-up touches
/// one place of memory.
struct Interner {
  private struct Slot {
    /// A short string with its length, or the hash of a long one with the highest bit set.
    var value: UInt64 = 0
    /// One more than the number; 0 where the slot is free.
    var number: UInt32 = 0
    /// Where a long string ends in `pool`, and how long it is.
    var end: UInt32 = 0
    var length: UInt32 = 0
  }

  /// How many numbers were given.
  private(set) var count = 0
  /// The long strings, one behind the other.
  private var pool: [UInt8] = []
  /// Open addressing; the count is a power of two, at most half of it in use.
  private var slots = [Slot](repeating: Slot(), count: 32)
  /// Differs from process to process, so that nobody can write a text whose words all collide. It
  /// never shows in a result.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

  mutating func number(of bytes: Span<UInt8>) -> UInt32 {
    let value = value(of: bytes)
    let slot = slot(of: value, bytes)
    guard slots[slot].number == 0 else { return slots[slot].number - 1 }
    count += 1
    slots[slot].value = value
    slots[slot].number = UInt32(clamping: count)
    if isLong(value) {
      bytes.withUnsafeBufferPointer { pool.append(contentsOf: $0) }
      slots[slot].end = UInt32(clamping: pool.count)
      slots[slot].length = UInt32(clamping: bytes.count)
    }
    if count * 2 > slots.count { grow() }
    return UInt32(clamping: count - 1)
  }

  /// Whether a number was given to these bytes.
  func contains(_ bytes: Span<UInt8>) -> Bool {
    slots[slot(of: value(of: bytes), bytes)].number != 0
  }

  /// The slot of these bytes, or the free one in which they would stand.
  private func slot(of value: UInt64, _ bytes: Span<UInt8>) -> Int {
    var slot = start(value)
    while slots[slot].number != 0 {
      if slots[slot].value == value, !isLong(value) || isEqual(slots[slot], bytes) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func start(_ value: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(value)) & (slots.count - 1)
  }

  private func isLong(_ value: UInt64) -> Bool { value >> 63 != 0 }

  private func isEqual(_ slot: Slot, _ bytes: Span<UInt8>) -> Bool {
    guard Int(slot.length) == bytes.count else { return false }
    let mine = pool.span.extracting(Int(slot.end) - bytes.count..<Int(slot.end)).bytes
    let theirs = bytes.bytes
    var index = 0
    while index + 8 <= bytes.count {
      if mine.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        != theirs.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    while index < bytes.count {
      if mine.unsafeLoad(fromByteOffset: index, as: UInt8.self) != bytes[index] { return false }
      index += 1
    }
    return true
  }

  private func value(of bytes: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    if bytes.count < 8 {
      for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
      return word | UInt64(truncatingIfNeeded: bytes.count) << 56
    }
    var state = seed
    var index = 0
    let raw = bytes.bytes
    while index + 8 <= bytes.count {
      state = mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    // The last eight bytes, some of them once more.
    word = raw.unsafeLoadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    return mixed(mixed(state ^ word) ^ UInt64(truncatingIfNeeded: bytes.count)) | 1 << 63
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
    return product.high ^ product.low
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in slots where slot.number != 0 {
      var place = Int(truncatingIfNeeded: mixed(slot.value)) & (larger.count - 1)
      while larger[place].number != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }
}
