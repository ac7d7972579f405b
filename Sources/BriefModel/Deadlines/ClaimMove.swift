/// A date that took another's place: "postponed from A to B", or a sentence that was edited.
public struct ClaimMove: Hashable, Sendable, Codable {
  public enum Way: String, Hashable, Sendable, Codable {
    /// The text itself names both dates.
    case stated
    /// The same sentence had the old date in the version before.
    case edited
    /// A later publication gives another date for what is described in the same words.
    case restated
    /// The text names a day to which somebody wants to move it, or asks whether it moved: no day took
    /// another's place. Where it names no old day, both are the new one.
    case proposed
  }

  public var topic: TopicID
  public var kind: DatedClaim.Kind
  public var from: CalendarDate
  public var to: CalendarDate
  public var way: Way
  /// The sentence with the new date.
  public var passage: String

  public init(
    topic: TopicID, kind: DatedClaim.Kind, from: CalendarDate, to: CalendarDate, way: Way,
    passage: String
  ) {
    self.topic = topic
    self.kind = kind
    self.from = from
    self.to = to
    self.way = way
    self.passage = passage
  }
}

extension DatedClaim {
  /// The day by which the claim can be held against the calendar: the last day of its period, or the
  /// first where it has no end.
  public var due: CalendarDate? { end ?? start }

  /// True when the claim looks forward from the day it was made on: something is owed, planned, or
  /// to be signed or in force on a later day. That a state lasts for a period promises nothing for
  /// its end, nor does the period of a budget, nor the first day that something can have.
  public func looksForward(from said: CalendarDate) -> Bool {
    guard topic != nil, kind != .event, !isNegated, !isSuperseded, !isProposed, callingOff == nil,
      let due
    else { return false }
    let isPeriod = kind == .planned && start != nil && end != nil && start != end
    guard due > said, !(isPeriod && LastingState.isStated(in: passage)) else { return false }
    // A price until a day ends with it; a treaty that is in force till then runs out.
    let isPrice =
      kind == .inForce && start == nil && LastingState.isStated(in: passage, ofPrice: true)
    return !isPrice && !NamedPeriod.isOfThing(self) && !NamedPeriod.isEarliest(self)
  }
}

extension ClaimMove {
  /// The moves that a text states by itself: an old date and a new one in the same sentence.
  package static func stated(in claims: [DatedClaim]) -> [ClaimMove] {
    claims.compactMap { old in
      guard old.isSuperseded, let topic = old.topic, let from = old.due else { return nil }
      let candidates = claims.filter {
        !$0.isSuperseded && !$0.isNegated && $0.passage == old.passage && $0.topic == topic
          && $0.due != nil
          && $0.due != from && $0.kind != .event
      }
      let nearest = candidates.min { abs($0.offset - old.offset) < abs($1.offset - old.offset) }
      guard let new = nearest, let to = new.due else { return nil }
      return ClaimMove(
        topic: topic, kind: new.kind, from: from, to: to, way: .stated, passage: new.passage)
    }
  }

  /// The moves that a text only proposes: a day that stands in the same sentence, and the day to which it
  /// is to be moved.
  package static func proposed(in claims: [DatedClaim]) -> [ClaimMove] {
    claims.compactMap { new in
      guard new.isProposed, !new.isNegated, let topic = new.topic, let to = new.due else {
        return nil
      }
      let old = claims.filter {
        !$0.isProposed && !$0.isSuperseded && $0.passage == new.passage && $0.topic == topic
          && $0.due != nil && $0.due != to && $0.kind != .event
      }.min { abs($0.offset - new.offset) < abs($1.offset - new.offset) }
      return ClaimMove(
        topic: topic, kind: new.kind, from: old?.due ?? to, to: to, way: .proposed,
        passage: new.passage)
    }
  }

  /// The moves between two versions of a text: a sentence that is the same but for its date.
  package static func edited(from old: [DatedClaim], to new: [DatedClaim]) -> [ClaimMove] {
    func key(_ claim: DatedClaim) -> String {
      "\(claim.topic?.rawValue ?? "") \(claim.kind.rawValue) \(claim.start.map(\.description) ?? "") \(claim.end.map(\.description) ?? "")"
    }
    let (before, after) = (Set(old.map(key)), Set(new.map(key)))
    var removed = old.filter {
      !after.contains(key($0)) && $0.topic != nil && !$0.isSuperseded && !$0.isNegated
        && !$0.isProposed
    }
    var moves: [ClaimMove] = []
    // A day that is denied takes no other's place.
    for claim in new
    where !before.contains(key(claim)) && !claim.isSuperseded && !claim.isNegated
      && !claim.isProposed
    {
      guard let topic = claim.topic, let to = claim.due else { continue }
      let words = ClaimWords(passage: claim.passage, date: claim.text)
      let match = removed.firstIndex { candidate in
        guard candidate.topic == topic, let from = candidate.due, from != to else { return false }
        let other = ClaimWords(passage: candidate.passage, date: candidate.text)
        let overlap = words.overlap(with: other)
        return overlap.share >= LedgerPolicy.sameSentence
          && overlap.common >= min(LedgerPolicy.commonStems, words.stems.count)
      }
      guard let match, let from = removed[match].due else { continue }
      removed.remove(at: match)
      moves.append(
        ClaimMove(
          topic: topic, kind: claim.kind, from: from, to: to, way: .edited,
          passage: claim.passage))
    }
    return moves
  }
}

/// When sentences are about the same, and when a topic has fallen silent.
public struct LedgerPolicy: Hashable, Sendable {
  /// Share of common stems above which two versions of a sentence are one sentence.
  static let sameSentence = 0.8
  /// Fewer common stems than this prove nothing: a topic's own name has two or three.
  static let commonStems = 4
  /// Share of common stems above which sentences of different publications are about the same. Below
  /// it, two lines stand in the ledger; a wrong merge would be worse.
  static let sameUndertaking = 0.6
  /// The same two for a sentence that says by itself that something was put off, and not from when.
  static let (putOffShare, putOffStems) = (0.4, 2)

  /// The same two for a sentence that calls something off or proposes another day, and names no day of it.
  static let (remarkShare, remarkStems) = (0.5, 3)

  /// Days after its publication within which a text is read as news: feeds and pages come days late.
  static let lateReading = 31

  /// Days without a word after which a date that is still open is silent. Half a year: think tanks
  /// come back to a subject with each summit, of which there are two a year.
  public var silentAfter: Int
  /// Days after its due date within which something may have come late and still be what was due.
  public var lateness: Int
  /// Days between a due date and an event of its topic within which the event counts as a word about it.
  public var about: Int

  public init(silentAfter: Int = 183, lateness: Int = 366, about: Int = 31) {
    self.silentAfter = max(1, silentAfter)
    self.lateness = max(0, lateness)
    self.about = max(0, about)
  }
}
