public import BriefModel
internal import BriefStore

/// How a store fares: counts, writer, outbox, chain.
public struct ArchiveStatus: Hashable, Sendable {
  public struct Counts: Hashable, Sendable {
    /// Configured sources.
    public var sources: Int
    public var publications: Int
    public var versions: Int
    public var changes: Int
  }

  /// The process that may write.
  public struct Writer: Hashable, Sendable {
    /// Program and process id, as it names itself.
    public var name: String
    public var since: Timestamp
    /// Why it cannot write just now; `nil` when it can.
    public var trouble: Trouble?
  }

  /// That the store cannot be written: nothing is lost, and nothing is recorded meanwhile.
  public struct Trouble: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
      case full, failing, other
      case readOnly = "read-only"
    }

    public var kind: Kind
    public var since: Timestamp
  }

  public var cursor: Cursor
  public var created: Timestamp
  public var counts: Counts
  /// `nil` when no daemon runs.
  public var writer: Writer?
  /// Alerts that wait to be delivered.
  public var pendingAlerts: Int
  /// Alerts that were given up after their last attempt.
  public var parkedAlerts: Int
  /// Revisions in the chain.
  public var chainLength: Int64
  /// The last revision's entry: equal heads mean equal histories.
  public var chainHead: Digest
  /// What is wrong with files of topics that the daemon left out at its last start.
  public var refusedTopics: [String] = []

  init(_ summary: StoreSummary, holder: StoreHolder?, distress: StoreDistress? = nil) {
    cursor = Cursor(store: summary.id, revision: summary.revision)
    created = summary.created
    counts = Counts(
      sources: summary.sources, publications: summary.publications, versions: summary.versions,
      changes: summary.changes)
    writer = holder.map {
      Writer(name: $0.name, since: $0.since, trouble: distress.map(Trouble.init))
    }
    pendingAlerts = summary.pendingAlerts
    parkedAlerts = summary.parkedAlerts
    chainLength = summary.chainLength
    chainHead = summary.chainHead
  }
}

extension ArchiveStatus.Trouble {
  fileprivate init(_ distress: StoreDistress) {
    kind =
      switch distress.kind {
      case .full: .full
      case .readOnly: .readOnly
      case .failing: .failing
      case .other: .other
      }
    since = distress.since
  }
}
