extension DateVocabulary {
  /// Words that call something off, for which a sentence is read that names no date.
  static let callingOff: [String: String] = [
    "en":
      "cancel* scrapped abandoned annulled off frozen froze suspended shelved paused "
      + "hold postponed delayed deferred",
    "ru":
      "отменен* отменил* отмена аннулирован* заморожен* заморозил* приостанов* отложен* отложил* "
      + "отсрочен* отсрочил* перенесен* перенесли",
    "pl":
      "odwołan* odwołał* anulowan* anulował* unieważni* zamrożon* zamrozi* zawieszon* zawiesił* "
      + "wstrzyman* wstrzymał* odłożon* odłożył* odroczon* odroczył* przesunięt* przesunęł*",
    "be":
      "адменен* адмяніл* скасаван* скасавал* замарожан* замарозіл* прыпынен* прыпыніл* адкладзен* "
      + "адклал* адтэрмінаван* адтэрмінавал* перанесен* перанеслі",
    "uk":
      "скасован* скасувал* скасував відмінен* відмінил* відмінив анульован* заморожен* заморозил* "
      + "призупинен* призупинил* відкладен* відклал* відстрочен* відстрочил* перенесен* перенесли",
    "de": "abgesagt* annulliert* gestrichen eingefroren ausgesetzt verschoben vertagt aufgeschoben",
    "lt":
      "atšaukt* atšaukė įšaldyt* įšaldė sustabdyt* sustabdė pristabdyt* atidėt* atidėjo nukelt* nukėlė",
  ]
}
