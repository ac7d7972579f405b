import BriefModel

/// What the head of a Markdown document says, between two lines of three hyphens (YAML) or plus signs
/// (TOML): the part of either that static site generators write there. Values are one line each, or
/// lists of them.
struct FrontMatter: Hashable, Sendable {
  /// By key in lower case.
  private var values: [String: [String]] = [:]
  /// The text behind the head.
  private(set) var rest: Substring

  /// `nil` where the text does not begin with a head that ends.
  init?(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    guard let first = lines.first?.trimmed, first == "---" || first == "+++",
      let end = lines.dropFirst().prefix(Self.longest).firstIndex(where: {
        $0.trimmed == first || (first == "---" && $0.trimmed == "...")
      })
    else { return nil }
    let mark: Character = first == "+++" ? "=" : ":"
    rest = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : ""
    var key: String?
    for line in lines[1..<end] {
      let trimmed = line.trimmed
      if trimmed.isEmpty || trimmed.first == "#" { continue }
      if trimmed.hasPrefix("- "), let key {
        append(trimmed.dropFirst(2), to: key)
      } else if line.first?.isWhitespace != true, let colon = trimmed.firstIndex(of: mark) {
        let name = trimmed[..<colon].trimmed.lowercased()
        key = name
        append(trimmed[trimmed.index(after: colon)...], to: name)
      }
    }
    guard !values.isEmpty else { return nil }
  }

  /// Lines of a head.
  private static let longest = 200

  private mutating func append(_ value: Substring, to key: String) {
    var value = value.trimmed
    if value.first == "[", value.last == "]" {
      for part in value.dropFirst().dropLast().split(separator: ",") { append(part, to: key) }
      return
    }
    for mark in ["\"", "'"] where value.count > 1 && value.hasPrefix(mark) && value.hasSuffix(mark)
    {
      value = value.dropFirst().dropLast()
    }
    let text = String(value).collapsed
    if !text.isEmpty { values[key, default: []].append(text) }
  }

  private func first(_ keys: String...) -> String? {
    keys.lazy.compactMap { values[$0]?.first }.first
  }

  var title: String? { first("title", "headline") }
  var authors: [String] {
    let names =
      ["author", "authors", "autor", "autorzy", "by"].compactMap { values[$0] }.first ?? []
    return AuthorNames.cleaned(names.map(PersonNames.withoutTitles))
  }
  var published: Timestamp? {
    guard let text = first("date", "published", "pubdate", "data", "datum") else { return nil }
    return Masthead.day(in: text)?.midnight ?? Timestamp(rfc3339: text)
  }
  var publisher: String? {
    first("publisher", "institution", "institute", "organisation", "organization")
  }
  var series: String? { first("series", "collection") }
  var number: String? { first("number", "issue", "no", "nr") }
  /// BCP 47.
  var language: String? { first("lang", "language", "locale") }
}
