/// A text of which some stretches are cut into tokens, each with the number that it shares with its
/// equals in both texts.
struct ComparedText {
  let bytes: [UInt8]
  /// Those of all stretches; between two stretches stands one token without length, which is equal
  /// to no word.
  private(set) var tokens: [Token] = []
  /// One for each token; equal numbers are equal words.
  private(set) var keys: [UInt32] = []
  /// The tokens of each stretch.
  private(set) var stretches: [Range<Int>] = []
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
    let length = stretches.reduce(0) { $0 + $1.range.count }
    tokens.reserveCapacity(length / 5 + stretches.count)
    keys.reserveCapacity(length / 5 + stretches.count)
    var form: [UInt8] = []
    for stretch in stretches {
      if !tokens.isEmpty {
        let place = UInt32(clamping: stretch.range.lowerBound)
        tokens.append(Token(start: place, end: place, kind: .punctuation, follows: .paragraph))
        form.removeAll(keepingCapacity: true)
        keys.append(interner.number(of: form.span))
      }
      let first = tokens.count
      var tokenizer = Tokenizer(bytes, stretch.range)
      tokenizer.spacing = stretch.beginsSentence ? .paragraph : .space
      while let token = tokenizer.next() {
        tokens.append(token)
        if TokenForm.isPlain(token, of: bytes) {
          keys.append(interner.number(of: bytes.span.extracting(token.range)))
        } else {
          form.removeAll(keepingCapacity: true)
          TokenForm.append(token, of: bytes, to: &form)
          keys.append(interner.number(of: form.span))
        }
      }
      self.stretches.append(first..<tokens.count)
    }
  }

  /// The whole text cut into tokens.
  init(whole bytes: [UInt8], interner: inout Interner) {
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
