package import BriefModel

/// An article's page, read.
package struct Page: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// One work: its text is what counts.
    case article
    /// Announces others: its links are what counts.
    case listing
  }

  package var kind = Kind.article
  package var title: String?
  package var authors: [String] = []
  package var published: Timestamp?
  /// The publisher's own date of change.
  package var modified: Timestamp?
  /// BCP 47, stated or found.
  package var language: String?
  package var publisher: String?
  package var series: String?
  package var number: String?
  /// The publisher's own summary, from the page's head.
  package var summary: String?
  /// Absolute, http or https: where the publisher wants the page to be found.
  package var canonicalLink: String?
  /// What the publisher says to have corrected.
  package var corrections: [String] = []
  /// The main text.
  package var body = Body(sections: [])
  /// Why there is no text, when the document is known to have one (a PDF that cannot be read).
  package var missingText: String?
  /// Of a listing the links to articles, of an article the links in its text; in document order.
  package var links: [PageLink] = []

  package init() {}
}

/// A link to an article, as a page announces it.
package struct PageLink: Hashable, Sendable {
  /// Absolute, http or https, without fragment; relative as it is printed where nobody knows the
  /// page's address.
  package var url: String
  package var title: String?
  /// The date printed beside it.
  package var published: Timestamp?

  package init(url: String, title: String? = nil, published: Timestamp? = nil) {
    (self.url, self.title, self.published) = (url, title, published)
  }
}

/// A listing, with where it goes on.
package struct ListingPage: Hashable, Sendable {
  /// In document order.
  package var links: [PageLink]
  /// Absolute, http or https.
  package var next: String?
}

extension Page {
  /// Safe to be shown: text alone, no mark of direction that reaches beyond its line.
  var shown: Page {
    var page = self
    page.title = title.map(BidirectionalMarks.balanced)
    page.authors = authors.map(BidirectionalMarks.balanced)
    page.publisher = publisher.map(BidirectionalMarks.balanced)
    page.series = series.map(BidirectionalMarks.balanced)
    page.number = number.map(BidirectionalMarks.balanced)
    page.summary = summary.map(BidirectionalMarks.balanced)
    page.corrections = corrections.map(BidirectionalMarks.balanced)
    page.body = Body(
      sections: body.sections.map {
        Section(
          heading: $0.heading.map(BidirectionalMarks.balanced),
          text: BidirectionalMarks.balanced($0.text))
      })
    page.links = links.map {
      PageLink(
        url: UnknownAddress.relative($0.url), title: $0.title.map(BidirectionalMarks.balanced),
        published: $0.published)
    }
    return page
  }

  /// The page as an entry of its source. `body` is `nil` where ``missingText`` says why.
  package func entry(identity: Identity, link: String?) -> Entry {
    Entry(
      identity: identity, link: link,
      content: Content(
        title: title, authors: authors, published: published, number: number,
        body: missingText == nil ? body : nil),
      updated: modified, language: language, publisher: publisher, series: series,
      correction: CorrectionNotice.joined(corrections))
  }
}
