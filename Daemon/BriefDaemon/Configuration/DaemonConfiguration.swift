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
  package var channels: [ChannelConfiguration] = []
  package var rules: [AlertRule] = []

  package init() {}
}

/// Where alerts go.
package struct ChannelConfiguration: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case journal, webhook
  }

  package var id: ChannelID
  package var kind: Kind
  /// For a webhook: absolute, http or https.
  package var url: String?
  /// A file that holds the signing secret; the configuration itself never does.
  package var secretFile: String?
  /// True when the receiver may live on loopback or a private network.
  package var allowsPrivateAddresses: Bool

  package init(
    id: ChannelID, kind: Kind, url: String? = nil, secretFile: String? = nil,
    allowsPrivateAddresses: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.url = url
    self.secretFile = secretFile
    self.allowsPrivateAddresses = allowsPrivateAddresses
  }
}

/// One thing that is wrong with a configuration file.
package struct ConfigurationFault: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// From 1; `nil` when no line can be named.
  package var line: Int?
  /// `source[2].url`, counted from 1; empty for the whole file.
  package var key: String
  /// What is wrong and what is allowed.
  package var message: String

  package init(file: String, line: Int?, key: String, message: String) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  /// `FILE:LINE: KEY: MESSAGE`.
  package var description: String {
    [line.map { "\(file):\($0)" } ?? file, key.isEmpty ? nil : key, message]
      .compactMap(\.self).joined(separator: ": ")
  }
}

/// All that is wrong with a configuration file, in the order of its lines.
package struct ConfigurationFaults: Error, Hashable, CustomStringConvertible {
  package var faults: [ConfigurationFault]

  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
