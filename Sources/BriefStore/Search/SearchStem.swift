/// Cuts what inflection adds: endings of Russian, Belarusian, Ukrainian, Polish, Lithuanian, German
/// and English in the letters of ``LetterSkeleton``.
///
/// One list for all: a text does not say for each word which language it is in. Cutting too much
/// costs a wrong answer now and then, cutting too little loses one; a reader sees wrong ones.
struct SearchStem: Sendable {
  static let shared = SearchStem()

  /// Letters that must be left; shorter ones mean anything.
  private static let shortest = 3
  /// Letters that must be left by a suffix that makes another word: `sk`, `nost`.
  private static let shortestRoot = 4

  /// - Parameter word: skeleton letters of one word without digits; the stem afterwards.
  func cut(_ word: inout SkeletonWord, isCyrillic: Bool) {
    guard word.count > Self.shortest else { return }
    if !isCyrillic, cutEnglish(&word) { return }
    (isCyrillic ? cyrillicInflections : latinInflections).cutFirst(from: &word)
    // What is left may end in a suffix that makes an adjective or an abstract noun of a noun.
    (isCyrillic ? cyrillicDerivations : latinDerivations).cutFirst(from: &word)
    if Self.isFleeting(word) { word.removeVowelBeforeLast() }
  }

  /// рынок, рынка; Ostrowiec, Ostrowca: a vowel that comes and goes.
  private static func isFleeting(_ word: SkeletonWord) -> Bool {
    guard word.count > shortest + 1 else { return false }
    switch word.tail & 0xFFFF {
    case 0x6F6B, 0x656B, 0x616B, 0x6563: return true  // ok ek ak ec
    default: return false
    }
  }

  /// Plural, past, gerund and the people of a country; true when nothing else is to be cut:
  /// `-tion` as its sisters `-ция`, `-cja`.
  private func cutEnglish(_ word: inout SkeletonWord) -> Bool {
    if word.fromEnd(1) == UInt8(ascii: "s"), word.count > Self.shortestRoot {
      let before = word.fromEnd(2)
      if !Self.isVowel(before) || before == UInt8(ascii: "e") { word.removeLast() }
    }
    if word.count > 6, word.tail & 0xFFFF_FFFF == Self.nounEnding {
      word.removeLast(3)
      word.append(letter: UInt8(ascii: "c"))
      return true
    }
    if englishForms.cutFirst(from: &word) { return true }
    englishWords.cutFirst(from: &word)
    return false
  }

  /// `aton`, the end of `-ation` once it is smooth.
  private static let nounEnding: UInt64 = 0x6174_6F6E

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Programs and telegrams keep the end that looks like a dative, taxis and what is oily that of a
  /// plural; Belaruskali that of an adverb.
  private static let whole =
    list("taksi", kept: 5, leaving: 0) + list("oili", kept: 4, leaving: 0)
    + list("gram", kept: 4, leaving: 1)
  private let cyrillicInflections = EndingList(
    Self.whole
      + Self.list(
        """
        ogo ego omu emu imi ami aga oga amu ouu \
        oi ei ui ai om em im am ah ih eh ov ev iv av au ou eu oe \
        a e i o u
        """, leaving: Self.shortest))
  /// In Lithuanian, `-is` stands behind a consonant; Preis and Kreis are whole.
  private let latinInflections = EndingList(
    Self.whole
      + Self.list(
        """
        ogo ego omu emu imi ami ose oms ams ais iem uose \
        oi ei ui ai om em im am ah ih eh ac ic ov ev oe ae as os es en er ern \
        a e i o u
        """, leaving: Self.shortest)
      + Self.list(
        "bis cis dis fis gis his kis lis mis nis pis ris sis tis vis zis", kept: 1, leaving: 2)
  )
  private let englishForms = EndingList(
    Self.list("kali", kept: 4, leaving: 0) + Self.list("ing ed", leaving: Self.shortestRoot))
  private let englishWords = EndingList(
    Self.list("li", leaving: Self.shortestRoot) + Self.list("an", leaving: Self.shortest))
  /// `ov` is of adjectives (налоговый, podatkowy) and of names whose nominative lost it: Лаврова.
  private let cyrillicDerivations = EndingList(
    Self.derivations + Self.list("ov ev", leaving: Self.shortestRoot))
  private let latinDerivations = EndingList(
    Self.derivations + Self.list("ov", leaving: Self.shortestRoot))
  /// The last letters of `con` and `usk` belong to the noun: migraci-onn-, belorus-sk-.
  private static let derivations =
    list("isk", leaving: shortest)
    + list("con", kept: 1, leaving: shortest) + list("usk", kept: 2, leaving: 1)
    + list("icesk icn stven ost osc sk ik ic", leaving: shortestRoot)

  /// The longest first.
  private static func list(_ text: String, kept: Int = 0, leaving: Int) -> [Ending] {
    text.split(whereSeparator: \.isWhitespace)
      .map { Ending($0, kept: kept, leaving: leaving) }
      .sorted { $0.count > $1.count }
  }
}

/// An ending of at most eight letters, and what is cut with it.
private struct Ending {
  /// The last letter lowest.
  var letters: UInt64 = 0
  var count: Int
  /// How many of the letters stay.
  var kept: Int
  /// How many letters must stand before it.
  var leaving: Int

  init(_ letters: Substring, kept: Int, leaving: Int) {
    for letter in letters.utf8 { self.letters = self.letters << 8 | UInt64(letter) }
    (count, self.kept, self.leaving) = (letters.utf8.count, kept, leaving)
  }

  func ends(_ tail: UInt64) -> Bool {
    (tail ^ letters) << (64 &- UInt64(8 &* count)) == 0
  }
}

/// Endings in the order in which they are tried, apart by the last two letters of a word.
private struct EndingList {
  private var endings: [Ending] = []
  /// Where those of two last letters begin in ``endings``; one more than there are pairs.
  private var starts: [Int32] = [0]

  /// Five bits of either letter: no two from a to z share them.
  private static let pairs = 1 << 10

  private static func pair(_ tail: UInt64) -> Int {
    Int(tail & 0x1F | tail >> 3 & 0x3E0)
  }

  init(_ endings: [Ending]) {
    var lists = [[Ending]](repeating: [], count: Self.pairs)
    for ending in endings {
      let pair = Self.pair(ending.letters)
      // Any letter may stand before an ending of one.
      let step = ending.count > 1 ? Self.pairs : 1 << 5
      for place in stride(from: pair, to: Self.pairs, by: step) { lists[place].append(ending) }
    }
    for list in lists {
      self.endings += list
      starts.append(Int32(self.endings.count))
    }
  }

  /// Returns whether there was one.
  @discardableResult
  func cutFirst(from word: inout SkeletonWord) -> Bool {
    let (endings, starts) = (endings.span, starts.span)
    let tail = word.tail
    let pair = Self.pair(tail)
    for place in Int(starts[pair])..<Int(starts[pair + 1]) {
      let ending = endings[place]
      guard word.count >= ending.count + ending.leaving, ending.ends(tail) else { continue }
      word.removeLast(ending.count - ending.kept)
      return true
    }
    return false
  }
}
