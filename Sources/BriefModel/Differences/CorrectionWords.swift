/// Words by which publishers announce corrections, in English, Polish, Russian, Belarusian, Ukrainian,
/// German and Lithuanian; lower case, with е for ё.
enum CorrectionWords {
  /// A label that says by itself that something was wrong.
  static let corrections = labels(
    """
    correction, corrections, corrected, clarification, clarifications, erratum, errata, corrigendum,
    errata corrige, correction note, correction notice, rectificatif, corrección, sprostowanie,
    sprostowania, korekta, poprawka, poprawiono, skorygowano, исправление, исправления, исправлено,
    уточнение, уточнения, поправка, поправки, внесено исправление, выпраўленне, выпраўленні,
    выпраўлена, удакладненне, удакладненні, папраўка, виправлення, виправлено, уточнення, поправлено,
    korrektur, korrekturen, korrekturhinweis, korrigiert, berichtigung, berichtigt, richtigstellung,
    pataisymas, pataisymai, pataisyta, patikslinimas, patikslinta, klaidos ištaisymas, ištaisyta
    """)

  /// A label that says that something is new: a correction where a mistake is named.
  static let updates = labels(
    """
    update, updated, updated on, last updated, updated at, aktualizacja, zaktualizowano,
    zaktualizowane, обновлено, обновление, дополнено, абноўлена, абнаўленне, оновлено, оновлення,
    aktualisiert, aktualisiert am, aktualisierung, atnaujinta, atnaujinimas, papildyta
    """)

  /// A word of the editor: a correction where a mistake is named.
  static let editors = labels(
    """
    editor s note, editors note, note, note from the editor, note from the editors, note to readers,
    od redakcji, przypis redakcji, uwaga redakcji, nota redakcyjna, uwaga, от редакции,
    примечание редакции, примечание, прим ред, ад рэдакцыі, заўвага рэдакцыі, заўвага, від редакції,
    примітка редакції, примітка, anmerkung der redaktion, anmerkung, hinweis der redaktion, hinweis,
    anm d red, redakcijos pastaba, pastaba, redakcijos prierašas
    """)

  static let earlierVersions = phrases(
    """
    an earlier version of, a previous version of, in an earlier version of, in a previous version of,
    earlier versions of, previous versions of, the original version of, w poprzedniej wersji,
    we wcześniejszej wersji, poprzednia wersja, wcześniejsza wersja, w pierwotnej wersji,
    в предыдущей версии, в более ранней версии, в первоначальной версии, в прежней версии,
    предыдущая версия, у папярэдняй версіі, у ранейшай версіі, папярэдняя версія,
    у попередній версії, у попередньому варіанті, у ранішій версії, попередня версія,
    in einer früheren version, in einer vorherigen version, in einer ersten version,
    in der ursprünglichen version, in der vorherigen version, eine frühere version,
    eine vorherige version, ankstesnėje, ankstesnėje šio, pirminėje, ankstesnė šio
    """)

  /// What may follow "in an earlier version": the text, or what it said. "Of the treaty" may not.
  static let goOn = words(
    """
    this tego niniejszego tej naszego podano napisano znalazł znalazła błędnie był była
    było widniał widniała stwierdzono zawierała zawierał этой этого данной данного нашей был была было
    были указан указано указана указали говорилось сообщалось утверждалось содержала содержалась гэтага
    гэтай дадзенага быў была было былі паведамлялася гаварылася цього цієї даного був була було були
    вказано зазначено йшлося повідомлялося dieses dieser diesem stand hieß wurde war
    enthielt haben hatten hatte šio šios buvo nurodyta rašoma rašėme teigiama versijoje versija
    """)

  /// Behind these only the text counts: "of the article", not "of the treaty".
  static let articles = words("the des der")

  static let demonstratives = words(
    """
    this the ten niniejszy ta to этот эта это данный данная настоящий гэты гэта дадзены цей ця це
    dieser diese dieses der die das šis ši
    """)

  static let englishTexts = words(
    """
    article text brief commentary story post piece analysis publication page version spotlight
    bulletin
    """)

  /// The first words of all announcements.
  static let openings = Set(earlierVersions.compactMap(\.first))
    .union(demonstratives).union(texts)
    .union(corrections.keys).union(updates.keys).union(editors.keys)

  /// What a publisher calls the text itself.
  static let texts = englishTexts.union(
    words(
      """
      tekst tekstu artykuł artykułu komentarz komentarza analiza analizy publikacja publikacji текст
      текста статья статьи статье материал материала публикация публикации комментарий тэкст тэксту
      артыкул артыкула артыкуле матэрыял матэрыяла публікацыя стаття статті статтю тексту матеріал
      матеріалу публікація артикул beitrag beitrags artikel artikels textes text kommentar analyse
      tekstas teksto tekste straipsnis straipsnio straipsnyje publikacija publikacijos
      """))

  static let auxiliaries = words(
    """
    was is has have been were since later subsequently now był była było jest został została zostało
    zostały был была было быў было був було wurde ist nachträglich buvo yra
    """)

  /// Parts of a printed day beside numbers and months.
  static let ofDates: Set<String> = {
    var parts = words(
      """
      on of from at the st nd rd th am pm utc cet est gmt a p m z dnia dn r roku godz o от г года год
      в ч мск ад года годзе від р року о vom am um uhr d m red nuo val mon tue wed thu fri sat sun
      """)
    for (list, meaning) in DateWords.lists
    where !meaning.isDisjoint(with: [.month, .ambiguousMonth, .weekday]) {
      parts.formUnion(words(list))
    }
    return parts
  }()

  static func isOfCorrection(_ word: String) -> Bool { corrected.fit(word) }
  static func isOfUpdate(_ word: String) -> Bool { updated.fit(word) }

  private static let corrected = WordBeginnings(
    """
    correct amend fixe error errone mistake wrong inaccura incorrect misstat misspell typo clarif
    popraw sprostow błąd błęd koryg skoryg koreg korekt niepoprawn nieprawid omyłk pomył исправ
    ошиб неверн уточн опечат неточн поправ выпраў выпраул памыл удаклад няправільн няверн недаклад
    виправ помил уточн невірн неправильн неточн korrig berichtig fehler falsch irrtüm richtiggestell
    patais klaid ištais patiksl neteising netiksl
    """)

  private static let updated = WordBeginnings(
    "updat revis edited zaktualiz обновл дополн изменен абноўл зменен оновл змінен aktualisier überarbeit geändert atnaujin"
  )

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func phrases(_ list: String) -> [[String]] {
    list.split(separator: ",").map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  /// By their first words.
  private static func labels(_ list: String) -> [String: [[String]]] {
    Dictionary(grouping: phrases(list), by: { $0.first ?? "" })
  }
}
