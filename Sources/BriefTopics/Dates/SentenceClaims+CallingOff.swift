import BriefModel

/// What a sentence says is off, with its date or without one.
extension SentenceClaims {
  /// The claims of the sentence, marked where what they date is called off. Where no date of it is named,
  /// one without a date is added.
  func calledOff(_ claims: [DatedClaim], _ context: ClaimContext) -> [DatedClaim] {
    guard !isQuestion, let (kind, index) = context.callingOff else { return claims }
    // `postponed to 1 May`: a day takes the place of another.
    let isMoved = claims.contains { $0.isPostponed || $0.isSuperseded || $0.isProposed }
    if kind == .postponed, isMoved { return claims }
    let cue = context.items[index]
    var marked = claims.map { claim -> DatedClaim in
      guard !claim.isSuperseded, !claim.isProposed, let due = claim.due else { return claim }
      var claim = claim
      let isBefore = claim.offset < cue.start
      let isAhead = published.map { due > $0 } ?? true
      if context.isPlanned(at: claim.offset)
        || isBefore && (isAhead || claim.offset > range.lowerBound)
      {
        (claim.callingOff, claim.isNegated) = (kind, true)
      } else if !isAhead {
        // `On 5 May it was cancelled`: the day of the news.
        claim.isUnsettled = true
      }
      return claim
    }
    guard !marked.contains(where: { $0.callingOff != nil }), attachment.names(in: range),
      let topic = attachment.topic(start: cue.start, end: cue.end, of: range)
    else { return marked }
    // `put off to 2028`: said of a day that this finder does not take for a move's.
    if kind == .postponed, marked.contains(where: { $0.offset > cue.start && $0.due != nil }) {
      return marked
    }
    marked.append(
      DatedClaim(
        topic: topic, kind: .planned, start: nil, end: nil,
        text: String(decoding: bytes[cue.start..<cue.end], as: UTF8.self), offset: cue.start,
        field: field, passage: String(decoding: bytes[range], as: UTF8.self), callingOff: kind))
    return marked
  }
}

extension ClaimContext {
  /// How the sentence calls an undertaking off for certain, and the item that says so.
  var callingOff: (DatedClaim.CallingOff, Int)? {
    for index in items.indices {
      guard let kind = callingOff(at: index), isCertain(index), isOfUndertaking(index) else {
        continue
      }
      return (kind, index)
    }
    return nil
  }

  /// Is the date at an offset told to be a plan: `planned for 1 January`?
  func isPlanned(at offset: Int) -> Bool {
    guard let index = items.firstIndex(where: { $0.start >= offset }) else { return false }
    let near = [index] + (index > 0 ? [index - 1] : [])
    return near.contains { !roles[$0].isDisjoint(with: [.plan, .planning, .planBehind]) }
      || items[index].prepositions.contains(.forPeriod) && items[index].text.contains(" ")
  }

  private func callingOff(at index: Int) -> DatedClaim.CallingOff? {
    let role = roles[index]
    let next = index + 1 < items.count ? items[index + 1].text : ""
    let pair = (items[index].text, next)
    if role.contains(.cancelling) || pair == ("called", "off") { return .cancelled }
    if role.contains(.suspending) || pair == ("on", "hold") { return .suspended }
    guard role.contains(.puttingOff) || pair == ("put", "off") else { return nil }
    return roles.contains { $0.contains(.endlessly) } ? .suspended : .postponed
  }

  private func isCertain(_ index: Int) -> Bool {
    let range = index..<index + 1
    return !isNegated(at: range) && !clauseHas(.hedge, at: range) && !isUnsettled(at: range)
      && !isInfinitive(at: index) && !isWanted(index) && !isConditional(index)
      && reported(at: range, isAhead: true) == nil
  }

  private static let (front, behind) = (24, 6)

  /// What is called off is an undertaking: a debt that is cancelled is not. A passive has it in front.
  private func isOfUndertaking(_ index: Int) -> Bool {
    let passive: Set<String> = ["was", "were", "been", "be", "is", "are", "being", "put"]
    let before = index > 0 ? items[index - 1].text : ""
    let isEnglish = items[index].text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    let isPassive = passive.contains(before)
    let isActive = isEnglish && !isPassive && items[index].text.hasSuffix("ed")
    let front = isActive ? index..<index : max(0, index - Self.front)..<index
    let behind = isPassive ? index..<index : index + 1..<min(items.count, index + 1 + Self.behind)
    return front.contains { roles[$0].contains(.undertaking) }
      || behind.contains { roles[$0].contains(.undertaking) }
  }
}
