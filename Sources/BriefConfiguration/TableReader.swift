import BriefModel
import TOMLKit

/// Reads one table of the configuration: asks for keys by name and type, notes each fault with its
/// line, and at the end each key that nobody asked for.
struct TableReader {
  private let table: ConfigurationTable
  private let name: TableName
  private let faults: FaultCollector
  private var asked: [String] = []

  init(_ table: ConfigurationTable, name: TableName, faults: FaultCollector) {
    self.table = table
    self.name = name
    self.faults = faults
  }

  private var path: String { name.path }

  /// One line: what stands in a header, a message or an answer can begin no other.
  mutating func string(_ key: String) -> String? {
    guard let text = lines(key) else { return nil }
    if hasControlCharacter(text) {
      fault(key, "must be one line without control characters")
    }
    return text
  }

  /// A text that may have line breaks.
  mutating func lines(_ key: String) -> String? {
    value(key, "a text in quotes") { $0.string }
  }

  private func hasControlCharacter(_ text: String) -> Bool {
    // The second of two bytes that begin with C2 is a control character below A0.
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte < 0xA0) { return true }
      before = byte
    }
    return false
  }

  mutating func boolean(_ key: String) -> Bool? {
    value(key, "true or false") { $0.bool }
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    value(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
      value.int.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// Seconds of a text such as `90s`, `30m`, `1h`, `2d`, `1w`.
  mutating func duration(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    let allowed =
      "a time such as \"30m\", \"1h\" or \"1d\", from \(range.lowerBound) to \(range.upperBound) seconds"
    return value(key, allowed) { value in
      value.string.flatMap(DurationText.seconds).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  mutating func strings(_ key: String) -> [String]? {
    value(key, "a list of texts such as [\"en\", \"pl\"]") { value in
      guard let array = value.array else { return nil }
      let texts = array.compactMap { $0.string }
      return texts.count == array.count ? texts : nil
    }
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type)
    -> Choice?
  where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    unknown(text, key: key, known: Choice.allCases.map(\.rawValue))
    return nil
  }

  mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ key: String, _ type: Choice.Type
  ) -> Set<Choice> where Choice.RawValue == String {
    var chosen: Set<Choice> = []
    for text in strings(key) ?? [] {
      if let choice = Choice(rawValue: text) {
        chosen.insert(choice)
      } else {
        unknown(text, key: key, known: Choice.allCases.map(\.rawValue))
      }
    }
    return chosen
  }

  /// Notes a fault when there is no such key.
  mutating func required(_ key: String) -> String? {
    let text = string(key)
    if table[key] == nil { fault("", "the key \"\(key)\" is missing") }
    return text
  }

  /// The tables of `[[key]]`, each with its name.
  mutating func tables(_ key: String) -> [(table: ConfigurationTable, name: TableName)] {
    ask(key)
    guard let value = table[key] else { return [] }
    guard let array = value.array, array.allSatisfy({ $0.table != nil }) else {
      fault(key, "is written as [[\(key)]] with its keys below it")
      return []
    }
    return array.enumerated().compactMap { index, element in
      element.table.map { (.library($0), TableName(key, index + 1)) }
    }
  }

  /// The table of `key = { ... }`.
  mutating func table(_ key: String) -> TableReader? {
    value(key, "a table such as { item = \"article\" }") { $0.table }.map {
      TableReader(
        .library($0),
        name: TableName([path, key].filter { !$0.isEmpty }.joined(separator: ".")), faults: faults)
    }
  }

  func fault(_ key: String, _ message: String) {
    faults.note(key: [path, key].filter { !$0.isEmpty }.joined(separator: "."), message)
  }

  /// Notes what is allowed and yet cannot be meant.
  func warn(_ key: String, _ message: String) {
    faults.note(warning: message, key: [path, key].filter { !$0.isEmpty }.joined(separator: "."))
  }

  /// Notes that `name` is not among the known ones, with the nearest of them.
  func unknown(_ name: String, key: String, known: [String]) {
    let hint = NearestName.of(name, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
    fault(key, "\"\(name)\" is unknown.\(hint) Allowed: \(known.joined(separator: ", "))")
  }

  /// Notes each key that was not asked for.
  func finish() {
    for key in table.keys where !asked.contains(key) {
      let hint = NearestName.of(key, among: asked).map { " Did you mean \"\($0)\"?" } ?? ""
      fault(key, "unknown key.\(hint) Allowed here: \(asked.joined(separator: ", "))")
    }
  }

  private mutating func ask(_ key: String) {
    if !asked.contains(key) { asked.append(key) }
  }

  private mutating func value<Value>(
    _ key: String, _ allowed: String, _ read: (ConfigurationValue) -> Value?
  ) -> Value? {
    ask(key)
    guard let found = table[key] else { return nil }
    guard let value = read(found) else {
      fault(key, "must be \(allowed)")
      return nil
    }
    return value
  }
}

/// `source[2]`, or `polling`; empty for the document itself. Only a fault asks for the text.
struct TableName {
  private let key: String
  private let number: Int?

  init(_ key: String, _ number: Int? = nil) { (self.key, self.number) = (key, number) }

  var path: String { number.map { "\(key)[\($0)]" } ?? key }
}

/// Gathers faults and names their lines.
final class FaultCollector {
  private let file: String
  private let text: String
  /// Only a fault asks for lines.
  private lazy var locator = KeyLocator(text)
  private(set) var faults: [ConfigurationFault] = []
  private(set) var warnings: [ConfigurationFault] = []

  init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  func note(key: String, _ message: String) {
    faults.append(
      ConfigurationFault(file: file, line: locator.line(of: key), key: key, message: message))
  }

  func note(warning: String, key: String) {
    warnings.append(
      ConfigurationFault(file: file, line: locator.line(of: key), key: key, message: warning))
  }

  /// In the order of their lines.
  var sorted: [ConfigurationFault] {
    faults.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
  }
}

/// Times as the configuration writes them.
enum DurationText {
  /// Seconds of `90s`, `30m`, `1h`, `2d`, `1w`; `nil` for anything else.
  static func seconds(_ text: String) -> Int64? {
    guard let unit = text.last, let count = Int64(text.dropLast()), count >= 0 else { return nil }
    let length: Int64
    switch unit {
    case "s": length = 1
    case "m": length = 60
    case "h": length = 3600
    case "d": length = 86_400
    case "w": length = 604_800
    default: return nil
    }
    let (seconds, overflow) = count.multipliedReportingOverflow(by: length)
    return overflow ? nil : seconds
  }
}
