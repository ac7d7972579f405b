import BriefModel

/// Reads a catalogue's outline and passes over its patterns, which are all but a hundredth of the
/// file: a decoder looks at each of them, at every start. Judges nothing: `nil` is a text that a
/// decoder should look at.
struct OutlineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var version = 0
  private var topics: [TopicName] = []

  static func read(_ bytes: [UInt8]) -> CatalogueOutline? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = OutlineReader(bytes: bytes)
      guard reader.object({ $0.takeMember(named: $1) }) else { return nil }
      return CatalogueOutline(version: reader.version, topics: reader.topics)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func takeMember(named name: String) -> Bool {
    switch name {
    case "version":
      guard let number = number() else { return false }
      version = number
      return true
    case "topics": return list { $0.takeTopic() }
    default: return pass()
    }
  }

  private mutating func takeTopic() -> Bool {
    var (id, parent, labels) = (String?.none, String?.none, [String: String]?.none)
    let isRead = object { reader, name in
      switch name {
      case "id":
        id = reader.text()
        return id != nil
      case "parent":
        if reader.eat("null") { return true }
        parent = reader.text()
        return parent != nil
      case "labels":
        var read: [String: String] = [:]
        defer { labels = read }
        return reader.object { reader, language in
          guard let label = reader.text() else { return false }
          if !label.isEmpty { read[language] = label }
          return true
        }
      default: return reader.pass()
      }
    }
    guard isRead, let id, let labels else { return false }
    topics.append(
      TopicName(id: TopicID(id), parent: parent.map { TopicID($0) }, labels: labels))
    return true
  }

  private mutating func object(_ member: (inout OutlineReader, String) -> Bool) -> Bool {
    guard eat("{") else { return false }
    if eat("}") { return true }
    repeat {
      guard let name = text(), eat(":"), member(&self, name) else { return false }
    } while eat(",")
    return eat("}")
  }

  private mutating func list(_ element: (inout OutlineReader) -> Bool) -> Bool {
    guard eat("[") else { return false }
    if eat("]") { return true }
    repeat { guard element(&self) else { return false } } while eat(",")
    return eat("]")
  }

  /// A text without an escape.
  private mutating func text() -> String? {
    guard eat("\"") else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") { return nil }
      place += 1
    }
    let text = String(validating: bytes[start..<place], as: UTF8.self)
    return eat("\"") ? text : nil
  }

  /// Up to nine digits.
  private mutating func number() -> Int? {
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    let digits = bytes[place...].prefix(10).prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    place += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Any value, whatever is in it.
  private mutating func pass() -> Bool {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard passText() else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return true
      default: break
      }
      place += 1
    }
    return false
  }

  private mutating func passText() -> Bool {
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return true
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return false
  }

  private mutating func eat(_ letters: StaticString) -> Bool {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
    let count = letters.utf8CodeUnitCount
    guard bytes.count - place >= count else { return false }
    for offset in 0..<count where bytes[place + offset] != letters.utf8Start[offset] {
      return false
    }
    place += count
    return true
  }
}
