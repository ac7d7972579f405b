import BriefClient
import BriefModel
import BriefReport

/// `explain CHANGE`: which rules hold for it.
struct ExplainChange {
  let context: CommandContext
  /// The moment that is answered as of.
  let moment: String?
  let config: String?

  func run(_ place: (revision: Int64, ordinal: Int)) throws {
    let rules = try AlertRules(config, environment: context.environment).rules
    let (cursor, explanation) = try context.answer(asOf: moment) { snapshot in
      let change = try change(place, in: snapshot)
      let details = try snapshot.details(of: change)
      return (
        try snapshot.cursor(),
        ChangeExplanation(
          change: change,
          rules: rules.map { RuleVerdict($0, among: rules, change: change, details: details) })
      )
    }
    if context.options.isForPrograms {
      try context.print("explain-change", store: cursor, explanation, rows: explanation.rules)
    } else {
      try context.print(explanation.lines(style: context.style))
    }
    try context.finish()
  }

  private func change(
    _ place: (revision: Int64, ordinal: Int), in snapshot: ArchiveSnapshot
  ) throws -> Change {
    var start = try snapshot.cursor()
    guard place.revision <= start.revision.number else { throw missing(place) }
    start.revision = place.revision > 1 ? Revision(place.revision - 1) : .none
    let changes = try snapshot.changes(since: start, ChangeQuestion(limit: 1)).changes
    let found = changes.first {
      $0.revision.number == place.revision && $0.ordinal == place.ordinal
    }
    guard let found else { throw missing(place) }
    return found
  }

  private func missing(_ place: (revision: Int64, ordinal: Int)) -> CommandFailure {
    CommandFailure(
      .nothingMatched, "There is no change \(place.revision).\(place.ordinal).",
      nextCommand: "brief-sync changes --json")
  }

  /// `12.0`, `r12.c0`, or an alert's key with the latter in it; `nil` for anything else.
  static func place(_ name: String) -> (revision: Int64, ordinal: Int)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    for (first, second) in zip(parts, parts.dropFirst()) {
      if first.hasPrefix("r"), second.hasPrefix("c"), let revision = Int64(first.dropFirst()),
        let ordinal = Int(second.dropFirst()), revision > 0, ordinal >= 0
      {
        return (revision, ordinal)
      }
    }
    guard parts.count == 2, let revision = Int64(parts[0]), let ordinal = Int(parts[1]),
      revision > 0, ordinal >= 0
    else { return nil }
    return (revision, ordinal)
  }
}
