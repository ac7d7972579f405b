import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting

/// A listing without the end tags of its page may have been cut in its last entry, or be written so.
extension FeedPoll {
  /// True when the last entry says what was not known, and the last poll found nothing cut: it counts when the
  /// next poll finds it again.
  func mayBeCut(
    _ snapshot: IdentifiedSnapshot, heads: [PublicationID: VersionID]
  ) async throws(StoreTrouble) -> Bool {
    guard !heads.isEmpty, let last = snapshot.entries.last,
      heads[last.publication] != last.versionID
    else { return false }
    let known = try await writer.lastListed(last.publication, of: source.id)
    if known.brokeOff { return false }
    guard heads[last.publication] != nil else { return true }
    // Of an entry whose text is its page's, the title is all that the listing can have cut.
    guard reading.readsPages else { return true }
    guard let title = known.title, let cut = last.entry.content.title else { return false }
    return cut != title && title.hasPrefix(cut)
  }
}
