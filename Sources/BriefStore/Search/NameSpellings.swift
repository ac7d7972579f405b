/// How names are spelt in the seven languages, in English transliterations, and in the forms whose
/// stem is another; a name a line. What the letters of the skeleton and its endings bring together
/// need not stand here twice.
enum NameSpellings {
  static let table = SpellingTable(
    [belarus, neighbours, countriesAndRivers, people, foreigners, bodies].joined(separator: "\n"))
}
