package import BriefConfiguration
package import BriefModel
package import BriefTopics
package import BriefWriting
import Synchronization

/// Finds the topics, dated claims and figures of an entry.
package struct Tagger: Sendable {
  private let catalogue: TopicCatalogue
  private let matcher = CompiledMatcher()
  private let claims = ClaimFinder()
  private let figures = FigureFinder()

  package init(_ catalogue: TopicCatalogue) {
    self.catalogue = catalogue
  }

  /// Written beside each mention and claim, so that a newer catalogue finds what it has to do
  /// again.
  package var catalogueVersion: Int { catalogue.version }

  package func tagging(of entry: Entry) -> Tagging {
    let content = ReadableText(
      title: entry.content.title, text: entry.content.body?.text ?? "")
    let explanations = matcher.of(catalogue).explanations(of: content, withVoided: false)
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

  func of(_ catalogue: TopicCatalogue) -> TopicMatcher {
    matcher.withLock { known in
      if let known { return known }
      let made = TopicMatcher(catalogue)
      known = made
      return made
    }
  }
}

/// The catalogue that the daemon tags with.
package enum ActiveCatalogue {
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
    TopicNames(try TopicCatalogue.shipped().topics.map { ($0.id, $0.parent) })
  }
}
