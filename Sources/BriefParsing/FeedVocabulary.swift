/// The families of elements that feeds are written in.
enum FeedNamespace: Sendable {
  /// RSS, Atom, RSS 1.0 and elements without a namespace: they share their names, and feeds mix
  /// them.
  case core
  case dublinCore, dublinCoreTerms, content, media, itunes, syndication, rdf, xhtml
  /// RFC 6721.
  case tombstones
  /// RFC 5005.
  case history
  case prism
  case xml
  case other

  /// By its name, compared without case and without a slash or hash at the end: publishers get
  /// these wrong.
  init(uri: String) {
    var name = uri.lowercased()
    while name.last == "/" || name.last == "#" { name.removeLast() }
    for prefix in ["https://", "http://"] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    self = Self.byName[name] ?? (name.contains("backend.userland.com/rss") ? .core : .other)
  }

  /// What a prefix means where a document forgot to declare it.
  init?(undeclaredPrefix prefix: String) {
    guard let namespace = Self.byPrefix[prefix] else { return nil }
    self = namespace
  }

  private static let byName: [String: FeedNamespace] = [
    "": .core, "www.w3.org/2005/atom": .core, "purl.org/atom/ns": .core, "purl.org/rss/1.0": .core,
    "my.netscape.com/rdf/simple/0.9": .core, "channel.netscape.com/rdf/simple/0.9": .core,
    "backend.userland.com/rss": .core, "blogs.law.harvard.edu/tech/rss": .core,
    "cyber.law.harvard.edu/rss": .core, "www.rssboard.org/rss-specification": .core,
    "purl.org/pie": .core, "purl.org/echo": .core, "example.com/necho": .core,
    "example.com/newformat": .core, "uri/of/echo/namespace": .core,
    "purl.org/rss/1.0/modules/rss091": .core,
    "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
    "purl.org/dc/terms": .dublinCoreTerms, "purl.org/rss/1.0/modules/content": .content,
    "search.yahoo.com/mrss": .media, "www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "example.com/dtds/podcast-1.0.dtd": .itunes,
    "purl.org/rss/1.0/modules/syndication": .syndication,
    "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "www.w3.org/1999/xhtml": .xhtml,
    "purl.org/atompub/tombstones/1.0": .tombstones, "purl.org/syndication/history/1.0": .history,
    "prismstandard.org/namespaces/basic/2.0": .prism,
    "prismstandard.org/namespaces/1.2/basic": .prism,
    "prismstandard.org/namespaces/basic/2.1": .prism,
    "prismstandard.org/namespaces/basic/3.0": .prism,
    "purl.org/rss/1.0/modules/prism": .prism, "www.w3.org/xml/1998/namespace": .xml,
  ]

  private static let byPrefix: [String: FeedNamespace] = [
    "atom": .core, "atom10": .core, "rss": .core, "dc": .dublinCore, "dcterms": .dublinCoreTerms,
    "content": .content, "media": .media, "itunes": .itunes, "sy": .syndication, "rdf": .rdf,
    "xhtml": .xhtml, "at": .tombstones, "fh": .history, "prism": .prism, "xml": .xml,
  ]
}

/// The elements that a feed is read for, whatever their family calls them.
enum FeedElement: UInt8, Sendable {
  case rss, rdf, feed, channel, entry
  case title, link, description, summary, subtitle, content, fullText, body
  case id, published, updated, created
  case author, creator, contributor, owner, name, email, address
  case category, keywords, tags, enclosure, source, image, textInput, language, publisher
  case ttl, skipHours, hour, skipDays, day, updatePeriod, updateFrequency
  case deletedEntry, comment, complete, archive, number
  case mediaTitle, mediaDescription, mediaContainer
  case html
  /// Read over, with all that is in it.
  case skipped
  case other

  init(_ local: String, in namespace: FeedNamespace) {
    let table: [String: FeedElement] =
      switch namespace {
      case .core, .rdf, .xhtml: Self.core
      case .dublinCore: Self.dublinCore
      case .dublinCoreTerms: Self.dublinCoreTerms
      case .content: ["encoded": .fullText]
      case .media: Self.media
      case .itunes: Self.itunes
      case .syndication: ["updateperiod": .updatePeriod, "updatefrequency": .updateFrequency]
      case .tombstones: ["deleted-entry": .deletedEntry, "comment": .comment]
      case .history: ["complete": .complete, "archive": .archive]
      case .prism: Self.prism
      case .xml, .other: [:]
      }
    self = table[local] ?? .other
    if namespace == .xhtml, self != .body, self != .html { self = .other }
    if namespace == .rdf, self != .rdf { self = .other }
  }

  private static let core: [String: FeedElement] = [
    "rss": .rss, "rdf": .rdf, "feed": .feed, "channel": .channel, "item": .entry, "entry": .entry,
    "title": .title, "link": .link, "description": .description, "summary": .summary,
    "abstract": .description, "subtitle": .subtitle, "tagline": .subtitle, "content": .content,
    "fullitem": .fullText, "body": .body, "guid": .id, "id": .id, "pubdate": .published,
    "published": .published, "issued": .published, "updated": .updated, "modified": .updated,
    "lastbuilddate": .updated, "created": .created, "author": .author, "managingeditor": .author,
    "contributor": .contributor, "name": .name, "email": .email, "uri": .address, "url": .address,
    "homepage": .address, "category": .category, "keywords": .keywords, "tags": .tags,
    "enclosure": .enclosure, "source": .source, "image": .image, "textinput": .textInput,
    "language": .language, "webmaster": .publisher, "ttl": .ttl, "skiphours": .skipHours,
    "hour": .hour, "skipdays": .skipDays, "day": .day, "html": .html,
  ]
  private static let dublinCore: [String: FeedElement] = [
    "title": .title, "creator": .creator, "author": .creator, "contributor": .contributor,
    "date": .updated, "subject": .category, "description": .description, "publisher": .publisher,
    "language": .language,
  ]
  private static let dublinCoreTerms: [String: FeedElement] = [
    "issued": .published, "modified": .updated, "created": .created,
  ]
  private static let media: [String: FeedElement] = [
    "title": .mediaTitle, "description": .mediaDescription, "category": .category,
    "keywords": .tags, "group": .mediaContainer, "content": .mediaContainer,
  ]
  private static let itunes: [String: FeedElement] = [
    "author": .author, "owner": .owner, "name": .name, "email": .email, "category": .category,
    "keywords": .tags, "summary": .summary, "subtitle": .subtitle,
  ]
  private static let prism: [String: FeedElement] = [
    "number": .number, "publicationdate": .created,
  ]
}
