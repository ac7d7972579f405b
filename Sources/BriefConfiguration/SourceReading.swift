package import BriefExtraction

/// How the documents of a source are read, where its owner says more than its kind does.
package struct SourceReading: Hashable, Sendable {
  /// The text of each entry is read from the page that it links to.
  package var readsPages = false
  /// Where a listing page has its items, and the link to its next page.
  package var listing = PageSelectors()
  /// Where an article's page has its parts.
  package var article = PageSelectors()
  /// Older documents that are read in all to close one gap between two polls: a hundred of ten entries
  /// are a year of a busy publisher.
  package var olderDocuments = 100

  package init() {}
}
