import BriefModel

/// The words that a text begins with, in lower case, without those that have a digit in them.
struct LeadingWords {
  struct Word {
    /// Into ``LeadingWords/bytes``.
    var range: Range<Int>
    /// Languages whose alphabet lacks one of its letters; none where it is of ASCII alone.
    var lacking: UInt64 = 0
    /// Its first letter that few alphabets have.
    var mark: UInt32?
    var isASCII = true
  }

  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  /// Letters of all words.
  private(set) var letters = 0
  /// Letters of each script that one language is written in.
  private(set) var scripts: [Script: Int] = [:]
  /// The word that is being read.
  private var word = Word(range: 0..<0)
  private var wordLetters = 0
  private var wordScripts: [Script] = []
  private var hasDigit = false
  private var hasASCII = false

  /// Bytes of ``bytes`` that words take.
  private var used = 0
  /// As many are put down at once.
  private static let step = 8

  init(_ text: String) {
    // A character has a byte at least: a short text need not be counted.
    var head =
      text.utf8.count <= LanguagePolicy.characters
      ? text : String(text.prefix(LanguagePolicy.characters))
    bytes = [UInt8](repeating: 0, count: head.utf8.count + Self.step)
    words.reserveCapacity(head.utf8.count / 6)
    head.withUTF8 { read($0) }
    close()
    bytes.removeLast(bytes.count - used)
  }

  /// - Parameter head: well-formed UTF-8, of a string.
  private mutating func read(_ head: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(head).bytes
    var place = 0
    while place < head.count {
      let byte = head[place]
      if byte >= 0x80 {
        let (scalar, length) = UnicodeBytes.scalar(head, at: place)
        take(scalar)
        place += length
        continue
      }
      let end = putLetters(raw, from: place)
      if end > place {
        hasASCII = true
        wordLetters += end - place
        place = end
        continue
      }
      if (0x30...0x39).contains(byte) { hasDigit = true } else { close() }
      place += 1
    }
  }

  /// Puts down the ASCII letters that stand from `start` on; where they end.
  private mutating func putLetters(_ head: RawSpan, from start: Int) -> Int {
    var place = start
    while place &+ Self.step <= head.byteCount {
      let eight = EightBytes(head, at: place)
      let count = EightBytes.count(before: ~eight.isLetter & EightBytes.highest)
      put(eight.lowered, count: count)
      place &+= count
      if count < Self.step { return place }
    }
    while place < head.byteCount {
      let byte = head.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      guard byte.isLetter else { return place }
      put(UInt64(byte.lowered), count: 1)
      place &+= 1
    }
    return place
  }

  /// - Parameter letters: the first one lowest.
  private mutating func put(_ letters: UInt64, count: Int) {
    // Some letters are longer in lower case.
    if bytes.count < used &+ Self.step { bytes += repeatElement(0, count: bytes.count) }
    let end = used
    var span = bytes.mutableSpan
    var room = span.mutableBytes
    room.storeBytes(of: letters.littleEndian, toByteOffset: end, as: UInt64.self)
    used &+= count
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    let letter = LetterFolding.of(scalar)
    guard letter.isWordPart else { return close() }
    if letter.isNumber { hasDigit = true }
    for folded in letter.folded.unicodeScalars { append(folded) }
  }

  private mutating func append(_ folded: Unicode.Scalar) {
    wordLetters += 1
    guard folded.value >= 0x80 else {
      put(UInt64(folded.value), count: 1)
      hasASCII = true
      return
    }
    for byte in folded.utf8 { put(UInt64(byte), count: 1) }
    word.isASCII = false
    word.lacking |= LanguageTables.shared.lacking(folded.value)
    if word.mark == nil, LanguageTables.shared.languages(ofMark: folded.value) != nil {
      word.mark = folded.value
    }
    if let script = Script(folded) { wordScripts.append(script) }
  }

  private mutating func close() {
    let start = word.range.lowerBound
    if hasDigit {
      used = start
    } else if used > start {
      word.range = start..<used
      if !word.isASCII, hasASCII { word.lacking |= LanguageTables.shared.cyrillic }
      letters += wordLetters
      for script in wordScripts { scripts[script, default: 0] += 1 }
      words.append(word)
    }
    word = Word(range: used..<used)
    (wordLetters, hasDigit, hasASCII) = (0, false, false)
    if !wordScripts.isEmpty { wordScripts.removeAll(keepingCapacity: true) }
  }
}

/// A letter or digit in lower case. Below U+0800 from a table.
struct LetterFolding: Sendable {
  var isWordPart: Bool
  var isNumber: Bool
  var folded: String

  static let count = 0x800

  static func of(_ scalar: Unicode.Scalar) -> LetterFolding {
    scalar.value < UInt32(count) ? table[Int(scalar.value)] : LetterFolding(scalar)
  }

  private static let table = (0..<UInt32(count)).map { LetterFolding(Unicode.Scalar($0) ?? " ") }

  private init(_ scalar: Unicode.Scalar) {
    isWordPart = scalar.isWordPart
    isNumber = scalar.properties.numericType != nil
    folded = isWordPart ? scalar.properties.lowercaseMapping : ""
  }
}
