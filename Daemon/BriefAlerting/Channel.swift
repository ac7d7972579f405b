package import BriefModel

/// Where alerts go. The seam that tests replace.
package protocol Channel: Sendable {
  var id: ChannelID { get }

  /// Makes one attempt. Returns within the channel's own limits, at once when the task is
  /// cancelled, and says the same under the same key as every time before.
  func deliver(_ alert: OutgoingAlert) async -> DeliveryResult
}

/// How an attempt ended.
package enum DeliveryResult: Hashable, Sendable {
  /// The receiver took it. `refused`: what it said of those of several recipients that it would not
  /// have.
  case delivered(answer: String? = nil, refused: String? = nil)
  /// Not now. `after`: seconds that the receiver asks for, which hold the whole channel.
  case retry(after: Int64? = nil, answer: String)
  /// This alert can never be sent as it is.
  case park(reason: String)
  /// Cut short from our side.
  case interrupted
}
