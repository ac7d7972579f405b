/// Belarusian in Latin letters, read as the Cyrillic that the catalogue is written in: `rynak hazu`
/// is `рынак газу`.
enum Lacinka {
  /// UTF-8 bytes that are looked at: a text in Latin letters has one of its own in the first lines.
  private static let reach = 1_024

  /// Does the text have a `ŭ`, which no other language of the field has, and a letter with a caron
  /// or an acute? Esperanto has the first and not the second.
  static func isWritten(in text: Span<UInt8>) -> Bool {
    let end = min(text.count, reach) - 1
    var position = 0
    while position < end {
      // Ŭ, ŭ
      if text[position] == 0xC5, text[position + 1] == 0xAC || text[position + 1] == 0xAD {
        return hasMark(text, before: end)
      }
      position &+= 1
    }
    return false
  }

  /// A č, ć, š, ś, ž or ź.
  private static func hasMark(_ text: Span<UInt8>, before end: Int) -> Bool {
    for position in 0..<end {
      switch (text[position], text[position + 1]) {
      case (0xC4, 0x8D), (0xC4, 0x87), (0xC5, 0xA1), (0xC5, 0x9B), (0xC5, 0xBE), (0xC5, 0xBA):
        return true
      default: continue
      }
    }
    return false
  }

  /// The folded Cyrillic letters of a token; what is no letter of this alphabet stays.
  static func cyrillic(_ token: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < token.count {
      let next = place + 1 < token.count ? token[place + 1] : nil
      if let pair = next.flatMap({ pairs[Pair(first: token[place], second: $0)] }) {
        result += pair
        place += 2
        continue
      }
      switch token[place] {
      case "l": result += isVowel(next) || next == "l" ? ["л"] : ["л", "ь"]
      case "ć", "ń":
        result += next == nil ? [hard[token[place]] ?? "ц", "ь"] : [soft(token[place])]
      case "e": result.append(result.last == "л" ? "е" : "э")
      default: result.append(hard[token[place]] ?? token[place])
      }
      place += 1
    }
    return result
  }

  /// The older spelling has `э` behind a consonant of loan words where the newer has `е`.
  static func newer(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = word
    for (place, before) in zip(word.indices.dropFirst(), word) where word[place] == "э" {
      if !["а", "е", "і", "о", "у", "ы", "э", "ю", "я"].contains(before) { result[place] = "е" }
    }
    return result
  }

  private struct Pair: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  private static func soft(_ letter: Unicode.Scalar) -> Unicode.Scalar { hard[letter] ?? letter }

  private static func isVowel(_ letter: Unicode.Scalar?) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }

  /// `ё` and `ў` as the matcher folds them.
  private static let hard: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "b": "б", "c": "ц", "ć": "ц", "č": "ч", "d": "д", "f": "ф", "g": "г", "h": "г",
    "i": "і", "j": "й", "k": "к", "ł": "л", "m": "м", "n": "н", "ń": "н", "o": "о", "p": "п",
    "r": "р", "s": "с", "ś": "с", "š": "ш", "t": "т", "u": "у", "ŭ": "у", "v": "в", "w": "в",
    "y": "ы", "z": "з", "ź": "з", "ž": "ж",
  ]

  private static let pairs: [Pair: [Unicode.Scalar]] = {
    var pairs: [Pair: [Unicode.Scalar]] = [:]
    let vowels: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("a", "я"), ("e", "е"), ("o", "е"), ("u", "ю"),
    ]
    for (latin, cyrillic) in vowels {
      pairs[Pair(first: "j", second: latin)] = [cyrillic]
      pairs[Pair(first: "i", second: latin)] = [cyrillic]
      if latin != "e" { pairs[Pair(first: "l", second: latin)] = ["л", cyrillic] }
    }
    pairs[Pair(first: "c", second: "h")] = ["х"]
    for (second, letters) in [("z", "дз"), ("ź", "дз"), ("ž", "дж")] as [(Unicode.Scalar, String)] {
      pairs[Pair(first: "d", second: second)] = Array(letters.unicodeScalars)
    }
    return pairs
  }()
}
