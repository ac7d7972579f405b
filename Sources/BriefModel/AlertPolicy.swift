/// When many changes are told in one message.
public struct AlertPolicy: Hashable, Sendable {
  /// More changes of one kind in one poll than this share of the entries listed are a change of the
  /// feed, not of its publications (a new template, all dates touched).
  public var floodShare: Double
  /// Fewer than this many are never a flood, whatever their share.
  public var floodMinimum: Int
  /// Fewer new entries than this in one poll are never a flood: a busy institute brings a dozen after
  /// a long weekend, and each is news.
  public var arrivalMinimum: Int
  /// Seconds by which a new entry is older than the newest known one and so no news: half a year. A
  /// feed whose window grew brings years.
  public var lateAfter: Int64
  /// Failures in a row before a source is told to be failing. Three: with the back-off between them
  /// about five minutes, and most outages are shorter.
  public var failingAfter: Int
  /// Seconds after its first sight within which a publication whose page comes late is still news. Two
  /// weeks: a page that fails is visited again within a day.
  public var completedWithin: Int64

  public init(
    floodShare: Double = 0.5, floodMinimum: Int = 8, arrivalMinimum: Int = 20,
    lateAfter: Int64 = 183 * 86_400, failingAfter: Int = 3, completedWithin: Int64 = 14 * 86_400
  ) {
    self.floodShare = floodShare
    self.floodMinimum = floodMinimum
    self.arrivalMinimum = arrivalMinimum
    self.lateAfter = lateAfter
    self.failingAfter = max(1, failingAfter)
    self.completedWithin = completedWithin
  }
}

/// What a poll's changes are held against to tell news from what comes in bulk.
public struct PollBulk: Hashable, Sendable {
  /// Nothing was known of the source before.
  public var isFirstPoll: Bool
  /// When the first poll was, while pages that it listed are still being read.
  public var firstRound: Timestamp?
  /// How many entries the poll saw.
  public var listed: Int
  /// When the newest publication that was known before was published.
  public var newest: Timestamp?
  /// New publications that older documents brought.
  public var backFilled: Set<PublicationID>

  public init(
    isFirstPoll: Bool, listed: Int, firstRound: Timestamp? = nil, newest: Timestamp? = nil,
    backFilled: Set<PublicationID> = []
  ) {
    self.backFilled = backFilled
    self.isFirstPoll = isFirstPoll
    self.firstRound = firstRound
    self.listed = listed
    self.newest = newest
  }

  /// Changes that are told in one message: why, and their places in the revision.
  struct Group {
    var reason: Alert.SummaryReason
    var ordinals: Set<Int>

    init(_ reason: Alert.SummaryReason, _ changes: [Change]) {
      self.reason = reason
      ordinals = Set(changes.map(\.ordinal))
    }
  }

  func gathered(
    _ changes: [Change], policy: AlertPolicy, details: [PublicationID: ChangeDetails]
  ) -> [Group] {
    let older = changes.filter { $0.kind == .added && backFilled.contains($0.publication.id) }
    let filled = Group(.backFill, older)
    let others = changes.filter { !filled.ordinals.contains($0.ordinal) }
    return [filled, together(others, policy: policy, details: details)]
  }

  private func together(
    _ changes: [Change], policy: AlertPolicy, details: [PublicationID: ChangeDetails]
  ) -> Group {
    if isFirstPoll { return Group(.firstPoll, changes) }
    let added = changes.filter { $0.kind == .added }
    func published(_ change: Change) -> Timestamp? { details[change.publication.id]?.published }
    if let firstRound {
      return Group(.firstPoll, added.filter { published($0).map { $0 <= firstRound } ?? true })
    }
    if isFlood(changes, policy) { return Group(.flood, changes) }
    let late = added.filter { change in
      guard let published = published(change), let newest else { return false }
      return published.advanced(by: policy.lateAfter) < newest
    }
    return Group(.flood, late.count >= policy.floodMinimum ? late : [])
  }

  private func isFlood(_ changes: [Change], _ policy: AlertPolicy) -> Bool {
    Dictionary(grouping: changes, by: \.kind).mapValues(\.count).contains { kind, count in
      count >= (kind == .added ? policy.arrivalMinimum : policy.floodMinimum)
        && Double(count) > Double(max(listed, 1)) * policy.floodShare
    }
  }
}
