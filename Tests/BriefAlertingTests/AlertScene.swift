import BriefAlerting
import BriefModel
import Testing

/// An alert about a silent edit, to be changed where a test wants it.
enum AlertScene {
  static let store = StoreID(rawValue: "00000000-0000-4000-8000-000000000001")

  static func change(title: String? = "Gas market of the union state", kind: Change.Kind = .revised)
    throws -> Change
  {
    let id = try #require(PublicationID(hexadecimal: "000102030405060708090a0b0c0d0e0f"))
    return Change(
      revision: Revision(7), ordinal: 2, time: Timestamp(seconds: 1_700_000_000), kind: kind,
      publication: PublicationReference(
        id: id, source: SourceID("pism"), title: title, link: "https://example.org/83",
        series: "Spotlight", number: "83/2021"),
      version: 2, isSilent: kind == .revised ? true : nil,
      differences: kind == .revised
        ? [
          Difference(
            class: .date, field: .text, before: "2023", after: "2024", offset: 12,
            contextBefore: "by 1 December", contextAfter: "at the latest")
        ] : [],
      topics: [TopicID("gas")])
  }

  static func alert(_ change: Change, channel: String = "desk") -> Alert {
    Alert(rule: "everything", channel: ChannelID(channel), subject: .change(change))
  }

  static func outgoing(_ alert: Alert, attempt: Int = 1) throws -> OutgoingAlert {
    let key = alert.key(store: store)
    return OutgoingAlert(
      key: key, channel: alert.channel, rule: alert.rule,
      body: try AlertRendering.body(alert, store: store, key: key),
      publication: alert.changes.first?.publication.id, created: Timestamp(seconds: 1_700_000_000),
      attempt: attempt)
  }
}
