package import BriefConfiguration
package import BriefModel
package import BriefTopics
package import BriefWriting
import Synchronization

/// Finds the topics, dated claims and figures of an entry.
package struct Tagger: Sendable {
  /// Written beside each mention and claim, so that a newer catalogue finds what it has to do
  /// again.
  ///
  /// With the number of the rules in the upper byte: other rules tag anew, too.
  package let catalogueVersion: Int
  /// What the catalogue's topics are called, in its order.
  package let topics: [TopicName]
  private let matcher: CompiledMatcher
  private let claims = ClaimFinder()
  private let figures = FigureFinder()
  private let makeRecord: @Sendable () -> [UInt8]

  package init(_ catalogue: TopicCatalogue) {
    catalogueVersion = Self.number(catalogue.version)
    topics = catalogue.topics.map(\.name)
    matcher = CompiledMatcher { catalogue }
    makeRecord = { CatalogueRecord.of(catalogue) }
  }

  private static func number(_ version: Int) -> Int { TaggingRules.number << 56 | version }

  /// By the shipped catalogue, whose patterns are read when the first text comes.
  package static func shipped() throws(CatalogueTrouble) -> Tagger {
    let outline = try CatalogueOutline.shipped()
    return Tagger(outline) {
      do throws(CatalogueTrouble) {
        return try TopicCatalogue.shipped()
      } catch {
        Log.write(.error, "topic-file-refused", [("reason", error.description)])
        return TopicCatalogue()
      }
    }
  }

  private init(_ outline: CatalogueOutline, _ catalogue: @escaping @Sendable () -> TopicCatalogue) {
    catalogueVersion = Self.number(outline.version)
    topics = outline.topics
    matcher = CompiledMatcher(catalogue)
    makeRecord = { CatalogueRecord.ofShipped() }
  }

  /// The catalogue and the rules as a store keeps them.
  package var record: [UInt8] { makeRecord() }

  /// Tells the texts that it may tag otherwise than the catalogues of some records; `nil` when any may
  /// be one.
  package func changedTexts(since records: [[UInt8]]) -> (@Sendable (Entry) -> Bool)? {
    var others: [TopicCatalogue] = []
    for record in records {
      guard let other = CatalogueRecord.catalogue(record) else { return nil }
      others.append(other)
    }
    guard let changed = ChangedTexts(from: others, to: matcher.compiled.catalogue) else {
      return nil
    }
    return { changed.mayHold(title: $0.content.title, text: $0.content.body?.text ?? "") }
  }

  package func tagging(of entry: Entry) -> Tagging {
    let content = ReadableText(
      title: entry.content.title, text: entry.content.body?.text ?? "")
    let explanations = matcher.compiled.explanations(of: content, withVoided: false)
    return Tagging(
      mentions: explanations.mentions,
      claims: claims.claims(
        of: content, published: entry.content.published?.day, language: entry.language,
        topics: explanations),
      figures: figures.figures(of: content, language: entry.language, topics: explanations))
  }
}

/// The matcher of a catalogue, compiled when the first text comes: most starts find nothing new.
private final class CompiledMatcher: Sendable {
  private let matcher = Mutex<TopicMatcher?>(nil)
  private let catalogue: @Sendable () -> TopicCatalogue

  init(_ catalogue: @escaping @Sendable () -> TopicCatalogue) { self.catalogue = catalogue }

  var compiled: TopicMatcher {
    matcher.withLock { known in
      if let known { return known }
      let made = TopicMatcher(catalogue())
      known = made
      return made
    }
  }
}

/// The catalogue that the daemon tags with.
package enum ActiveCatalogue {
  /// What tags by it, and what was refused.
  static func tagger(_ folder: String?) throws(CatalogueTrouble) -> (
    tagger: Tagger, refused: [CatalogueTrouble]
  ) {
    guard folder != nil else { return (try Tagger.shipped(), []) }
    let loaded = try load(folder)
    return (Tagger(loaded.catalogue), loaded.refused)
  }

  /// The shipped one, with the files of a folder on top; what was refused is left out.
  package static func load(_ folder: String?) throws(CatalogueTrouble) -> (
    catalogue: TopicCatalogue, refused: [CatalogueTrouble]
  ) {
    guard let folder else { return (try TopicCatalogue.shipped(), []) }
    return try TopicFolder(path: folder).load()
  }
}

/// What the configuration may call a topic.
package enum ShippedTopics {
  /// Throws when the catalogue that is built into the program cannot be read, which no build that
  /// passed its tests does.
  package static func names() throws -> TopicNames {
    TopicNames(try CatalogueOutline.shipped().parents)
  }
}
