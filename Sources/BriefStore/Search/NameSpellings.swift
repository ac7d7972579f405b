/// How names are spelt in the seven languages, in English transliterations, and in the forms whose
/// stem is another; a name a line. What the letters of the skeleton and its endings bring together
/// need not stand here twice.
enum NameSpellings {
  static let table = SpellingTable(
    [belarus, neighbours, countriesAndRivers, people, foreigners, bodies, world]
      .joined(separator: "\n"),
    shortestStem: 3)

  /// The people of a country are not the country.
  static let nations = SpellingTable(
    """
    белорус белоруса белорусы белорусов белорусам беларусаў білорусів
    Białorusin Białorusini Białorusinów Belarusse Belarussen
    baltarusis baltarusiai baltarusių baltarusiams baltarusius
    поляк поляки поляков палякі палякаў поляків Polak Polacy Polaków lenkas lenkai lenkų
    литовец литовцы литовцев літовец літоўцы литовці Litwin Litwini lietuvis lietuviai lietuvių
    украинец украинцы украинцев украінец украінцы українець українці Ukrainiec Ukraińcy ukrainietis ukrainiečiai
    """, shortestStem: 99)
}
