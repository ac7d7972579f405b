import BriefModel
import BriefParsing

/// JSON Feed: it ends, and no proper prefix of a whole document is whole.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONFeed(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8(ascii: "{")] + input(start, count)
  guard let feed = try? FeedParser.parse(bytes) else { return 0 }
  _ = feed.snapshot()
  if let end = bytes.lastIndex(of: UInt8(ascii: "}")), feed.oddities[.textAfterEnd] == nil {
    require((try? FeedParser.parse(Array(bytes[..<end]))) == nil, "half a document is accepted")
  }
  return 0
}
