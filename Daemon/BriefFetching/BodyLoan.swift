/// The room that large bodies share, from the first piece that arrives until the document was read:
/// one that waits for a reader takes as much memory as one that is under way.
final class BodyRoom: Sendable {
  private let lent = Locked(0)
  private let limits: FetchLimits

  init(limits: FetchLimits) { self.limits = limits }

  /// How much of a body counts.
  fileprivate func share(of body: Int) -> Int { max(0, body - limits.smallBody) }

  fileprivate func lend(_ count: Int) -> Bool {
    lent.withLock { lent in
      guard count <= limits.largeBodies - lent else { return false }
      lent += count
      return true
    }
  }

  fileprivate func takeBack(_ count: Int) { lent.withLock { $0 -= count } }
}

/// What one body has of the room; given back when nobody holds it any more.
package final class BodyLoan: Hashable, Sendable {
  private let room: BodyRoom
  private let held = Locked(0)

  init(_ room: BodyRoom) { self.room = room }

  deinit { room.takeBack(held.withLock { $0 }) }

  /// False when there is no room for a body of so many bytes.
  func cover(_ body: Int) -> Bool {
    held.withLock { held in
      let share = room.share(of: body)
      guard share <= held || room.lend(share - held) else { return false }
      held = max(held, share)
      return true
    }
  }

  // Two answers are the same wherever their bytes lie.
  package static func == (one: BodyLoan, other: BodyLoan) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
