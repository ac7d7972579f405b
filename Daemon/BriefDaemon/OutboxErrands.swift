package import BriefConfiguration
package import BriefModel
package import BriefStore
package import BriefWriting

/// What people ask of the outbox, with the answer in a sentence: of the running service, and of a
/// command where none runs.
///
/// - `current`: the configuration in force, where it was read again since the start.
extension Assembly {
  /// Makes alerts that were given up due again.
  package func replay(
    _ choice: ReplayChoice, current: DaemonConfiguration? = nil
  ) async throws -> String {
    var gone = ""
    if case .channel(let id) = choice {
      let id = try await known(id, current: current)
      if !has(id, current), try await writer.undelivered(of: id) > 0 {
        gone = " The configuration has no channel \(id), so they wait. \(Self.ways(id))"
      }
    }
    let count = try await writer.replay(choice, at: clock.moment.wall)
    return "\(counted(count, "alert")) \(count == 1 ? "is" : "are") due again.\(gone)"
  }

  /// Sends a channel's alerts, waiting or given up, through another one.
  package func reroute(
    _ id: ChannelID, to other: ChannelID, current: DaemonConfiguration? = nil
  ) async throws -> String {
    let configuration = current ?? configuration
    guard configuration.channels.contains(where: { $0.id == other }) else {
      throw UnknownChannel(id: other, known: configuration.channels.map(\.id))
    }
    let id = try await known(id, current: current)
    guard id != other else { return try await replay(.channel(id), current: current) }
    let rerouting = try await writer.reroute(
      id, to: other, isGone: !has(id, current), at: clock.moment.wall)
    var text = "\(counted(rerouting.moved, "alert")) of \(id) "
    text += rerouting.moved == 1 ? "goes to \(other)." : "go to \(other)."
    if rerouting.discarded > 0 {
      text +=
        " \(grouped(rerouting.discarded)) of which it was told itself are discarded: brief-sync outbox lists them."
    }
    return text
  }

  /// Takes a channel's alerts, waiting or given up, out of the outbox; without `isMeant` says how many
  /// that would be.
  package func discard(
    _ id: ChannelID, isMeant: Bool, current: DaemonConfiguration? = nil
  ) async throws -> String {
    let id = try await known(id, current: current)
    guard isMeant else {
      let count = try await writer.undelivered(of: id)
      guard count > 0 else { return "No alert waits for \(id) or was given up." }
      return """
        This would discard \(counted(count, "alert")) that nobody was told of: brief-sync outbox --channel \(id)
        Send them elsewhere with: brief-syncd replay --channel \(id) --to OTHER
        Do it with the same command and --yes.
        """
    }
    let count = try await writer.discard(
      id, isGone: !has(id, current), at: clock.moment.wall)
    if count > 0 {
      Log.write(
        .warning, "alerts-discarded", [("channel", id.rawValue), ("count", "\(count)")])
    }
    return
      "\(counted(count, "alert")) of \(id) \(count == 1 ? "is" : "are") discarded: brief-sync outbox lists what was."
  }

  /// Sentences on channels for which alerts wait and that the configuration does not have.
  package static func forgottenChannels(
    _ reports: [ChannelReport], configured: [ChannelID]
  ) -> [String] {
    reports.filter { $0.pending + $0.parked > 0 && !configured.contains($0.channel) }.map {
      "\(counted($0.pending + $0.parked, "alert")) of channel \($0.channel), which the configuration does not have, cannot be sent. \(ways($0.channel))"
    }
  }

  private static func ways(_ id: ChannelID) -> String {
    "Send them elsewhere: brief-syncd replay --channel \(id) --to OTHER; or drop them: brief-syncd discard --channel \(id)"
  }

  private func has(_ id: ChannelID, _ current: DaemonConfiguration?) -> Bool {
    (current ?? configuration).channels.contains { $0.id == id }
  }
}
