import BriefParsing

let readings = 4

/// Encodings: the result is UTF-8, and right UTF-8 is left as it is. The first byte chooses a
/// label.
func examine(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  let labels = [
    "utf-8", "windows-1251", "koi8-r", "utf-16", "utf-16be", "utf-32", "gb2312", "big5",
    "shift_jis",
    "euc-kr", "euc-jp", "iso-2022-jp", "iso-8859-2", "us-ascii", "nonsense",
  ]
  let rest = Array(bytes.dropFirst())
  let label = labels[Int(choice) % labels.count]
  let decoded = TextDecoding.decode(rest, contentType: "text/xml; charset=\(label)")
  require(String(validating: decoded.utf8, as: UTF8.self) != nil, "the result is not UTF-8")
  _ = TextDecoding.decode(rest, declaration: .html)
  _ = HTMLEntities.decode(decoded.text)
  let plain = TextDecoding.decode(rest, declaration: .none)
  require(String(validating: plain.utf8, as: UTF8.self) != nil, "the result is not UTF-8")
  let isWide =
    rest.prefix(4).contains(0) || rest.first == 0xFF || rest.first == 0xFE || rest.first == 0xEF
  if !isWide, String(validating: rest, as: UTF8.self) != nil {
    require(plain.utf8 == rest, "right UTF-8 was altered")
  }
}
