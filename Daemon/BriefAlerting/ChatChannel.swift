import BriefFetching
package import BriefModel

/// Posts alerts to a service that people read. The services know no keys: where an answer is lost,
/// all but Matrix show the message twice.
package struct ChatChannel: Channel {
  package let id: ChannelID
  private let service: ChatService
  private let labels: AlertLabels
  private let allowsPrivateAddresses: Bool
  private let courier: Courier
  private let now: @Sendable () -> Timestamp

  package init(
    id: ChannelID, service: ChatService, labels: AlertLabels = AlertLabels(),
    allowsPrivateAddresses: Bool = false, courier: Courier, now: @escaping @Sendable () -> Timestamp
  ) {
    self.id = id
    self.service = service
    self.labels = labels
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.courier = courier
    self.now = now
  }

  package func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    guard let document = AlertDocument(alert.body) else {
      return .park(reason: "the stored alert cannot be read")
    }
    let story = AlertStory(document, labels: labels)
    guard let request = try? service.request(story, key: alert.key, labels: labels) else {
      return .park(reason: "the channel's address, token or name cannot stand in a request")
    }
    if case .refused(let reason) = URLRule.verdict(
      url: request.url, allowsPrivate: allowsPrivateAddresses)
    {
      return .park(reason: "the channel's url \(reason.clause)")
    }
    let fields = request.fields + [HeaderField("User-Agent", "brief-sync/1")]
    let body = Array(request.body.utf8)
    let receipt = await courier.carry(
      Letter(
        content: request.isPut
          ? .put(url: request.url, fields: fields, body: body)
          : .post(url: request.url, fields: fields, body: body),
        allowsPrivateAddresses: allowsPrivateAddresses))
    return HTTPVerdict.result(receipt, now: now())
  }
}
