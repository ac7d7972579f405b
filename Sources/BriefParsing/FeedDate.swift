package import BriefModel

/// A date as a publisher prints it, and the moment that it means.
package struct FeedDate: Hashable, Sendable {
  /// How much of the moment the publisher stated and how much was assumed.
  package enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// Date, time and zone are there.
    case stated
    /// A day without a time, or a time without a zone: taken as UTC.
    case zoneAssumed = "zone-assumed"
    /// The order of day and month, the century or the month was guessed.
    case guessed
  }

  package var moment: Timestamp
  package var confidence: Confidence

  package init(moment: Timestamp, confidence: Confidence) {
    self.moment = moment
    self.confidence = confidence
  }

  /// The moments that RFC 3339 can print: the years 1 to 9999.
  static let printable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Reads RFC 822 and 3339, W3CDTF, `asctime` and what feeds print in place of them, with month
  /// names in the languages of ``MonthNames``. `nil` when the text names no real moment: no date is
  /// ever made up.
  package init?(_ text: some StringProtocol) {
    if let moment = ExactDate.moment(text.utf8) {
      self.init(moment: moment, confidence: .stated)
      return
    }
    guard let tokens = DateTokens(text) else { return nil }
    var reading = DateReading(tokens)
    guard let date = reading.read() else { return nil }
    self = date
  }

  /// Reads a date in words inside a page: `8 November 2021`, `8 листопада 2021 р.`. The same rules
  /// as ``init(_:)``.
  package static func day(_ text: some StringProtocol) -> CalendarDate? {
    FeedDate(text)?.moment.day
  }
}
