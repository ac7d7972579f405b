public import BriefModel
internal import BriefStore

extension Archive {
  /// Revisions that are read from one moment of the store.
  private static let exportSlice: Int64 = 500

  /// The whole store as JSON Lines: first who it is, then a line for each revision in order, with
  /// all that its entry in the chain is computed from.
  ///
  /// Ends with the revision that was the last when it began. Errors of `take` come out as they are.
  ///
  /// - Parameter skip: told of what cannot be read; the rest is written all the same. Such an export is for
  ///   people and programs: no import takes it. Without it the first damaged record ends the export.
  public func export(
    after revision: Revision = .none,
    skip: ((VerificationReport.Finding) throws -> Void)? = nil, _ take: (String) throws -> Void
  ) throws {
    let here = try cursor()
    try take(try JSONText.encode(ExportHead(store: here.store, last: here.revision)))
    guard revision.number < here.revision.number else { return }
    var next = max(revision.number, 0) + 1
    while next <= here.revision.number {
      let slice = next...min(here.revision.number, next + Self.exportSlice - 1)
      let lines: [(line: String, unreadable: [Finding])]
      do {
        lines = try reader.read { snapshot in try slice.map { try snapshot.exportLine(of: $0) } }
      } catch {
        throw ArchiveError(error, at: reader.location)
      }
      for (line, unreadable) in lines {
        for finding in unreadable {
          guard let skip else {
            throw ArchiveError(
              StoreTrouble.damaged(record: finding.record, detail: finding.detail),
              at: reader.location)
          }
          try skip(VerificationReport.Finding(record: finding.record, detail: finding.detail))
        }
        try take(line)
      }
      next = slice.upperBound + 1
    }
  }
}

private struct ExportHead: Encodable {
  var schema = "brief-sync/export/1"
  var store: StoreID
  var last: Revision

  private enum CodingKeys: String, CodingKey {
    case schema, store
    case last = "last_revision"
  }

  init(store: StoreID, last: Revision) { (self.store, self.last) = (store, last) }
}
