/// An encoding whose lower half is ASCII and whose upper half is a table of 128 characters.
struct SingleByteEncoding: Sendable {
  var name: String
  /// 128 characters, for 0x80 to 0xFF; U+FFFD where a byte means nothing.
  var scalars: [Unicode.Scalar]
  /// The UTF-8 of each, ready to be appended.
  var utf8: [[UInt8]]

  init(name: String, characters: String) {
    self.name = name
    scalars = Array(characters.unicodeScalars.prefix(128))
    scalars.append(contentsOf: repeatElement("\u{FFFD}", count: 128 - scalars.count))
    utf8 = scalars.map { Array(String(Character($0)).utf8) }
  }

  func append(_ byte: UInt8, into text: inout [UInt8]) {
    if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: utf8[Int(byte) - 0x80]) }
  }

  static let all: [String: SingleByteEncoding] = Dictionary(
    uniqueKeysWithValues: upperHalves.map {
      ($0.name, SingleByteEncoding(name: $0.name, characters: $0.characters))
    })
  static let windows1252 = named("windows-1252")
  static let windows1251 = named("windows-1251")
  static let koi8R = named("koi8-r")

  private static func named(_ name: String) -> SingleByteEncoding {
    all[name] ?? SingleByteEncoding(name: name, characters: "")
  }
}
