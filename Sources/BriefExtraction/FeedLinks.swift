import BriefParsing

/// Where a page says, or lets expect, that the feeds of its site are.
package struct FeedLink: Hashable, Sendable {
  /// Absolute, http or https.
  package var url: String
  package var title: String?
  /// In a `link` element of the head (RSS autodiscovery; HTML 4.6.7.1), not just in the text.
  package var isStated: Bool
}

extension PageReader {
  /// The feeds that a page names: those of its `link` elements first, then links of its text whose
  /// address or words say that they lead to one.
  package static func feedLinks(
    bytes: [UInt8], contentType: String? = nil, address: String,
    limits: PageLimits = PageLimits()
  ) throws(ExtractionTrouble) -> [FeedLink] {
    let tree = try tree(of: bytes, contentType: contentType, limits: limits)
    let head = PageHead(tree: tree, address: address, limits: limits)
    var links: [FeedLink] = []
    var seen: Set<String> = []
    for node in tree.nodes.indices where tree.tag(node) == .link {
      guard let relations = tree.attribute("rel", of: node)?.lowercased().words,
        relations.contains("alternate") || relations.contains("feed"),
        relations.contains("feed") || isFeedType(tree.attribute("type", of: node)),
        let href = tree.attribute("href", of: node),
        let url = WebAddress.resolve(href, base: head.base), seen.insert(url).inserted
      else { continue }
      links.append(
        FeedLink(url: url, title: tree.attribute("title", of: node)?.collapsed, isStated: true))
    }
    for anchor in PageAnchors.anchors(of: tree, head: head, limits: limits)
    where looksLikeFeed(anchor) && seen.insert(anchor.url).inserted {
      links.append(
        FeedLink(
          url: anchor.url, title: anchor.text.isEmpty ? nil : anchor.text, isStated: false))
    }
    return links
  }

  private static func isFeedType(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return false }
    return ["rss+xml", "atom+xml", "feed+json", "rdf+xml"].contains { type.contains($0) }
  }

  private static func looksLikeFeed(_ anchor: PageAnchor) -> Bool {
    let path = anchor.address.path.lowercased()
    let last = path.split(separator: "/").last ?? ""
    if ["feed", "rss", "atom"].contains(last) { return true }
    if [".rss", ".atom", ".rdf"].contains(where: { last.hasSuffix($0) }) { return true }
    let isXML = last.hasSuffix(".xml") || last.hasSuffix(".json")
    let names = ["rss", "atom", "feed"]
    if isXML, names.contains(where: { path.contains($0) }) { return true }
    let words = anchor.text.lowercased().words
    return words.count <= 4 && words.contains { $0 == "rss" || $0 == "atom" }
  }
}
