/// The element names of a document, each with a small number, so that names are compared and
/// counted as numbers.
struct NameTable {
  struct Name {
    /// In lower case, with its prefix.
    var qualified: [UInt8]
    var prefix: Int
    var local: String
    /// Whether HTML closes the element by itself (`<br>`).
    var isVoid: Bool
    /// What the local name means, per namespace; filled when first asked for.
    var meaning: (namespace: FeedNamespace, element: FeedElement)?
  }

  /// The number that names beyond the limit share: a feed has a few dozen.
  static let overflow = 0

  private(set) var names: [Name] = [
    Name(qualified: [], prefix: 0, local: "", isVoid: false, meaning: nil)
  ]
  private(set) var prefixes: [String] = [""]
  private var prefixNumbers = ["": 0]
  private var slots = [Int16](repeating: 0, count: 4096)
  private static let limit = 2048

  /// The number of the name in `range`, letters compared without case.
  mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index].asciiLowercased)) &* 16_777_619 }
    var slot = Int((hash ^ hash >> 15) & 4095)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if isEqual(names[number].qualified, bytes, range) { return number }
      slot = (slot + 1) & 4095
    }
    guard names.count < Self.limit, range.count <= 256 else { return Self.overflow }
    names.append(name(bytes[range].map(\.asciiLowercased)))
    slots[slot] = Int16(names.count - 1)
    return names.count - 1
  }

  private func isEqual(_ name: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for offset in 0..<name.count
    where name[offset] != bytes[range.lowerBound + offset].asciiLowercased {
      return false
    }
    return true
  }

  private mutating func name(_ qualified: [UInt8]) -> Name {
    let parts = qualified.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let local = String(decoding: parts.last ?? [], as: UTF8.self)
    let prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : ""
    return Name(
      qualified: qualified, prefix: prefixNumber(prefix), local: local,
      isVoid: parts.count == 1 && Self.voidElements.contains(local), meaning: nil)
  }

  /// The number of a namespace prefix, 0 for none.
  mutating func prefixNumber(_ prefix: String) -> Int {
    if let number = prefixNumbers[prefix] { return number }
    guard prefixes.count < 256 else { return 255 }
    prefixes.append(prefix)
    prefixNumbers[prefix] = prefixes.count - 1
    return prefixes.count - 1
  }

  mutating func element(_ number: Int, in namespace: FeedNamespace) -> FeedElement {
    if let meaning = names[number].meaning, meaning.namespace == namespace {
      return meaning.element
    }
    let element = FeedElement(names[number].local, in: namespace)
    names[number].meaning = (namespace, element)
    return element
  }

  /// `link` is void in HTML, and not in RSS.
  private static let voidElements: Set<String> = [
    "br", "hr", "img", "input", "wbr", "area", "col", "embed", "param", "track",
  ]
}

/// Which namespace each prefix stands for at this point of the document.
struct NamespaceScope {
  private var current: [FeedNamespace?] = []
  private var undo: [(depth: Int, prefix: Int, before: FeedNamespace?)] = []

  mutating func declare(prefix: Int, _ namespace: FeedNamespace, atDepth depth: Int) {
    while current.count <= prefix { current.append(nil) }
    undo.append((depth, prefix, current[prefix]))
    current[prefix] = namespace
  }

  mutating func leave(depth: Int) {
    while let last = undo.last, last.depth >= depth {
      current[last.prefix] = last.before
      undo.removeLast()
    }
  }

  /// `nil` when the prefix was never declared.
  func namespace(prefix: Int) -> FeedNamespace? {
    prefix < current.count ? current[prefix] : nil
  }
}
