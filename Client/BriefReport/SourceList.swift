package import BriefModel

/// The sources as a list of feeds that other readers take (OPML 2.0).
package enum SourceList {
  /// Feeds alone have a place in such a list; sitemaps, listings and folders are left out.
  package static func opml(_ sources: [SourceState]) -> [String] {
    let feeds = sources.filter { $0.kind == .feed && isWeb($0.url) }
    return ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">"]
      + ["  <head><title>brief-sync sources</title></head>", "  <body>"]
      + feeds.map { feed in
        "    <outline type=\"rss\" text=\"\(MarkupEscape.escaped(feed.id.rawValue))\" xmlUrl=\"\(MarkupEscape.escaped(feed.url))\"/>"
      } + ["  </body>", "</opml>"]
  }

  private static func isWeb(_ url: String) -> Bool {
    url.lowercased().hasPrefix("http://") || url.lowercased().hasPrefix("https://")
  }
}
