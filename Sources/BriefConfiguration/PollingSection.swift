/// `[polling]`: how much of the network and of each publisher's host the daemon takes.
package struct PollingConfiguration: Hashable, Sendable {
  /// Transfers under way at once over all hosts that are connected.
  package var transfers = 64
  package var transfersPerHost = 2
  /// Seconds between the starts of two transfers to one host.
  package var hostPause: Int64 = 1
  /// Seconds for one poll, redirects included.
  package var timeout: Int64 = 50
  /// Bytes of one document after decompression.
  package var largestDocument = 16 << 20
  /// All requests go through it, and it then answers for the address rule.
  package var proxy: String?

  package init() {}
}

struct PollingSection {
  func read(_ reader: inout TableReader) -> PollingConfiguration {
    var polling = PollingConfiguration()
    guard var table = reader.table("polling") else { return polling }
    polling.transfers = table.integer("transfers", in: 1...256) ?? polling.transfers
    polling.transfersPerHost =
      table.integer("transfers_per_host", in: 1...16) ?? polling.transfersPerHost
    polling.hostPause = table.duration("host_pause", in: 0...3_600) ?? polling.hostPause
    polling.timeout = table.duration("timeout", in: 5...600) ?? polling.timeout
    polling.largestDocument =
      table.integer("largest_document", in: 65_536...268_435_456) ?? polling.largestDocument
    polling.proxy = table.string("proxy")
    table.finish()
    if let proxy = polling.proxy,
      !["http://", "https://", "socks5h://"].contains(where: { proxy.hasPrefix($0) })
    {
      table.fault("proxy", "must begin with http://, https:// or socks5h://")
    }
    return polling
  }
}
