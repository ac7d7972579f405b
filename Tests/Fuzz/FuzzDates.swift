import BriefModel
import BriefParsing

let readings = 1

/// Dates: whatever is read prints as RFC 3339 and reads back as the same moment.
func examine(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let date = FeedDate(text) else { return }
  let printed = date.moment.rfc3339
  require(printed.utf8.count == 20, "a year of other than four digits")
  require(Timestamp(rfc3339: printed) == date.moment, "printed and read back it is another moment")
  require(FeedDate(printed)?.moment == date.moment, "printed and read here it is another moment")
}
