/// Why we ended a transfer ourselves.
package enum StopReason: Hashable, Sendable {
  case cancelled
  case shutDown
  /// The address that the name led to.
  case address(AddressRule.Kind)
  case url(URLRule.Reason)
  case redirect(RedirectTrouble)
  /// The host asked to be left alone, for so many seconds more.
  case hostClosed(seconds: Int64)
  case tooLarge(Part)
  case tooSlow(Phase)
  /// The body does not decode, or ends before its encoding does.
  case encoding(DecodingTrouble)
  /// Other bodies hold all the memory that bodies may have.
  case crowded
  /// The machine had no descriptor or memory for a socket.
  case noSocket
  /// A credential or field that cannot stand on the wire.
  case unsendable
  /// libcurl did not take an option, or had no memory for a handle.
  case setUp

  package enum Part: String, Hashable, Sendable, CaseIterable {
    case header, transfer, body
  }

  package enum Phase: String, Hashable, Sendable, CaseIterable {
    /// Name lookup, connection, TLS.
    case connecting
    /// Waiting for the end of the header section.
    case answering
    /// The body trickles or stands still.
    case body
    /// The whole poll took too long.
    case total
  }
}

/// How a transfer ended: what the classifier goes by.
package struct TransferEnd: Hashable, Sendable {
  /// Ours; decides before all else.
  package var stop: StopReason?
  /// libcurl's result, 0 for a whole transfer.
  package var code: Int32
  /// Of the last answer; `nil` when no status line came.
  package var status: Int?
  /// Whether validators were sent.
  package var isConditional: Bool
  /// Whether a redirect that is not permanent led to the last answer.
  package var wasSentAway: Bool
  /// Retry-After in seconds, clamped.
  package var retryAfter: Int64?

  package init(
    stop: StopReason? = nil, code: Int32 = 0, status: Int? = nil, isConditional: Bool = false,
    wasSentAway: Bool = false, retryAfter: Int64? = nil
  ) {
    self.stop = stop
    self.code = code
    self.status = status
    self.isConditional = isConditional
    self.wasSentAway = wasSentAway
    self.retryAfter = retryAfter
  }
}
