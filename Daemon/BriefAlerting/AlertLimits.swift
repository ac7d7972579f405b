import BriefModel

/// What an alert carries at most, so that no title of a megabyte makes a receiver refuse the whole.
enum AlertLimits {
  /// Changes that a summary lists; its `count` tells of all.
  static let summaryChanges = 20
  /// Changes that a digest lists, and events.
  static let digestChanges = 50
  /// Differences that a change lists. The store has them all.
  static let differences = 50
  /// Topics of which a change shows a passage.
  static let mentions = 20
  /// UTF-8 bytes of a title, a link, a series.
  static let line = 2_000
  /// UTF-8 bytes of the words before and after.
  static let words = 4_000
}

extension Alert {
  /// The alert with its texts cut to ``AlertLimits``.
  func clipped() -> Alert {
    var alert = self
    alert.mentions = mentions.prefix(AlertLimits.mentions).map { mention in
      var mention = mention
      mention.passage = mention.passage.clipped(to: AlertLimits.line)
      return mention
    }
    switch subject {
    case .change(let change): alert.subject = .change(change.clipped())
    case .summary(let source, let reason, let changes):
      let shown = changes.prefix(AlertLimits.summaryChanges).map { $0.clipped() }
      alert.subject = .summary(
        source: source, reason: reason,
        changes: shown + changes.dropFirst(AlertLimits.summaryChanges))
    case .source(var event):
      event.reason = event.reason?.clipped(to: AlertLimits.line)
      alert.subject = .source(event)
    case .deadline(var event):
      event.last.passage = event.last.passage.clipped(to: AlertLimits.line)
      event.last.publication.title = event.last.publication.title?.clipped(to: AlertLimits.line)
      alert.subject = .deadline(event)
    }
    return alert
  }
}

extension Change {
  fileprivate func clipped() -> Change {
    var change = self
    change.publication.title = publication.title?.clipped(to: AlertLimits.line)
    // A link that is cut leads elsewhere.
    if let link = publication.link, link.utf8.count > AlertLimits.line {
      change.publication.link = nil
    }
    change.publication.series = publication.series?.clipped(to: AlertLimits.line)
    change.publication.number = publication.number?.clipped(to: AlertLimits.line)
    change.differences = differences.prefix(AlertLimits.differences).map { difference in
      var difference = difference
      difference.before = difference.before?.clipped(to: AlertLimits.words)
      difference.after = difference.after?.clipped(to: AlertLimits.words)
      difference.contextBefore = difference.contextBefore.clipped(to: AlertLimits.line)
      difference.contextAfter = difference.contextAfter.clipped(to: AlertLimits.line)
      return difference
    }
    return change
  }
}

extension String {
  /// The text up to `limit` UTF-8 bytes, never cut within a scalar, with an ellipsis where it was
  /// cut. Linear in `limit`, whatever the length.
  func clipped(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var bytes = Array(utf8.prefix(max(0, limit - 3)))
    // Continuation bytes at the end belong to a scalar that may be cut: go back to its first byte.
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }
}
