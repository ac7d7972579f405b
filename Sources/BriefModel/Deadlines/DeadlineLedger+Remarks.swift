/// What is said of an undertaking beside naming its day: that another day is wanted, or that it is off.
extension DeadlineLedger {
  /// By group, the remarks that mean it.
  func remarks(
    _ reports: [Report], _ proposals: [Proposal], among groups: [Group]
  ) -> [Int: [Remark]] {
    var remarks: [Int: [Remark]] = [:]
    for proposal in proposals {
      let remark = Remark(kind: .proposed, due: proposal.to, statement: proposal.statement)
      let named = groups.indices.filter {
        groups[$0].key.due == proposal.from && proposal.from != proposal.to
      }
      let meant =
        named.isEmpty
        ? closest(groups, to: proposal.statement) { $0.key.due != proposal.to } : named
      for index in meant { remarks[index, default: []].append(remark) }
    }
    for report in reports {
      guard let callingOff = report.callingOff else { continue }
      let remark = Remark(kind: .init(callingOff), due: nil, statement: report.statement)
      // A sentence that names the day means what is due on it.
      let named = groups.indices.filter { index in
        report.isNegated && groups[index].key.due == report.key.due
          && groups[index].first.words.overlap(with: report.statement.words).common > 0
      }
      let meant =
        named.isEmpty ? closest(groups, to: report.statement) { _ in true } : named
      for index in meant { remarks[index, default: []].append(remark) }
    }
    return remarks
  }

  /// The groups of which a later sentence has most words, if it has enough.
  private func closest(
    _ groups: [Group], to statement: Statement, where holds: (Group) -> Bool
  ) -> [Int] {
    let likely = groups.indices.compactMap { index -> (index: Int, share: Double)? in
      let group = groups[index]
      guard holds(group), isEarlier(group.first, statement),
        statement.said.dayNumber - group.key.due.dayNumber <= policy.lateness,
        !group.first.words.differsInNumbers(from: statement.words)
      else { return nil }
      let overlap = group.first.words.overlap(with: statement.words)
      guard overlap.common >= LedgerPolicy.remarkStems,
        overlap.share >= LedgerPolicy.remarkShare
      else { return nil }
      return (index, overlap.share)
    }
    guard let most = likely.map(\.share).max() else { return [] }
    return likely.filter { $0.share == most }.map(\.index)
  }

  /// The last remark calls it off, and nobody has named a day for it since.
  func isShelved(_ remarks: [Remark], moves: [Move], current: Group) -> Bool {
    guard let off = remarks.last(where: { $0.kind != .proposed })?.statement else { return false }
    let moved = moves.last.map { ($0.said, $0.revision) }
    return isEarlier(current.last, off)
      && moved.map { $0 < (off.said, off.revision) } ?? true
  }
}

extension Deadline.Remark.Kind {
  fileprivate init(_ callingOff: DatedClaim.CallingOff) {
    self =
      switch callingOff {
      case .cancelled: .cancelled
      case .suspended: .suspended
      case .postponed: .postponed
      }
  }
}
