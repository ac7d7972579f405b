import BriefModel
import BriefParsing

/// Dates: whatever is read prints as RFC 3339 and reads back as the same moment.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  guard let date = FeedDate(text) else { return 0 }
  let printed = date.moment.rfc3339
  require(printed.utf8.count == 20, "a year of other than four digits")
  require(Timestamp(rfc3339: printed) == date.moment, "printed and read back it is another moment")
  require(FeedDate(printed)?.moment == date.moment, "printed and read here it is another moment")
  return 0
}
