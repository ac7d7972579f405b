/// The order in which a source last listed its publications, with those that are missing kept at
/// their place ("ghosts"), so that the next poll can tell one taken out of the middle from one that
/// rolled off the end.
public struct Listing: Hashable, Sendable {
  /// Document order.
  public var order: [PublicationID]

  public init(order: [PublicationID] = []) {
    self.order = order
  }

  /// A publication that the new listing lacks.
  public struct Absence: Hashable, Sendable {
    public var publication: PublicationID
    /// True when it is missing from between siblings, false when it fell off the end.
    public var isMissing: Bool

    public init(publication: PublicationID, isMissing: Bool) {
      self.publication = publication
      self.isMissing = isMissing
    }
  }

  /// The publications of this listing that the next one, `listed`, lacks.
  ///
  /// Missing means: a sibling that stood further down is still listed, it stands below one that
  /// stood further up, and no entry of `fresh` (new ones, younger than all old ones) stands below
  /// it: a feed sorted by time of change moves old entries to the top, and those prove nothing.
  /// Where the order of the siblings does not hold from one listing to the next, nothing is
  /// missing. What is much older than all others proves nothing and is not missed: the old entries
  /// that some feeds keep at their end stand below each one that rolls off, and one that was pinned
  /// to the top is let go. Where the listing follows no dates (by title), nothing is missing that is
  /// older than all its siblings; and what seems to run from old to new is sorted by title, too, where
  /// most siblings that stood before one are younger.
  ///
  /// - Parameter published: by their publisher; one without a date counts as a sibling.
  public func absences(
    in listed: [PublicationID], fresh: Set<PublicationID> = [], oldestFirst: Bool = false,
    published: [PublicationID: Timestamp] = [:]
  ) -> [Absence] {
    let old = oldestFirst ? order.reversed() : order
    let new = oldestFirst ? listed.reversed() : listed
    let place = Dictionary(
      new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = old.map { place[$0] }
    guard places.contains(nil) else { return [] }
    let lastFresh = new.lastIndex(where: fresh.contains) ?? -1
    let dates = old.map { published[$0] }
    let isPinned = PinnedEntries.places(dates: dates)
    let oldest =
      Self.followsDates(dates)
      ? nil : oldest(of: listed, published, but: Set(zip(old, isPinned).filter(\.1).map(\.0)))
    let orderHolds = Self.holdsOrder(places.compactMap(\.self))

    var lowestBelow = [Int](repeating: -1, count: old.count)
    var lowest = -1
    for index in old.indices.reversed() {
      lowestBelow[index] = lowest
      if !isPinned[index] { lowest = max(lowest, places[index] ?? -1) }
    }
    var highestAbove: Int?
    var absences: [Absence] = []
    for index in old.indices {
      if let here = places[index] {
        highestAbove = min(highestAbove ?? here, here)
      } else {
        let below = lowestBelow[index]
        let fellOff = dates[index].flatMap { date in oldest.map { date <= $0 } } ?? false
        let isMissing =
          orderHolds && below > lastFresh && highestAbove.map { $0 < below } ?? true
          && !isPinned[index] && !fellOff
          && (!oldestFirst || Self.isYoung(index, dates: dates, isListed: { places[$0] != nil }))
        absences.append(Absence(publication: old[index], isMissing: isMissing))
      }
    }
    return absences
  }

  /// True unless most of the listed siblings that stood behind an entry are younger than it is.
  private static func isYoung(
    _ index: Int, dates: [Timestamp?], isListed: (Int) -> Bool
  ) -> Bool {
    guard let date = dates[index] else { return true }
    var (older, younger) = (0, 0)
    for place in dates.indices[(index + 1)...] where isListed(place) {
      guard let other = dates[place] else { continue }
      if other > date { younger += 1 } else { older += 1 }
    }
    return younger <= older
  }

  /// When the oldest was published that is still listed and was not kept for being old.
  private func oldest(
    of listed: [PublicationID], _ published: [PublicationID: Timestamp],
    but pinned: Set<PublicationID>
  ) -> Timestamp? {
    listed.filter { !pinned.contains($0) }.compactMap { published[$0] }.min()
  }

  /// True unless more than a fourth of the dates would have to go for the others to run one way.
  private static func followsDates(_ dates: [Timestamp?]) -> Bool {
    let dates = dates.compactMap { $0 }
    return DateOrder.outOfOrder(dates) * 4 <= dates.count
      || DateOrder.outOfOrder(dates.reversed()) * 4 <= dates.count
  }

  /// True unless more than a third of the neighbours changed their order.
  private static func holdsOrder(_ places: [Int]) -> Bool {
    let descents = zip(places, places.dropFirst()).count { $0 > $1 }
    return descents * 3 <= max(places.count - 1, 0)
  }

  /// The listing to keep after a poll: `listed` in its order, each of `ghosts` behind the sibling
  /// that it stood behind, and those of `tail` that fell off the end.
  ///
  /// The tail is kept as long as there are ghosts: one of it that comes back, when another is taken
  /// down, still stands below them.
  public func followed(
    by listed: [PublicationID], ghosts: Set<PublicationID>, tail: Set<PublicationID> = [],
    oldestFirst: Bool = false
  ) -> Listing {
    guard !ghosts.isEmpty else { return Listing(order: listed) }
    let kept = withGhosts(of: ghosts, listed: listed)
    let present = Set(listed).union(ghosts)
    let fallen: (PublicationID) -> Bool = { tail.contains($0) && !present.contains($0) }
    if oldestFirst {
      let end = order.firstIndex(where: present.contains) ?? order.startIndex
      return Listing(order: order[..<end].filter(fallen) + kept)
    }
    let end = order.lastIndex(where: present.contains).map { $0 + 1 } ?? order.endIndex
    return Listing(order: kept + order[end...].filter(fallen))
  }

  private func withGhosts(
    of ghosts: Set<PublicationID>, listed: [PublicationID]
  ) -> [PublicationID] {
    let present = Set(listed)
    var following: [PublicationID: [PublicationID]] = [:]
    var atTop: [PublicationID] = []
    var anchor: PublicationID?
    for publication in order {
      if present.contains(publication) {
        anchor = publication
      } else if ghosts.contains(publication) {
        if let anchor {
          following[anchor, default: []].append(publication)
        } else {
          atTop.append(publication)
        }
      }
    }
    // What stood above all siblings that are listed still stands above them, and below what is new.
    let known = Set(order)
    let top = listed.firstIndex(where: known.contains) ?? listed.count
    let rest = listed[top...].flatMap { [$0] + (following[$0] ?? []) }
    return listed[..<top] + atTop + rest
  }

  /// The listing to keep after a document that was cut off. It shows the document's beginning: what
  /// stood below the last sibling that it lists stands below all that it lists. Unchanged when the
  /// two have nothing in common.
  public func supplemented(by listed: [PublicationID]) -> Listing {
    let seen = Set(listed)
    guard let last = order.lastIndex(where: seen.contains) else { return self }
    let between = Set(order[..<last]).subtracting(seen)
    return Listing(order: followed(by: listed, ghosts: between).order + order[(last + 1)...])
  }
}
