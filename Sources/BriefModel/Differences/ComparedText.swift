/// A text cut into tokens, each with the number that it shares with its equals in both texts.
struct ComparedText {
  let bytes: [UInt8]
  let tokens: [Token]
  /// One for each token; equal numbers are equal words.
  let keys: [UInt32]

  init(_ text: String, interner: inout Interner) {
    bytes = Array(text.utf8)
    tokens = Tokenizer.tokens(of: bytes)
    var keys: [UInt32] = []
    keys.reserveCapacity(tokens.count)
    var form: [UInt8] = []
    for token in tokens {
      form.removeAll(keepingCapacity: true)
      TokenForm.append(token, of: bytes, to: &form)
      keys.append(interner.number(of: form[...]))
    }
    self.keys = keys
  }

  /// The bytes from the first to the last of `tokens`; where none are, the empty range after the
  /// token before them.
  func byteRange(of tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else {
      let position = tokens.lowerBound > 0 ? Int(self.tokens[tokens.lowerBound - 1].end) : 0
      return position..<position
    }
    return Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
  }

  /// The text as it stands, from the first to the last of `tokens`; `nil` where none are.
  func text(of tokens: Range<Int>) -> String? {
    tokens.isEmpty ? nil : String(decoding: bytes[byteRange(of: tokens)], as: UTF8.self)
  }

  /// The token as it is compared.
  func form(_ token: Int) -> String {
    var form: [UInt8] = []
    TokenForm.append(tokens[token], of: bytes, to: &form)
    return String(decoding: form, as: UTF8.self)
  }
}
