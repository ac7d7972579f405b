package import BriefConfiguration
package import BriefModel
import BriefStore
import BriefWriting

/// A channel that the configuration does not name, and to which no alert was ever owed.
package struct UnknownChannel: Error, CustomStringConvertible {
  package var id: ChannelID
  package var known: [ChannelID]

  package var description: String {
    let near = NearestName.of(id.rawValue, among: known.map(\.rawValue))
    let hint = near.map { "Did you mean \($0)? " } ?? ""
    return "No channel is called \(id). \(hint)See: brief-sync outbox"
  }
}

extension Assembly {
  /// The id, if a channel has it, or had it when an alert was owed to it; throws ``UnknownChannel``.
  ///
  /// - Parameter current: what is in force now, where it was read again since the start.
  package func known(
    _ id: ChannelID, current: DaemonConfiguration? = nil
  ) async throws -> ChannelID {
    let configured = (current ?? configuration).channels.map(\.id)
    if configured.contains(id) { return id }
    let owed = try await writer.read { try $0.channelReports().map(\.channel) }
    if owed.contains(id) { return id }
    throw UnknownChannel(id: id, known: Set(configured + owed).sorted())
  }
}
