package import BriefConfiguration

/// The words around a publisher's own, in the language of those who are told.
package struct AlertLabels: Hashable, Sendable {
  package typealias Language = LabelLanguage

  package var language: Language

  package init(_ language: Language = .english) { self.language = language }

  private func pick(_ english: String, _ polish: String) -> String {
    language == .polish ? polish : english
  }

  var source: String { pick("Source", "Źródło") }
  var series: String { pick("Series", "Seria") }
  var published: String { pick("Published", "Opublikowano") }
  var seen: String { pick("Seen", "Zauważono") }
  var version: String { pick("Version", "Wersja") }
  var topics: String { pick("Topics", "Tematy") }
  var link: String { pick("Link", "Adres") }
  var rule: String { pick("Rule", "Reguła") }
  var identifier: String { pick("Publication", "Publikacja") }
  var untitled: String { pick("(without a title)", "(bez tytułu)") }
  var silently: String { pick("silently", "po cichu") }
  func more(_ count: Int) -> String { pick("and \(count) more", "i jeszcze \(count)") }

  /// `revised`, in the passive; another kind is shown as it is.
  func kind(_ name: String) -> String {
    switch name {
    case "added": pick("new", "nowa publikacja")
    case "revised": pick("revised", "zmieniono")
    case "withdrawn": pick("withdrawn", "wycofano")
    case "restored": pick("restored", "przywrócono")
    default: name
    }
  }

  /// A class of differences; another one is shown as it is.
  func differenceClass(_ name: String) -> String {
    switch name {
    case "date": pick("date", "data")
    case "number": pick("number", "liczba")
    case "name": pick("name", "nazwa")
    case "negation": pick("negation or hedge", "przeczenie lub zastrzeżenie")
    case "addition": pick("addition", "dodano")
    case "removal": pick("removal", "usunięto")
    case "rewording": pick("rewording", "przeredagowano")
    case "metadata": pick("metadata", "metadane")
    default: name
    }
  }

  var dateMoved: String { pick("Date moved", "Przesunięty termin") }
  var said: String { pick("Last said", "Ostatnio podano") }
  var passage: String { pick("Words", "Słowa") }
  /// What became of a date: `moved`, `overdue`, `silent`.
  func date(_ name: String) -> String {
    switch name {
    case "moved": pick("another day is given", "podano inny termin")
    case "overdue": pick("the day has passed", "termin minął")
    case "silent": pick("nobody speaks of it any more", "nikt już o tym nie mówi")
    default: name
    }
  }

  var since: String { pick("Since", "Od") }
  var reason: String { pick("Reason", "Powód") }

  /// What happened to a source; another event is shown as it is.
  func event(_ name: String) -> String {
    switch name {
    case "failing": pick("cannot be read", "nie daje się odczytać")
    case "retired": pick("is gone and no longer polled", "zniknęło i nie jest już odczytywane")
    case "recovered": pick("can be read again", "znów daje się odczytać")
    case "silent": pick("has been silent for unusually long", "milczy dłużej niż zwykle")
    default: name
    }
  }

  var answer: String { pick("Last answer", "Ostatnia odpowiedź") }
  func parked(channel: String, count: Int) -> String {
    pick(
      "alerts for \(channel) could not be delivered and are parked: \(count)",
      "alertów dla \(channel) nie udało się dostarczyć, odłożono: \(count)")
  }

  func summary(reason: String?, count: Int) -> String {
    switch reason {
    case "first-poll":
      pick("first poll, publications: \(count)", "pierwszy odczyt, publikacji: \(count)")
    case "flood":
      pick("publications changed at once: \(count)", "zmienionych naraz publikacji: \(count)")
    case "back-fill":
      pick(
        "read later from older documents, publications: \(count)",
        "odczytano później ze starszych dokumentów, publikacji: \(count)")
    case "digest": pick("alerts: \(count)", "alertów: \(count)")
    default: pick("changes: \(count)", "zmian: \(count)")
    }
  }
}
