/// A character encoding that this library reads.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  /// By its canonical name, `windows-1251`.
  case singleByte(String)
  /// East Asian, read through the C library, by its canonical name.
  case multiByte(String)

  /// The canonical name, in lower case.
  package var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(let bigEndian): bigEndian ? "utf-16be" : "utf-16le"
    case .utf32(let bigEndian): bigEndian ? "utf-32be" : "utf-32le"
    case .singleByte(let name), .multiByte(let name): name
    }
  }

  /// By a label as documents and header fields print it; `nil` when unknown.
  ///
  /// Latin-1 is read as windows-1252 and gb2312 as gb18030, as browsers do (WHATWG Encoding, 4.2):
  /// the larger set is what is meant in practice.
  package init?(label: some StringProtocol) {
    let label = String(
      decoding: label.utf8.filter { !$0.isXMLSpace && $0 != 0x22 && $0 != 0x27 }.map {
        $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0.asciiLowercased
      }, as: UTF8.self)
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "u8": self = .utf8
    case "utf-16", "utf16", "u16", "utf-16le", "ucs-2", "iso-10646-ucs-2", "unicode", "csunicode":
      self = .utf16(bigEndian: false)
    case "utf-16be": self = .utf16(bigEndian: true)
    case "utf-32", "utf32", "u32", "utf-32le", "ucs-4", "iso-10646-ucs-4", "csucs4":
      self = .utf32(bigEndian: false)
    case "utf-32be": self = .utf32(bigEndian: true)
    default:
      if let name = Self.multiByteLabels[label] {
        self = .multiByte(name)
      } else if let name = Self.singleByteName(label) {
        self = .singleByte(name)
      } else {
        return nil
      }
    }
  }

  private static func singleByteName(_ label: String) -> String? {
    if SingleByteEncoding.all[label] != nil { return label }
    if let name = singleByteLabels[label] { return name }
    for prefix in ["windows-", "windows", "cp-", "cp", "x-cp", "win-", "win"]
    where label.hasPrefix(prefix) {
      let name = "windows-" + label.dropFirst(prefix.count)
      if SingleByteEncoding.all[name] != nil { return name }
    }
    for prefix in ["iso-8859-", "iso8859-", "iso-8859", "iso8859", "8859-"]
    where label.hasPrefix(prefix) {
      // `iso-8859-8-i` and `iso-8859-2:1987` carry more than the number.
      let number = label.dropFirst(prefix.count).prefix { $0.isNumber }
      let name = "iso-8859-\(number)"
      if SingleByteEncoding.all[name] != nil { return name }
      if number == "1" { return "windows-1252" }
      if number == "9" { return "windows-1254" }
      if number == "11" { return "windows-874" }
    }
    return nil
  }

  private static let singleByteLabels = [
    "us-ascii": "windows-1252", "ascii": "windows-1252", "latin1": "windows-1252",
    "latin-1": "windows-1252", "l1": "windows-1252", "ansi-x3.4-1968": "windows-1252",
    "latin2": "iso-8859-2", "latin-2": "iso-8859-2", "l2": "iso-8859-2", "latin3": "iso-8859-3",
    "latin4": "iso-8859-4", "latin5": "windows-1254", "latin6": "iso-8859-10",
    "latin9": "iso-8859-15", "latin-9": "iso-8859-15", "cyrillic": "iso-8859-5",
    "greek": "iso-8859-7", "hebrew": "iso-8859-8", "arabic": "iso-8859-6", "koi8": "koi8-r",
    "koi": "koi8-r", "koi8r": "koi8-r", "koi8u": "koi8-u", "koi8-ru": "koi8-u", "866": "ibm866",
    "cp866": "ibm866", "mac": "macintosh", "macroman": "macintosh", "x-mac-roman": "macintosh",
    "mac-cyrillic": "x-mac-cyrillic", "maccyrillic": "x-mac-cyrillic",
    "x-mac-ukrainian": "x-mac-cyrillic", "tis-620": "windows-874", "dos-874": "windows-874",
  ]

  private static let multiByteLabels = [
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "gb-2312-80": "gb18030", "chinese": "gb18030", "cp936": "gb18030", "euc-cn": "gb18030",
    "big5": "big5", "big5-hkscs": "big5", "cp950": "big5", "cn-big5": "big5", "x-x-big5": "big5",
    "shift-jis": "shift_jis", "sjis": "shift_jis", "shiftjis": "shift_jis", "x-sjis": "shift_jis",
    "cp932": "shift_jis", "windows-31j": "shift_jis", "ms-kanji": "shift_jis",
    "euc-jp": "euc-jp", "eucjp": "euc-jp", "x-euc-jp": "euc-jp",
    "iso-2022-jp": "iso-2022-jp", "csiso2022jp": "iso-2022-jp",
    "euc-kr": "euc-kr", "euckr": "euc-kr", "ks-c-5601-1987": "euc-kr", "korean": "euc-kr",
    "cp949": "euc-kr", "uhc": "euc-kr", "windows-949": "euc-kr", "ksc5601": "euc-kr",
  ]
}
