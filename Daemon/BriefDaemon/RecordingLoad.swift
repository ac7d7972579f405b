import BriefModel
import BriefWriting

/// What polls hold in memory on their way into the store. On a slow disk more would come from the
/// network than can be committed: then polls that are over keep their place among those under way,
/// and no other begins.
struct RecordingLoad: Sendable {
  /// Polls: two commits full, so that one can be gathered while another is under way.
  private static let mostPolls = 512
  /// Bytes received; what was read of them takes some times as much. Documents of 64 kB make sixty
  /// polls: half of them are recorded in one commit, whose words become one segment of the index. With half
  /// as many, segments are half as large and more of them must be merged.
  private static let mostBytes = 4 << 20

  private var polls = 0
  private var bytes = 0

  var isFull: Bool { polls >= Self.mostPolls || bytes >= Self.mostBytes }

  mutating func began(_ poll: PollRecord) {
    polls += 1
    bytes += Self.bytes(poll)
  }

  mutating func ended(_ poll: PollRecord) {
    polls -= 1
    bytes -= Self.bytes(poll)
  }

  /// Of what brought no document nothing is held.
  private static func bytes(_ poll: PollRecord) -> Int {
    if case .snapshot = poll.observation { max(0, poll.bytes) } else { 0 }
  }
}
