/// The lines on which the keys of a TOML document stand, for messages: the TOML library forgets
/// them.
///
/// Reads only what the library has accepted, so it need not judge: table headers, and keys at the
/// beginning of a line outside multi-line strings and arrays.
struct KeyLocator {
  private var lines: [String: Int] = [:]
  /// The tables by name, `source` or `source.extract`, with the lines of their headers, counted from 1.
  private(set) var headers: [(name: String, line: Int)] = []

  init(_ text: String) {
    var table = ""
    var counts: [String: Int] = [:]
    var open: MultiLine?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let multiLine = open {
        if multiLine.ends(in: line) { open = nil }
        continue
      }
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[[") {
        let name = Self.name(trimmed.dropFirst(2))
        counts[name, default: 0] += 1
        table = "\(name)[\(counts[name] ?? 1)]"
        lines[table] = index + 1
        headers.append((name, index + 1))
      } else if trimmed.hasPrefix("[") {
        table = Self.name(trimmed.dropFirst())
        lines[table] = index + 1
        headers.append((table, index + 1))
      } else if let equals = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
        let key = Self.name(trimmed[..<equals])
        let path = table.isEmpty ? key : "\(table).\(key)"
        lines[path] = lines[path] ?? index + 1
        open = MultiLine(beginning: trimmed[trimmed.index(after: equals)...])
      }
    }
  }

  /// The line of a key such as `source[2].url`, or of the table that it belongs to.
  func line(of path: String) -> Int? {
    if let line = lines[path] { return line }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return lines[String(path[..<dot])]
  }

  private static func name(_ text: some StringProtocol) -> String {
    String(text).prefix { $0 != "]" }.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
  }

  /// A value that goes on over several lines.
  private enum MultiLine {
    case string(String)
    case array

    init?(beginning value: some StringProtocol) {
      for quotes in ["\"\"\"", "'''"] {
        let parts = value.split(separator: quotes, omittingEmptySubsequences: false).count
        if parts == 2 {
          self = .string(quotes)
          return
        }
      }
      let opened = value.drop { $0 == " " || $0 == "\t" }
      guard opened.hasPrefix("["), !opened.contains("]") else { return nil }
      self = .array
    }

    func ends(in line: some StringProtocol) -> Bool {
      switch self {
      case .string(let quotes): line.contains(quotes)
      case .array: line.drop { $0 == " " || $0 == "\t" }.hasPrefix("]") || line.hasSuffix("]")
      }
    }
  }
}
