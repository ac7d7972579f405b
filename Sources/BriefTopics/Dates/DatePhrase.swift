import BriefModel

/// A date with the way it is tied to its sentence.
struct DatePhrase {
  enum Tie: Hashable {
    case by, notBefore, from, since, during, forPeriod, within, after, ago, ofDocument, alone
    /// The old and the new date of a move.
    case movedFrom, movedTo
    /// After the date.
    case later
    /// The date that is talked of.
    case named
    case range
    /// Held against it: no date of its own.
    case comparison
  }

  var tie: Tie
  var shape: DateShape
  /// The far end of a range.
  var farShape: DateShape?
  /// Settled already: amounts of time.
  var interval: DateInterval?
  /// What passes from the date before to this one: `a year later`.
  var shift: DateAmount?
  /// Items.
  var range: Range<Int>
  /// What is denied until it begins.
  var opensLate = false
  /// Has no verb of its own and stands behind a date that lies ahead.
  var follows = false
}
