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

  /// UTF-8 bytes of a poll's long texts up to which its own task tags them: some 20 milliseconds. More
  /// are tagged on a thread of their own, since a task holds one of as many threads as there are
  /// processors until it is done.
  package static let longTask = 100 << 10

  /// The tags of the entries that `heads` do not have as they stand; `nil` where no text of these is long.
  package static func found(
    _ snapshot: IdentifiedSnapshot, beside heads: [PublicationID: VersionID],
    context: RecordingContext
  ) async -> EarlyTaggings? {
    let long = snapshot.entries.filter { identified in
      size(of: identified) >= longText && heads[identified.publication] != identified.versionID
    }
    guard !long.isEmpty else { return nil }
    let all = long.reduce(0) { $0 + size(of: $1) }
    guard all > longTask else { return EarlyTaggings(of: long, context: context) }
    return await DerivingThreads.run(on: DerivingThreads.longTexts) {
      EarlyTaggings(of: long, context: context)
    }
  }

  private static func size(of identified: IdentifiedEntry) -> Int {
    identified.entry.content.body?.text.utf8.count ?? 0
  }

  private init(of entries: [IdentifiedEntry], context: RecordingContext) {
    catalogue = context.catalogue
    for identified in entries {
      byVersion[identified.versionID] = (identified.entry, context.tag(identified.entry))
    }
  }

  /// `nil` when it is still to be found: of another entry, or by another catalogue.
  func tagging(of identified: IdentifiedEntry, by context: RecordingContext) -> Tagging? {
    // Entries of one version may differ in what is no content: in dashes, and so in offsets.
    guard catalogue == context.catalogue, let early = byVersion[identified.versionID],
      early.entry == identified.entry
    else { return nil }
    return early.tagging
  }
}
