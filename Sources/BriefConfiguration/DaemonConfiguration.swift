package import BriefModel

/// What the configuration file says, checked.
package struct DaemonConfiguration: Hashable, Sendable {
  /// The store's folder; `nil` leaves it to the command line or the usual places.
  package var store: String?
  /// Named in the User-Agent, so that a publisher can write to someone: a mail or web address.
  package var contact: String?
  /// The folder with topic files of the user's own; `nil` when there is none.
  package var topicFolder: String?
  package var withdrawal = WithdrawalPolicy()
  package var sources: [Source] = []
  /// How the documents of sources are read, where they say.
  package var readings: [SourceID: SourceReading] = [:]
  /// What opens sources that are not open to everyone.
  package var keys: [SourceID: SourceKey] = [:]
  package var polling = PollingConfiguration()
  package var channels: [ChannelConfiguration] = []
  package var rules: [AlertRule] = []
  /// What is allowed and yet cannot be meant, such as a rule that never matches.
  package var warnings: [ConfigurationFault] = []

  package init() {}

  /// An empty file is sound and yet what is left of one that was cut off.
  package var saysNothing: Bool { sources.isEmpty && channels.isEmpty && rules.isEmpty }
}
