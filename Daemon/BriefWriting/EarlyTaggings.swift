package import BriefModel

/// Tags of a poll's long texts, found before its turn to be committed comes: a book takes a third of a
/// second, and whoever asks the writer for something meanwhile would wait.
package struct EarlyTaggings: Sendable {
  private var byVersion: [VersionID: (entry: Entry, tagging: Tagging)] = [:]
  /// The number of the catalogue that they are by.
  private let catalogue: Int

  /// UTF-8 bytes of a text from which on it is long. Shorter ones take a millisecond, and what is
  /// found in all of them would be kept for as long as their polls wait.
  package static let longText = 32 << 10

  /// Of the entries that `heads` do not have as they stand.
  package init(
    _ snapshot: IdentifiedSnapshot, beside heads: [PublicationID: VersionID],
    context: RecordingContext
  ) {
    catalogue = context.catalogue
    for identified in snapshot.entries
    where (identified.entry.content.body?.text.utf8.count ?? 0) >= Self.longText
      && heads[identified.publication] != identified.versionID
    {
      byVersion[identified.versionID] = (identified.entry, context.tag(identified.entry))
    }
  }

  package var isEmpty: Bool { byVersion.isEmpty }

  /// `nil` when it is still to be found: of another entry, or by another catalogue.
  func tagging(of identified: IdentifiedEntry, by context: RecordingContext) -> Tagging? {
    // Entries of one version may differ in what is no content: in dashes, and so in offsets.
    guard catalogue == context.catalogue, let early = byVersion[identified.versionID],
      early.entry == identified.entry
    else { return nil }
    return early.tagging
  }
}
