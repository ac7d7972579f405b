/// Cuts what inflection adds: endings of Russian, Belarusian, Ukrainian, Polish, Lithuanian, German
/// and English in the letters of ``LetterSkeleton``.
///
/// One list for all: a text does not say for each word which language it is in. Cutting too much
/// costs a wrong answer now and then, cutting too little loses one; a reader sees wrong ones.
enum SearchStem {
  /// Letters that must be left; shorter ones mean anything.
  private static let shortest = 3
  /// Letters that must be left by a suffix that makes another word: `sk`, `nost`.
  private static let shortestRoot = 4

  /// - Parameter word: skeleton letters of one word; the stem afterwards.
  static func cut(_ word: inout [UInt8], isCyrillic: Bool) {
    guard word.count > shortest, !word.contains(where: { $0 < 0x3a }) else { return }
    if !isCyrillic, cutEnglish(&word) { return }
    cutFirst(of: inflections, from: &word)
    // What is left may end in a suffix that makes an adjective or an abstract noun of a noun.
    cutFirst(of: derivations, from: &word)
    // поставка, поставок: the vowel before k comes and goes.
    if word.count > shortest, word.last == UInt8(ascii: "k"), !isVowel(word[word.count - 2]) {
      word.removeLast()
    }
  }

  /// Plural, past, gerund and the people of a country; true when nothing else is to be cut:
  /// `-tion` as its sisters `-ция`, `-cja`.
  private static func cutEnglish(_ word: inout [UInt8]) -> Bool {
    if word.last == UInt8(ascii: "s"), word.count > shortestRoot {
      let before = word[word.count - 2]
      if !isVowel(before) || before == UInt8(ascii: "e") { word.removeLast() }
    }
    if word.count > 6, word.suffix(4).elementsEqual("aton".utf8) {
      word.replaceSubrange((word.count - 3)..., with: [UInt8(ascii: "c")])
      return true
    }
    cutFirst(of: english, from: &word)
    return false
  }

  private static func cutFirst(of endings: [Ending], from word: inout [UInt8]) {
    for ending in endings where word.count >= ending.letters.count + ending.leaving {
      if word.suffix(ending.letters.count).elementsEqual(ending.letters) {
        word.removeLast(ending.letters.count - ending.kept)
        return
      }
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  private struct Ending {
    var letters: [UInt8]
    /// How many of the letters stay.
    var kept: Int
    /// How many letters must stand before it.
    var leaving: Int
  }

  /// Programs and telegrams keep the end that looks like a dative.
  private static let inflections =
    list("gram", kept: 4, leaving: 1)
    + list(
      """
      ogo ego omu emu imi ami uose ose oms ams ais iem aga oga amu ouu \
      oi ei ui ai om em im am ah ih eh ac ic ov ev iv av au ou eu oe ae as os is es en er ern \
      a e i o u
      """, leaving: shortest)
  private static let english =
    list("ing ed li", leaving: shortestRoot) + list("an", leaving: shortest)
  /// The last letters of `con` and `usk` belong to the noun: migraci-onn-, belorus-sk-.
  private static let derivations =
    list("isk", leaving: shortest)
    + list("con", kept: 1, leaving: shortest) + list("usk", kept: 2, leaving: 1)
    + list("icesk icn stven ost osc sk ik ok ek ic", leaving: shortestRoot)
    + list("ok ek ak", leaving: shortest)

  /// The longest first.
  private static func list(_ text: String, kept: Int = 0, leaving: Int) -> [Ending] {
    text.split(whereSeparator: \.isWhitespace)
      .map { Ending(letters: Array($0.utf8), kept: kept, leaving: leaving) }
      .sorted { $0.letters.count > $1.letters.count }
  }
}
