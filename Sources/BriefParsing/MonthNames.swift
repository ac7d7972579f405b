/// The months in the languages that the field publishes in, by the stems that all their forms
/// share.
enum MonthNames {
  /// The month that a word in lower case names, 1 to 12.
  ///
  /// Stems of three letters count only as a whole word or where no other word of a date begins so.
  static func month(_ word: String) -> Int? {
    if let month = exact[word] { return month }
    for (stem, month) in stems where word.hasPrefix(stem) { return month }
    return nil
  }

  /// A weekday of any of the languages, or another word that stands in a date without telling
  /// anything.
  static func isNoise(_ word: String) -> Bool {
    noise.contains(word) || weekdayStems.contains { word.hasPrefix($0) }
  }

  private static let noise: Set<String> = [
    "at", "on", "of", "the", "de", "del", "den", "do", "às", "as", "um", "uhr", "le", "la", "les",
    "à",
    "r", "г", "р", "год", "года", "року", "рік", "в", "у", "о", "kl", "klo", "d", "dnia", "og",
    "st", "nd", "rd", "th", "er", "º", "ª", "г.", "published", "updated", "posted", "date", "m",
    "met", "mest", "gads", "gada", "y", "å", "år", "h", "часов", "e", "a", "і",
  ]

  private static let weekdayStems = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend",
    "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "mie", "jue", "vie", "sáb", "sab",
    "dom",
    "seg", "ter", "qua", "qui", "sex", "gio",
    "pon", "wto", "wt", "śro", "śr", "sro", "czw", "pią", "pia", "pt", "sob", "nie", "niedz",
    "пон", "пн", "вто", "вт", "сре", "ср", "чет", "чт", "пят", "пт", "суб", "сб", "вос", "вс",
    "вів", "сер", "п'я", "п’я", "нед", "нд", "пан", "аўт", "чац", "няд", "субот", "воскр",
    "maa", "tii", "kes", "tor", "per", "lau", "sun", "mån", "tis", "ons", "tors", "fre", "lör",
    "sön",
    "man", "tir", "ons", "lør", "søn", "δευ", "τρί", "τρι", "τετ", "πεμ", "πέμ", "παρ", "σαβ",
    "σάβ",
    "κυρ", "ma", "di", "wo", "do", "vr", "za", "zo", "mo", "mi", "fr", "sa", "so",
    "pirm", "antr", "treč", "ketv", "penkt", "šešt", "sekm", "otrd", "treš", "cetur", "piektd",
    "sest",
    "svēt", "esm", "tei", "kol", "nel", "ree", "lau", "püh", "po", "út", "st", "čt", "pá", "so",
    "ne",
    "hét", "ked", "sze", "csü", "pén", "szo", "vas", "mar", "joi", "dum", "luni", "marți",
    "miercuri",
  ]

  private static let exact: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "oct": 10, "nov": 11, "dec": 12, "dez": 12, "okt": 10, "mai": 5, "maj": 5, "mei": 5,
    "ene": 1, "abr": 4, "ago": 8, "dic": 12, "set": 9, "out": 10, "fev": 2, "gen": 1, "mag": 5,
    "giu": 6, "lug": 7, "ott": 10, "avr": 4, "aoû": 8, "déc": 12, "fév": 2, "mär": 3, "mrz": 3,
    "mrt": 3, "des": 12, "helmi": 2, "kesä": 6, "elo": 8, "syys": 9, "dets": 12, "jūn": 6, "jūl": 7,
    "bal": 4, "geg": 5, "rugp": 8, "ian": 1, "iun": 6, "iul": 7, "лист": 11, "ліс": 11,
    "sty": 1, "lut": 2, "kwi": 4, "cze": 6, "lip": 7, "sie": 8, "wrz": 9, "paź": 10, "paz": 10,
    "lis": 11, "gru": 12, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "июн": 6,
    "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12, "січ": 1, "лют": 2, "бер": 3,
    "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8, "вер": 9, "жов": 10, "лис": 11, "гру": 12,
    "сту": 1, "сак": 3, "кра": 4, "чэр": 6, "ліп": 7, "жні": 8, "кас": 10, "сне": 12, "led": 1,
    "úno": 2, "bře": 3, "dub": 4, "kvě": 5, "čvn": 6, "čvc": 7, "srp": 8, "zář": 9, "říj": 10,
    "pro": 12, "máj": 5, "jún": 6, "júl": 7, "már": 3, "ápr": 4, "jan.": 1, "ιαν": 1, "φεβ": 2,
    "μάρ": 3, "μαρ": 3, "μαρτ": 3, "απρ": 4, "μάι": 5, "μαι": 5, "μαϊ": 5, "μαϊου": 5, "μαΐ": 5,
    "ιούν": 6, "ιουν": 6, "ιον": 6, "ιούλ": 7, "ιουλ": 7, "ιολ": 7, "αύγ": 8, "αυγ": 8, "σεπ": 9,
    "οκτ": 10, "νοέ": 11, "νοε": 11, "δεκ": 12, "lapkr": 11, "saus": 1, "jaan": 1, "veebr": 2,
    "juuni": 6, "juuli": 7, "tammi": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6,
    "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
  ]

  /// Longer ones first: `červenec` begins with `červen`, and is another month.
  private static let stems = unsortedStems.sorted { $0.0.utf8.count > $1.0.utf8.count }

  private static let unsortedStems: [(String, Int)] = [
    // English, German, Dutch, Scandinavian, Romance
    ("janu", 1), ("janv", 1), ("jän", 1), ("ener", 1), ("genn", 1), ("jane", 1), ("ianu", 1),
    ("febr", 2), ("févr", 2), ("fevr", 2), ("feve", 2), ("febb", 2), ("march", 3), ("märz", 3),
    ("maerz", 3), ("maart", 3), ("mars", 3), ("marz", 3), ("març", 3), ("marts", 3), ("marti", 3),
    ("apri", 4), ("avri", 4), ("abri", 4), ("aprí", 4), ("mayo", 5), ("maio", 5), ("magg", 5),
    ("june", 6), ("juni", 6), ("juin", 6), ("junh", 6), ("giugn", 6), ("iuni", 6), ("july", 7),
    ("juli", 7), ("juil", 7), ("julh", 7), ("lugl", 7), ("iuli", 7), ("augu", 8), ("août", 8),
    ("aout", 8), ("agos", 8), ("sept", 9), ("sett", 9), ("sete", 9), ("octo", 10), ("okto", 10),
    ("octu", 10), ("otto", 10), ("outu", 10), ("octom", 10), ("nove", 11), ("noviem", 11),
    ("noie", 11),
    ("dece", 12), ("deze", 12), ("déce", 12), ("dici", 12), ("dicem", 12), ("dese", 12),
    // Polish
    ("stycz", 1), ("lut", 2), ("marze", 3), ("marc", 3), ("kwie", 4), ("maja", 5), ("czerw", 6),
    ("lipi", 7), ("lipc", 7), ("sierp", 8), ("wrze", 9), ("paźdz", 10), ("pazdz", 10),
    ("listopad", 11),
    ("grud", 12),
    // Russian, Ukrainian, Belarusian
    ("янва", 1), ("февр", 2), ("март", 3), ("апре", 4), ("июн", 6), ("июл", 7), ("авгу", 8),
    ("сент", 9), ("октя", 10), ("нояб", 11), ("дека", 12), ("січ", 1), ("лют", 2), ("берез", 3),
    ("квіт", 4), ("трав", 5), ("черв", 6), ("липн", 7), ("липе", 7), ("серп", 8), ("верес", 9),
    ("жовт", 10), ("листоп", 11), ("груд", 12), ("студз", 1), ("сакав", 3), ("красав", 4),
    ("чэрв", 6), ("ліпе", 7), ("ліпн", 7), ("жнів", 8), ("жніў", 8), ("верас", 9), ("кастр", 10),
    ("лістап", 11),
    ("снеж", 12), ("сьнеж", 12), ("траве", 5), ("траў", 5), ("маю", 5), ("маі", 5),
    // Lithuanian, Latvian, Estonian, Finnish
    ("saus", 1), ("vasar", 2), ("kov", 3), ("baland", 4), ("geguž", 5), ("birž", 6), ("liep", 7),
    ("rugpj", 8), ("rugs", 9), ("spal", 10), ("lapkr", 11), ("gruod", 12), ("janvā", 1),
    ("maij", 5),
    ("jūni", 6), ("jūli", 7), ("aprīl", 4), ("jaanu", 1), ("veeb", 2), ("märts", 3), ("juuni", 6),
    ("juuli", 7), ("detse", 12), ("tammik", 1), ("helmik", 2), ("maalis", 3), ("huhti", 4),
    ("touko", 5), ("kesäk", 6), ("heinä", 7), ("eloku", 8), ("syysk", 9), ("loka", 10),
    ("marras", 11), ("joulu", 12),
    // Czech, Slovak, Hungarian, Greek
    ("leden", 1), ("ledna", 1), ("únor", 2), ("břez", 3), ("dubn", 4), ("dube", 4), ("květ", 5),
    ("červn", 6), ("červen", 6), ("červenc", 7), ("červene", 7), ("srp", 8), ("září", 9),
    ("říj", 10),
    ("prosin", 12), ("márc", 3), ("júna", 6), ("júla", 7), ("máj", 5), ("janu", 1), ("febru", 2),
    ("marec", 3), ("októ", 10), ("ápri", 4), ("máju", 5), ("június", 6), ("július", 7),
    ("szept", 9), ("ιανου", 1), ("φεβρ", 2),
    ("μαρτ", 3), ("μάρτ", 3), ("απρ", 4), ("μαΐ", 5), ("μαΪ", 5), ("μάϊ", 5), ("μάιο", 5),
    ("ιουν", 6),
    ("ιούν", 6), ("ιουλ", 7), ("ιούλ", 7), ("αυγ", 8), ("αύγ", 8), ("σεπτ", 9), ("οκτω", 10),
    ("οκτώ", 10),
    ("νοε", 11), ("νοέ", 11), ("δεκ", 12),
  ]
}
