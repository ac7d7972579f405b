package import BriefModel

/// The content of a version as far as the store still has it.
package enum KeptContent: Hashable, Sendable {
  case kept(Content)
  /// Taken out by `brief-syncd prune`: the digest is what the chain is computed from.
  case pruned(Digest)

  /// The content as its place in the store holds it, but for the compression.
  package var stored: StoredContent {
    switch self {
    case .kept(let content): .encoded(ContentCodec.encode(content))
    case .pruned(let digest): .pruned(digest)
    }
  }

  /// Empty when it was pruned.
  package var content: Content {
    if case .kept(let content) = self { content } else { Content() }
  }

  package var isPruned: Bool {
    if case .pruned = self { true } else { false }
  }
}
