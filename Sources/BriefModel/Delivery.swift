/// An alert as its channel will send it, made in the transaction that owes it, so that every
/// attempt says the same.
package struct AlertBody: Hashable, Sendable {
  /// `change`, `summary`, `source`, `channel` (alerts were parked) or `digest`.
  package var type: String
  /// JSON, schema `brief-sync/alert/1`.
  package var text: String

  package init(type: String, text: String) {
    self.type = type
    self.text = text
  }
}

/// One alert on its way to one channel.
package struct OutgoingAlert: Hashable, Sendable {
  /// The same on every attempt and after every restart: a receiver drops repeats by it.
  package var key: String
  package var channel: ChannelID
  package var rule: String
  package var body: AlertBody
  /// `nil` for what is not about one publication.
  package var publication: PublicationID?
  /// When it was owed.
  package var created: Timestamp
  /// 1 for the first.
  package var attempt: Int

  package init(
    key: String, channel: ChannelID, rule: String, body: AlertBody, publication: PublicationID?,
    created: Timestamp, attempt: Int
  ) {
    self.key = key
    self.channel = channel
    self.rule = rule
    self.body = body
    self.publication = publication
    self.created = created
    self.attempt = attempt
  }
}
