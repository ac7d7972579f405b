import BriefModel
import BriefParsing

/// Pages of several entries that all say the same, or that all lead to one address: the home page
/// that a site sends for what it took down, one sentence for every error.
struct PageTwins {
  /// How many pages have each text, by title and text, and each address that others led to.
  private var texts: [Text: Set<String>] = [:]
  private var addresses: [String: Set<String>] = [:]

  private struct Text: Hashable {
    var title: String?
    var sections: [Section]?
  }

  mutating func add(_ read: KeptEntry, of link: String) {
    texts[text(read), default: []].insert(link)
  }

  mutating func add(address: String, asked: String, of link: String) {
    guard HomePage.isOther(than: asked, address) else { return }
    addresses[address, default: []].insert(link)
  }

  /// Why the text of a page is not its own, for people; `nil` when it may be.
  ///
  /// - Parameter announced: the entry's title by the source's document: a page of that title is the
  ///   entry's own, whoever else links to it.
  func reason(
    _ read: KeptEntry, at address: String, of link: String, announced: String?
  ) -> String? {
    if let announced, let title = read.title,
      title.lowercased().hasPrefix(announced.lowercased())
    {
      return nil
    }
    if addresses[address, default: []].count > 1 {
      return "The page leads to \(address), as those of other entries do."
    }
    if texts[text(read), default: []].count > 1, !isOriginal(read, of: link) {
      return "The page says the same as those of other entries."
    }
    return nil
  }

  /// True for another address of a page: the same text at the same path, with a query of its own, and
  /// one of the pages has none.
  func isCopy(_ read: KeptEntry, of link: String) -> Bool {
    let original = Self.path(link)
    return link != original && texts[text(read), default: []].contains(original)
  }

  /// True for the page that all others with its text are copies of.
  private func isOriginal(_ read: KeptEntry, of link: String) -> Bool {
    texts[text(read), default: []].allSatisfy { Self.path($0) == link }
  }

  private static func path(_ link: String) -> String { String(link.prefix { $0 != "?" }) }

  private func text(_ read: KeptEntry) -> Text { Text(title: read.title, sections: read.sections) }
}

/// Whether a page led to the site's home page.
enum HomePage {
  static func isReached(from asked: String, at address: String) -> Bool {
    guard let asked = WebAddress(asked), let address = WebAddress(address) else { return false }
    return isHome(address) && !isHome(asked)
  }

  /// True when the page's address is not the one that was asked for.
  static func isOther(than asked: String, _ address: String) -> Bool {
    BriefParsing.canonicalLink(address) != BriefParsing.canonicalLink(asked)
  }

  /// `/`, `/en/`, `/index.html`.
  private static func isHome(_ address: WebAddress) -> Bool {
    let parts = address.path.split(separator: "/")
    guard (address.query ?? "").isEmpty, parts.count <= 2 else { return false }
    return parts.allSatisfy { part in
      part.utf8.count == 2 || part.hasPrefix("index.") || ["home", "main", "index"].contains(part)
    }
  }
}
