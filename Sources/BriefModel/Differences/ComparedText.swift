/// A text of which some stretches are cut into tokens, each with the number that it shares with its
/// equals in both texts.
///
/// An object, so that whoever looks at it holds one reference and not one to each of its parts.
final class ComparedText {
  let bytes: [UInt8]
  /// Those of all stretches; between two stretches stands one token without length, which is equal
  /// to no word.
  let tokens: [Token]
  /// One for each token; equal numbers are equal words.
  let keys: [UInt32]
  /// The tokens of each stretch.
  let stretches: [Range<Int>]
  /// The byte at which the first stretch begins.
  private let origin: Int
  /// Shared by the texts that share an interner.
  let lexicon: Lexicon

  init(
    _ bytes: [UInt8], stretches: [(range: Range<Int>, beginsSentence: Bool)],
    interner: inout Interner, lexicon: Lexicon
  ) {
    self.bytes = bytes
    self.lexicon = lexicon
    origin = stretches.first?.range.lowerBound ?? 0
    var cutting = Cutting(bytes: bytes, length: stretches.reduce(0) { $0 + $1.range.count })
    self.stretches = stretches.map { cutting.cut($0.range, $0.beginsSentence, &interner) }
    (tokens, keys) = (cutting.tokens, cutting.keys)
  }

  private struct Cutting {
    let bytes: [UInt8]
    var tokens: [Token] = []
    var keys: [UInt32] = []
    /// Room for a word's form.
    private var form: [UInt8] = []

    /// - Parameter length: bytes of all stretches.
    init(bytes: [UInt8], length: Int) {
      self.bytes = bytes
      // Room that is not used costs nothing; to move to a larger one does.
      tokens.reserveCapacity(length / 3 + 8)
      keys.reserveCapacity(length / 3 + 8)
    }

    mutating func cut(
      _ range: Range<Int>, _ beginsSentence: Bool, _ interner: inout Interner
    ) -> Range<Int> {
      if !tokens.isEmpty {
        let place = UInt32(clamping: range.lowerBound)
        tokens.append(Token(start: place, end: place, kind: .punctuation, follows: .paragraph))
        form.removeAll(keepingCapacity: true)
        keys.append(interner.number(of: form.span))
      }
      let first = tokens.count
      let bytes = bytes
      let raw = bytes.span.bytes
      var tokenizer = Tokenizer(bytes, range)
      tokenizer.spacing = beginsSentence ? .paragraph : .space
      while true {
        if let (token, short) = tokenizer.plainWord(raw) {
          tokens.append(token)
          keys.append(
            short.map { interner.number(ofShort: $0) }
              ?? interner.number(of: raw.extracting(token.range)))
          continue
        }
        guard let token = tokenizer.next() else { return first..<tokens.count }
        tokens.append(token)
        if TokenForm.isPlain(token, of: bytes) {
          keys.append(interner.number(of: raw.extracting(token.range)))
        } else {
          form.removeAll(keepingCapacity: true)
          TokenForm.append(token, of: bytes, to: &form)
          keys.append(interner.number(of: form.span))
        }
      }
    }
  }

  /// The whole text cut into tokens.
  convenience init(whole bytes: [UInt8], interner: inout Interner) {
    self.init(
      bytes, stretches: [(0..<bytes.count, true)], interner: &interner, lexicon: Lexicon())
  }

  /// The bytes from the first to the last of `tokens`; where none are, the empty range after the
  /// token before them.
  func byteRange(of tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else {
      let position = tokens.lowerBound > 0 ? Int(self.tokens[tokens.lowerBound - 1].end) : origin
      return position..<position
    }
    return Int(self.tokens[first].start)..<Int(self.tokens[last].end)
  }

  /// The text as it stands, from the first to the last of `tokens`; `nil` where none are.
  func text(of tokens: Range<Int>) -> String? {
    tokens.isEmpty ? nil : String(decoding: bytes[byteRange(of: tokens)], as: UTF8.self)
  }

  /// The token as it is compared.
  func form(_ token: Int) -> String {
    if TokenForm.isPlain(tokens[token], of: bytes) {
      return String(decoding: bytes[tokens[token].range], as: UTF8.self)
    }
    var form: [UInt8] = []
    TokenForm.append(tokens[token], of: bytes, to: &form)
    return String(decoding: form, as: UTF8.self)
  }
}
