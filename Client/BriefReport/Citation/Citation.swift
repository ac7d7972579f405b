package import BriefClient
package import BriefModel

/// A version of a publication as it is cited: a report of an institution, under a key that stays.
package struct Citation: Hashable, Sendable {
  /// Source, publication and content: the same in every store that saw the same text, whatever
  /// title or date a later version has.
  package var key: String
  package var title: String
  package var authors: [AuthorName]
  package var institution: String?
  package var series: String?
  package var number: String?
  /// The publisher's own date.
  package var issued: CalendarDate?
  /// The day on which the version was first read.
  package var accessed: CalendarDate
  /// The version's place in this store's history.
  package var version: Int
  /// SHA-256 of the version's content: its name in every store.
  package var contentDigest: Digest
  /// Where the version was read.
  package var link: String?
  /// BCP 47.
  package var language: String?
  /// Where the publication is now, when its link moved since.
  package var presentLink: String?
}

extension Citation {
  package init(_ publication: Publication, _ version: Version, _ facts: VersionFacts) {
    let reference = publication.reference
    let institution = (facts.publisher ?? publication.publisher).map(VisibleText.line)
    key = Self.key(reference, version.id)
    title = version.content.title.map(VisibleText.line) ?? "[no title]"
    authors = version.content.authors.compactMap {
      AuthorName(VisibleText.line($0), institution: institution)
    }
    self.institution = institution
    series = (facts.series ?? reference.series).map(VisibleText.line)
    number = version.content.number.map(VisibleText.line)
    issued = version.content.published?.day
    accessed = version.firstSeen.day
    self.version = version.number
    contentDigest = version.id.digest
    link = (version.link ?? reference.link).map(VisibleText.line)
    presentLink = Self.presentLink(version.link, reference.link).map(VisibleText.line)
    language = (facts.language ?? publication.language).map(VisibleText.line)
  }

  /// ASCII letters, digits and hyphens only: every reader of bibliographies takes those.
  private static func key(_ reference: PublicationReference, _ id: VersionID) -> String {
    let source = reference.source.rawValue.unicodeScalars.map {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        ? Character($0) : "-"
    }
    return "\(String(source))-\(reference.id.short)-\(id.digest.hexadecimal.prefix(8))"
  }

  /// `nil` where both lead to the same place.
  static func presentLink(_ then: String?, _ now: String?) -> String? {
    guard let then, let now,
      ContentNormalisation.comparableLink(then) != ContentNormalisation.comparableLink(now)
    else { return nil }
    return now
  }

  /// The authors, or the institution where none are named.
  var creators: [AuthorName] {
    authors.isEmpty ? institution.map { [.institution($0)] } ?? [] : authors
  }

  /// What proves the text, for a note, and where it stood then.
  var proof: String {
    let then = formerAddress.map { ", read at \($0)" } ?? ""
    return "version \(version), SHA-256 of the content \(contentDigest.hexadecimal)\(then)"
  }

  /// As a program may follow it: nothing that ends it or that a format takes for its own.
  var address: String? { SafeAddress.of(presentLink) ?? SafeAddress.of(link) }

  /// Where the version was read, when that is another address than the present one.
  var formerAddress: String? {
    SafeAddress.of(presentLink) == nil ? nil : SafeAddress.of(link)
  }

  /// For a sentence: the address, and the one that it was read at where that is another.
  var place: String? {
    guard let formerAddress, let address else { return address }
    return "\(formerAddress) (now at \(address))"
  }
}
