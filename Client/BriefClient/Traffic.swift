public import BriefModel
internal import BriefStore

extension ArchiveSnapshot {
  /// What was asked of each host since the store began, the most asked first.
  public func traffic() throws(ArchiveError) -> [HostTraffic] {
    try query { try $0.hostTraffic() }
  }

  /// How a source is polled; `nil` when no such source is configured.
  public func polling(of source: SourceID) throws(ArchiveError) -> SourcePolling? {
    try query { try $0.polling(of: source) }
  }
}
