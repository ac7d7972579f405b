/// A link that took another's place on an entry whose identity stayed, or was recognised.
public struct MovedLink: Hashable, Sendable {
  /// Canonical; `nil` when the publisher gave none until now.
  public var former: String?
  /// As the publisher gives it.
  public var link: String
  public var canonicalLink: String

  public init(former: String?, link: String, canonicalLink: String) {
    self.former = former
    self.link = link
    self.canonicalLink = canonicalLink
  }

  /// `nil` when the link is the head's. An entry that has no link any more leaves the head the last
  /// one that it had.
  init?(from head: Head, to entry: IdentifiedEntry) {
    guard let canonicalLink = entry.canonicalLink, let link = entry.entry.link,
      canonicalLink != head.canonicalLink
    else { return nil }
    self.init(former: head.canonicalLink, link: link, canonicalLink: canonicalLink)
  }
}

extension ChangeSet {
  /// Canonical links that stand for no publication any more: what was remembered of their pages is
  /// not asked for again.
  public func leftLinks(of known: KnownSource) -> [String] {
    guard !moved.isEmpty else { return [] }
    let left = Set(moved.values.compactMap(\.former))
    let kept = Set(
      known.heads.compactMap { moved[$0.publication]?.canonicalLink ?? $0.canonicalLink }
        + changes.compactMap(\.entry?.canonicalLink))
    return left.subtracting(kept).sorted()
  }
}
