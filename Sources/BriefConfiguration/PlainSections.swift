/// The sections `[[source]]` of a configuration that every reader of TOML reads alike: a bare key and
/// a plain value a line. A long configuration is made of them, and the library takes a hundred times as
/// long; what is in any way special is left to it.
struct PlainSections {
  /// In the order of the document; `nil` for a section that the library reads.
  private(set) var sources: [PlainTable?] = []
  /// The document without the plain sections.
  let rest: String

  /// `nil` for a document in which it is not plain where sections begin, or with no plain one.
  init?(_ text: String) {
    var text = text
    var parts = Parts()
    let isRead = text.withUTF8 { parts.read($0) }
    guard isRead, parts.sources.contains(where: { $0 != nil }) else { return nil }
    sources = parts.sources
    rest = String(decoding: parts.rest, as: UTF8.self)
  }

  /// Whether the library found as many sections as were left to it.
  func leaves(_ count: Int) -> Bool { sources.count { $0 == nil } == count }

  private struct Parts {
    var sources: [PlainTable?] = []
    var rest: [UInt8] = []
    /// The section under way, if it is one of a source: `nil` inside once it was not plain.
    private var section: (start: Int, table: PlainTable?)?

    /// False when the document has to be read as a whole.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var place = 0
      while place < bytes.count {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard take(bytes[place..<end], of: bytes) else { return false }
        // What is no source's goes on as it is, line by line.
        if section == nil { rest += bytes[place..<min(end + 1, bytes.count)] }
        place = end + 1
      }
      close(at: bytes.count, of: bytes)
      return true
    }

    private mutating func take(
      _ line: Slice<UnsafeBufferPointer<UInt8>>, of bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
      let words = line.trimmed
      switch words.first {
      case nil: return true
      case UInt8(ascii: "["):
        close(at: line.startIndex, of: bytes)
        guard let name = words.header else { return false }
        if name.isArray, name.letters.elementsEqual("source".utf8) {
          section = (line.startIndex, PlainTable())
          return true
        }
        // `[source.selectors]` belongs to the section above it.
        return !name.letters.starts(with: "source".utf8)
      case UInt8(ascii: "#"):
        if !words.allSatisfy(\.isPrintable) { section?.table = nil }
        return true
      default:
        if section?.table?.add(words) == true { return true }
        section?.table = nil
        return words.endsOnItsLine
      }
    }

    private mutating func close(at end: Int, of bytes: UnsafeBufferPointer<UInt8>) {
      guard let (start, table) = section else { return }
      if table == nil { rest += bytes[start..<end] }
      sources.append(table)
      section = nil
    }
  }
}

/// Keys and values as they stand, one a line.
struct PlainTable {
  private(set) var rows: [(key: String, value: PlainValue)] = []

  subscript(key: String) -> PlainValue? { rows.first { $0.key == key }?.value }

  /// False when the line is anything but a bare key of its own and a plain value.
  fileprivate mutating func add(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let name = line[..<equals].trimmed
    guard !name.isEmpty, name.allSatisfy(\.isBareKey),
      let value = PlainValue(line[(equals + 1)...].trimmed)
    else { return false }
    let key = String(decoding: name, as: UTF8.self)
    guard self[key] == nil else { return false }
    rows.append((key, value))
    return true
  }
}

enum PlainValue {
  case string(String)
  case boolean(Bool)
  case integer(Int)

  /// `"text"` without an escape, `true`, `false`, or up to fifteen digits without a sign.
  fileprivate init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    if bytes.first == UInt8(ascii: "\"") {
      let text = bytes.dropFirst().dropLast()
      guard bytes.count >= 2, bytes.last == UInt8(ascii: "\""),
        text.allSatisfy({
          $0.isPrintable && $0 != 0x09 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        })
      else { return nil }
      self = .string(String(decoding: text, as: UTF8.self))
    } else if bytes.elementsEqual("true".utf8) {
      self = .boolean(true)
    } else if bytes.elementsEqual("false".utf8) {
      self = .boolean(false)
    } else {
      guard (1...15).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }),
        bytes.count == 1 || bytes.first != 0x30
      else { return nil }
      self = .integer(bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Without blanks and tabs at both ends; a carriage return stays, and is nothing plain.
  fileprivate var trimmed: Self {
    var rest = self
    while rest.first == 0x20 || rest.first == 0x09 { rest.removeFirst() }
    while rest.last == 0x20 || rest.last == 0x09 { rest.removeLast() }
    return rest
  }

  /// Of `[name]` or `[[name]]`; `nil` for a header with anything else in it.
  fileprivate var header: (letters: Self, isArray: Bool)? {
    let isArray = dropFirst().first == UInt8(ascii: "[")
    let brackets = isArray ? 2 : 1
    let letters = dropFirst(brackets).dropLast(brackets)
    guard suffix(brackets).allSatisfy({ $0 == UInt8(ascii: "]") }), !letters.isEmpty,
      letters.allSatisfy({ $0.isBareKey || $0 == UInt8(ascii: ".") })
    else { return nil }
    return (letters, isArray)
  }

  /// No text or list that goes on over several lines begins here.
  fileprivate var endsOnItsLine: Bool {
    var quotes = 0
    var depth = 0
    for byte in self {
      quotes = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? quotes + 1 : 0
      if quotes == 3 { return false }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
    }
    return depth == 0
  }
}

extension UInt8 {
  /// Or a tab.
  fileprivate var isPrintable: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }

  fileprivate var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
