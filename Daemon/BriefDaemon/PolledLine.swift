import BriefModel
import BriefStore
import BriefWriting

/// One poll as it is reported: a line for people, a row for programs.
struct PolledLine: Hashable, Sendable, Encodable {
  var id: SourceID
  /// `document`, `unchanged`, or the short name of what went wrong.
  var outcome: String
  var counts: ChangeCounts
  /// What went wrong, for people.
  var error: String?
  /// What a good poll has to tell all the same.
  var warning: String?
  /// Received, and whether that was a 304: for the counts of the service alone.
  var bytes = 0
  var wasNotModified = false

  init(_ record: PollRecord, _ recorded: RecordedPoll) {
    id = record.source
    counts = recorded.counts
    warning = record.warning
    bytes = record.bytes
    wasNotModified = record.facts.status == 304
    switch record.observation {
    case .unchanged: outcome = "unchanged"
    case .snapshot: outcome = "document"
    case .trouble(let trouble):
      outcome = trouble.code
      error = trouble.sentence
    }
    if let trouble = recorded.trouble {
      outcome = Self.notRecorded
      error = trouble.description
    }
  }

  /// Not polled: its host asked to be left alone.
  init(_ id: SourceID, hostAskedToWaitUntil until: Timestamp) {
    self.id = id
    outcome = Self.notPolled
    counts = ChangeCounts()
    warning = "not polled: its host asked to be left alone until \(until.rfc3339)"
  }

  private static let notPolled = "host-asked-to-wait"

  var isFailure: Bool { error != nil }
  var wasPolled: Bool { outcome != Self.notPolled }
  /// The store could not take what a poll brought.
  var wasRecorded: Bool { outcome != Self.notRecorded }
  private static let notRecorded = "not-recorded"

  /// `pism-spotlight  added 3, revised 1`.
  var text: String {
    if let error { return "\(id)  \(outcome): \(error)" }
    let parts = [
      ("added", counts.added), ("revised", counts.revised), ("withdrawn", counts.withdrawn),
      ("restored", counts.restored),
    ].filter { $0.1 > 0 }.map { "\($0) \($1)" }
    if !wasPolled { return "\(id)  \(warning ?? outcome)" }
    let line = "\(id)  \(parts.isEmpty ? "unchanged" : parts.joined(separator: ", "))"
    return warning.map { line + ". " + $0 } ?? line
  }

  private enum CodingKeys: String, CodingKey {
    case id, outcome, added, revised, withdrawn, restored, error, warning
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.rawValue, forKey: .id)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(counts.added, forKey: .added)
    try container.encode(counts.revised, forKey: .revised)
    try container.encode(counts.withdrawn, forKey: .withdrawn)
    try container.encode(counts.restored, forKey: .restored)
    try container.encode(error, forKey: .error)
    try container.encode(warning, forKey: .warning)
  }
}
