/// Turns a document into UTF-8 piece by piece, so that memory does not grow with it.
package struct TextDecoder {
  package private(set) var encoding: TextEncoding
  package private(set) var isMislabelled = false
  /// Bytes that meant nothing, each now U+FFFD.
  package private(set) var replacements = 0

  private var table: SingleByteEncoding?
  private var multiByte: MultiByteDecoder?
  private var utf8 = LenientUTF8()
  /// The beginning of a character whose rest is in the next piece; at most seven bytes.
  private var rest: [UInt8] = []
  private var isAtStart = true
  private var marks = MarkRuns()

  /// - Parameter head: the beginning of the document, 4 KiB or all of it; it is not consumed.
  package init(
    startingWith head: [UInt8], contentType: String?, declaration: EncodingDeclaration
  ) {
    if let marked = Self.byteOrderMark(head) ?? Self.sniffedWide(head) {
      encoding = marked
      return
    }
    let stated = TextDecoding.charset(ofContentType: contentType)
    let declared: String? =
      switch declaration {
      case .xml: TextDecoding.xmlDeclarationLabel(in: head)
      case .html: TextDecoding.htmlMetaLabel(in: head) ?? TextDecoding.xmlDeclarationLabel(in: head)
      case .none: nil
      }
    let named = [stated, declared].compactMap { $0 }
    let candidates = named.compactMap { TextEncoding(label: $0) }.filter {
      // A document of single bytes cannot be in UTF-16, whatever it says.
      if case .utf16 = $0 { return false }
      if case .utf32 = $0 { return false }
      return true
    }
    encoding = candidates.first ?? .utf8
    isMislabelled = candidates.count < named.count
    if encoding != .utf8, LenientUTF8.looksLikeUTF8(head) {
      (encoding, isMislabelled) = (.utf8, true)
    }
    switch encoding {
    case .singleByte(let name): table = SingleByteEncoding.all[name]
    case .multiByte(let name):
      multiByte = MultiByteDecoder(name: name)
      if multiByte == nil { (encoding, isMislabelled) = (.utf8, true) }
    case .utf8, .utf16, .utf32: break
    }
  }

  /// Decodes the next piece.
  package mutating func append(
    _ piece: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) {
    var piece = piece
    if !rest.isEmpty {
      piece = (rest + piece)[...]
      rest = []
    }
    if isAtStart, !piece.isEmpty {
      isAtStart = false
      piece = piece.dropFirst(Self.markLength(piece, encoding))
    }
    let taken: Int
    let before = text.count
    switch encoding {
    case .utf8:
      taken = utf8.append(piece, isLast: isLast, into: &text)
      replacements = utf8.replacements
      isMislabelled = isMislabelled || utf8.usedFallback
    case .utf16(let bigEndian):
      taken = WideText.appendUTF16(
        piece, bigEndian: bigEndian, isLast: isLast, into: &text, replacements: &replacements)
    case .utf32(let bigEndian):
      taken = WideText.appendUTF32(
        piece, bigEndian: bigEndian, isLast: isLast, into: &text, replacements: &replacements)
    case .singleByte:
      if let table {
        for byte in piece {
          if byte < 0x80 {
            text.append(byte)
          } else {
            text.append(contentsOf: table.utf8[Int(byte & 0x7F)])
          }
        }
      }
      taken = piece.count
    case .multiByte:
      taken =
        multiByte?.append(piece, isLast: isLast, into: &text, replacements: &replacements)
        ?? piece.count
    }
    marks.bound(&text, from: before)
    if taken < piece.count, !isLast { rest = Array(piece.dropFirst(taken)) }
  }

  private static func byteOrderMark(_ head: [UInt8]) -> TextEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return .utf32(bigEndian: true) }
    if head.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return .utf32(bigEndian: false) }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true) }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false) }
    return nil
  }

  /// Wide encodings without a mark show by the zero bytes beside the first character (XML 1.0,
  /// appendix F).
  private static func sniffedWide(_ head: [UInt8]) -> TextEncoding? {
    guard head.count >= 4 else { return nil }
    switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
    case (true, true, true, false): return .utf32(bigEndian: true)
    case (false, true, true, true): return .utf32(bigEndian: false)
    case (true, false, true, false): return .utf16(bigEndian: true)
    case (false, true, false, true): return .utf16(bigEndian: false)
    default: return nil
    }
  }

  private static func markLength(_ piece: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Int {
    switch encoding {
    case .utf8:
      // Two marks in a row are seen where a program put its own before a file that had one.
      var length = 0
      while piece.dropFirst(length).starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
      return length
    case .utf16(true): return piece.starts(with: [0xFE, 0xFF]) ? 2 : 0
    case .utf16(false): return piece.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf32(true): return piece.starts(with: [0, 0, 0xFE, 0xFF]) ? 4 : 0
    case .utf32(false): return piece.starts(with: [0xFF, 0xFE, 0, 0]) ? 4 : 0
    case .singleByte, .multiByte: return 0
    }
  }
}
