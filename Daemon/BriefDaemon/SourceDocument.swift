import BriefExtraction
import BriefModel
import BriefParsing
import BriefStore

/// Reads what a source of each kind sends.
enum SourceDocument {
  /// Why a document could not be read, for people.
  struct Trouble: Error, Hashable {
    var code: String
    var sentence: String
  }

  static func read(
    _ bytes: [UInt8], source: Source, contentType: String?, url: String
  ) throws(Trouble) -> Snapshot {
    switch source.kind {
    case .feed:
      do {
        return try FeedParser.parse(bytes, contentType: contentType, baseURL: url).snapshot()
      } catch {
        throw Trouble(code: "not-a-feed", sentence: error.sentence)
      }
    case .listing:
      return try listing(bytes, contentType: contentType, url: url)
    case .sitemap:
      do {
        return try SitemapParser.parse(bytes, contentType: contentType, baseURL: url).snapshot()
      } catch {
        throw Trouble(code: "not-a-sitemap", sentence: error.sentence)
      }
    case .folder:
      throw Trouble(
        code: "kind-not-read",
        sentence: "Folders are not watched yet. Take their documents in with: brief-syncd import")
    }
  }

  /// A listing page announces titles, links and dates; the texts stay where they are.
  private static func listing(
    _ bytes: [UInt8], contentType: String?, url: String
  ) throws(Trouble) -> Snapshot {
    let links: [PageLink]
    do {
      links = try PageReader.listing(bytes: bytes, contentType: contentType, address: url)
    } catch {
      throw Trouble(code: "not-a-page", sentence: error.description)
    }
    guard !links.isEmpty else {
      throw Trouble(
        code: "no-articles",
        sentence: "The page announces no articles that could be told from its navigation.")
    }
    return Snapshot(
      entries: links.compactMap { link in
        BriefParsing.canonicalLink(link.url).map { canonical in
          Entry(
            identity: Identity(kind: .link, value: canonical), link: link.url,
            content: Content(title: link.title, published: link.published))
        }
      })
  }
}

extension IdentifiedSnapshot {
  /// The snapshot with names for its publications and versions, and with what the configuration says
  /// of the source where the entries say nothing.
  init(_ snapshot: Snapshot, source: Source) {
    self.init(
      entries: snapshot.entries.map { IdentifiedEntry($0, source: source) },
      deleted: snapshot.deleted.map(\.ref), isWhole: snapshot.isWhole,
      isComplete: snapshot.isComplete)
  }
}

extension IdentifiedEntry {
  init(_ entry: Entry, source: Source) {
    var entry = entry
    entry.series = entry.series ?? source.series
    entry.language = entry.language ?? Self.language(of: entry.content, of: source)
    let canonical = entry.link.flatMap { BriefParsing.canonicalLink($0) }
    let versionID = Fingerprint.version(entry.content)
    let title = (entry.content.title ?? "") + "\u{0}" + (entry.content.published?.rfc3339 ?? "")
    let identities = [
      Identity(kind: .link, value: canonical ?? ""), Identity(kind: .digest, value: title),
      Identity(kind: .digest, value: versionID.hexadecimal),
    ]
    self.init(
      entry: entry, canonicalLink: canonical,
      publication: Fingerprint.publication(source: source.id, identity: entry.identity),
      alternatives: identities.map { Fingerprint.publication(source: source.id, identity: $0) },
      versionID: versionID)
  }

  /// UTF-8 bytes that tell a language: some 300 words, and more would tell no better.
  private static let languageSample = 2_000

  private static func language(of content: Content, of source: Source) -> String? {
    if source.languages.count == 1 { return source.languages.first }
    let text = [content.title, content.body?.text].compactMap(\.self).joined(separator: "\n")
    return LanguageGuess.language(
      of: String(decoding: text.utf8.prefix(languageSample), as: UTF8.self))
  }
}
