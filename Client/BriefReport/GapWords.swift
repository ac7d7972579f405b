import BriefModel

/// What is said of a gap between two polls of a source.
enum GapWords {
  static func sentence(_ gap: SourceGap) -> String {
    let after = gap.after.map { " after \(Ages.minute($0)) UTC" } ?? ""
    let read = counted(gap.documents, "older document")
    let what = "What it published between two polls\(after), up to \(Ages.minute(gap.found)) UTC,"
    switch gap.ending {
    case nil:
      return "\(what) is still being read: \(read) so far, and more with each poll."
    case .notOffered:
      return "\(what) may be lost: it had left the newest document, and there is no older one."
    case .limit:
      return "\(what) is not all known: \(read) were read, as many as older_documents allows."
    case .unreadable:
      return "\(what) is not all known: after \(read) the next one could not be had."
    case .moved:
      return "\(what) is not all known: its address was changed after \(read)."
    }
  }

  /// A gap that nobody can close any more is news for so long. Seconds; `coverage` names it for ever.
  private static let newsworthy: Int64 = 30 * 86_400

  /// `nil` while it is being closed, and once it is old.
  static func problem(_ source: SourceState, now: Timestamp) -> Problem? {
    guard let gap = source.gap, gap.ending != nil,
      now < gap.found.advanced(by: newsworthy)
    else { return nil }
    return Problem(
      what: sentence(gap), source: source.id, since: gap.found,
      nextCommand: "brief-sync coverage \(source.id)", isPast: true)
  }
}
