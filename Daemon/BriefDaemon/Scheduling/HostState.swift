package import BriefModel

/// What a host has asked of us, kept across restarts.
package struct HostState: Hashable, Sendable, Codable {
  /// No request before this (Retry-After, or our own back-off after a 429 without it).
  package var closedUntil: Timestamp?
  /// Requests to wait in a row.
  package var asked = 0
  /// Requests to wait that were honoured, since the store began.
  package var honoured: Int64 = 0

  package init() {}
}

/// A host's place in the queue. Times are uptime in milliseconds.
struct HostQueue: Sendable {
  var asked = 0
  var honoured: Int64 = 0
  /// From Retry-After.
  var closedUntil: Int64 = .min
  /// From the pause between two starts.
  var pausedUntil: Int64 = .min
  var transfers = 0
  /// Sources of this host, in the queue or not.
  var sources = 0
  /// Sources that are due, by the time since which they are.
  var waiting = IndexedHeap<SourceID>()

  var opensAt: Int64 { max(closedUntil, pausedUntil) }
}
