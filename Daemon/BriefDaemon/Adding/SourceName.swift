import BriefModel
import BriefParsing

/// A name for a new source.
enum SourceName {
  /// Letters of a name: it is typed by people.
  private static let longest = 40

  /// From the title where it has Latin words, else from the host; with a number where it is taken.
  static func free(for found: FoundSource, beside known: [String]) -> String {
    let title = plain(found.title ?? "")
    var name = title.utf8.count >= 3 ? title : plain(host(found.url))
    if name.isEmpty { name = "source" }
    guard known.contains(name) else { return name }
    // Fewer names than candidates: one of them is free.
    return (2...(known.count + 2)).lazy.map { "\(name)-\($0)" }.first { !known.contains($0) }
      ?? name
  }

  /// Lower-case letters and digits, words joined by hyphens.
  private static func plain(_ text: String) -> String {
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let ascii = word.utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      guard ascii.count == word.utf8.count else { continue }
      guard words.joined(separator: "-").utf8.count + ascii.count < longest else { break }
      words.append(String(word))
    }
    return words.joined(separator: "-")
  }

  /// The host without `www` and its last label.
  private static func host(_ url: String) -> String {
    var labels = (WebAddress(url)?.host ?? "").split(separator: ".").map(String.init)
    if labels.first == "www" { labels.removeFirst() }
    if labels.count > 1 { labels.removeLast() }
    return labels.joined(separator: "-")
  }
}
