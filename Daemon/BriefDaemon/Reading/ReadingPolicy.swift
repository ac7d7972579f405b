/// The numbers of reading more than one document a poll. Seconds unless the name says otherwise.
struct ReadingPolicy: Hashable, Sendable {
  /// Pages visited in one poll, new ones before those that are looked at again. With a second
  /// between two of them a poll stays under a minute.
  var visits = 20
  /// Milliseconds between two requests to a publisher's host within a poll.
  var pauseMilliseconds: Int64 = 1_000
  /// A page is looked at again after an eighth of its age, within these: most corrections come in
  /// the first days, and one after two years is still found within a month.
  var shortestRevisit: Int64 = 12 * 3_600
  var longestRevisit: Int64 = 30 * 86_400
  var revisitShare: Int64 = 8
  /// The wait after the first visit that brought no text; doubled with each, at most a week.
  var firstRetry: Int64 = 3_600
  var longestRetry: Int64 = 7 * 86_400
  /// Visits in a row that find 404 before the page counts as gone.
  var notFoundVisits = 3
  /// Visits in a row that find 404 or 410, with 410 the last, before the page of a publication counts
  /// as gone that the document still lists; for another one 410 says so at once.
  var goneVisits = 2
  /// Conditional requests for a page that fail in a row before it is asked without validators only: one may
  /// be an outage.
  var refusedConditions = 2
  /// Older documents of a source that one poll reads to close a gap, and the next ones go on: ten of
  /// ten entries are a month of a busy publisher.
  var olderDocuments = 10
  /// Polls in a row that could not have the next older document before it is given up.
  var olderFailures = 10
  /// Sitemaps of an index that are read in one poll, those changed last first. The protocol allows
  /// fifty thousand; news stand in the newest.
  var sitemaps = 20
  /// Pages that a sitemap or a listing no longer lists and that are asked, in a poll that brings new links,
  /// whether they lead to one of those. Publishers rename a few at a time.
  var askedForRedirects = 5
  /// Bytes of a page whose original is kept, so that a better extractor can be told from an edit.
  var keptOriginal = 512 << 10
}
