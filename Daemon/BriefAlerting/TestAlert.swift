package import BriefModel

extension OutgoingAlert {
  /// An alert that says that it is a test, to try a channel with: nothing of it is in the outbox.
  ///
  /// - Parameter now: makes its key unlike that of earlier tests.
  package static func test(
    of channel: ChannelID, store: StoreID, at now: Timestamp
  ) throws -> OutgoingAlert {
    let publication = PublicationID(firstHalfOf: .zero)
    let change = Change(
      revision: .none, ordinal: 0, time: now, kind: .added,
      publication: PublicationReference(
        id: publication, source: SourceID("test"), title: "A test of channel \(channel)", link: nil),
      version: 1, isSilent: nil, differences: [], topics: [])
    let alert = Alert(rule: "test", channel: channel, subject: .change(change))
    let key = "\(store).test.\(now.seconds).\(channel)"
    return OutgoingAlert(
      key: key, channel: channel, rule: alert.rule,
      body: try AlertRendering.body(alert, store: store, key: key), publication: publication,
      created: now, attempt: 1)
  }
}
