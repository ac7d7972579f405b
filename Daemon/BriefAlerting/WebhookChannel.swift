import BriefFetching
package import BriefModel

/// POSTs alerts as JSON, by the Standard Webhooks convention.
package struct WebhookChannel: Channel {
  package let id: ChannelID
  private let url: String
  private let secret: WebhookSecret?
  private let allowsPrivateAddresses: Bool
  private let courier: Courier
  private let now: @Sendable () -> Timestamp

  /// - Parameters:
  ///   - url: absolute, http or https. It may hold a secret of its own and is shown to nobody.
  ///   - now: for the `webhook-timestamp` of an attempt.
  package init(
    id: ChannelID, url: String, secret: WebhookSecret? = nil, allowsPrivateAddresses: Bool = false,
    courier: Courier, now: @escaping @Sendable () -> Timestamp
  ) {
    self.id = id
    self.url = url
    self.secret = secret
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.courier = courier
    self.now = now
  }

  package func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    if case .refused(let reason) = URLRule.verdict(url: url, allowsPrivate: allowsPrivateAddresses)
    {
      return .park(reason: "the channel's url \(reason.clause)")
    }
    let receipt = await courier.carry(
      Letter(
        content: .post(url: url, fields: fields(alert), body: Array(alert.body.text.utf8)),
        allowsPrivateAddresses: allowsPrivateAddresses))
    return HTTPVerdict.result(receipt, now: now())
  }

  private func fields(_ alert: OutgoingAlert) -> [HeaderField] {
    let time = now()
    var fields = [
      HeaderField("Content-Type", "application/json"),
      HeaderField("User-Agent", "brief-sync/1"),
      HeaderField("webhook-id", alert.key),
      HeaderField("webhook-timestamp", String(time.seconds)),
    ]
    if let secret {
      let signature = secret.signature(id: alert.key, timestamp: time, body: alert.body.text)
      fields.append(HeaderField("webhook-signature", signature))
    }
    return fields
  }
}
