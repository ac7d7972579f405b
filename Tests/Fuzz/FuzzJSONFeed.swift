import BriefModel
import BriefParsing

let readings = 2

/// JSON Feed: it ends, and no proper prefix of a whole document is whole.
func examine(_ rest: [UInt8]) {
  let bytes = [UInt8(ascii: "{")] + rest
  guard let feed = try? FeedParser.parse(bytes) else { return }
  _ = feed.snapshot()
  if let end = bytes.lastIndex(of: UInt8(ascii: "}")), feed.oddities[.textAfterEnd] == nil {
    require((try? FeedParser.parse(Array(bytes[..<end]))) == nil, "half a document is accepted")
  }
}
