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
  private var slots: [Slot]
  /// Differs from process to process, so that nobody can write a text whose words all collide. It
  /// never shows in a result.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

  /// - Parameter expected: how many different strings will come, roughly; fewer growths.
  init(expecting expected: Int = 16) {
    var room = 32
    while room < expected * 2, room < 1 << 20 { room *= 2 }
    slots = [Slot](repeating: Slot(), count: room)
  }

  mutating func number(of bytes: Span<UInt8>) -> UInt32 { number(of: bytes.bytes) }

  mutating func number(of bytes: RawSpan) -> UInt32 {
    let value = value(of: bytes)
    return isLong(value) ? number(ofLong: bytes, value) : number(ofShort: value)
  }

  /// The same for up to seven bytes, the first in the lowest place, with their count in the
  /// highest.
  mutating func number(ofShort value: UInt64) -> UInt32 {
    var slot = start(value)
    while slots[slot].number != 0 {
      if slots[slot].value == value { return slots[slot].number - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return take(slot, value)
  }

  private mutating func number(ofLong bytes: RawSpan, _ value: UInt64) -> UInt32 {
    let slot = slot(of: value, bytes)
    guard slots[slot].number == 0 else { return slots[slot].number - 1 }
    bytes.withUnsafeBytes { pool.append(contentsOf: $0) }
    slots[slot].end = UInt32(clamping: pool.count)
    slots[slot].length = UInt32(clamping: bytes.byteCount)
    return take(slot, value)
  }

  /// Gives the next number to what stands in a free slot.
  private mutating func take(_ slot: Int, _ value: UInt64) -> UInt32 {
    count += 1
    slots[slot].value = value
    slots[slot].number = UInt32(clamping: count)
    if count * 2 > slots.count { grow() }
    return UInt32(clamping: count - 1)
  }

  /// Whether a number was given to these bytes.
  func contains(_ bytes: Span<UInt8>) -> Bool {
    slots[slot(of: value(of: bytes.bytes), bytes.bytes)].number != 0
  }

  /// The slot of these bytes, or the free one in which they would stand.
  private func slot(of value: UInt64, _ bytes: RawSpan) -> Int {
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

  private func isEqual(_ slot: Slot, _ bytes: RawSpan) -> Bool {
    guard Int(slot.length) == bytes.byteCount else { return false }
    return pool.span.bytes.isEqual(to: bytes, at: Int(slot.end) - bytes.byteCount)
  }

  private func value(of bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    if count < 8 {
      var word: UInt64 = 0
      for index in 0..<count {
        let byte = bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
        word |= UInt64(byte) << UInt64(truncatingIfNeeded: 8 &* index)
      }
      return word | UInt64(truncatingIfNeeded: count) << 56
    }
    var state = seed
    var index = 0
    while index + 8 <= count {
      state = mixed(state ^ bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    // The last eight bytes, some of them once more.
    let last = bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    return mixed(mixed(state ^ last) ^ UInt64(truncatingIfNeeded: count)) | 1 << 63
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
