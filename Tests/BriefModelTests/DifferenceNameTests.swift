import BriefModel
import Testing

private let names: [MarkedPair] = [
  // English
  "According to Anna {Dyner|Legucka}, the talks failed.",
  "{Lukashenko|Makei} met Putin in Sochi.",
  "{Makei|Golovchenko} said that the talks failed.",
  "The council met in {Minsk|Moscow} again.",
  "The treaty binds Belarus and {Russia|Kazakhstan} alike.",
  "The exercise worried {NATO|CSTO} planners.",
  "Prime Minister {Roman Golovchenko|Mikhail Mishustin} spoke.",
  "The {Belarusian|Ukrainian} side was silent.",
  "Rosneft and {Gazprom|Rosatom} signed the contract.",
  "{Poland|Lithuania} closed the border.",
  "The region of {Brest|Grodno} is affected.",
  // Polish
  "Zdaniem {Dyner|Leguckiej} rozmowy się nie powiodły.",
  "Rada zebrała się w {Mińsku|Moskwie} ponownie.",
  "{Łukaszenka|Makiej} spotkał się z Putinem.",
  "Umowa wiąże Białoruś i {Rosję|Ukrainę} jednakowo.",
  "Premier {Raman Hałouczenka|Michaił Miszustin} zabrał głos.",
  "{Polska|Litwa} zamknęła granicę.",
  // Russian
  "Договор подписан в {Минске|Москве} осенью.",
  "{Лукашенко|Макей} встретился с Путиным.",
  "Договор связывает Беларусь и {Россию|Украину} одинаково.",
  "Премьер {Головченко|Мишустин} выступил с докладом.",
  "Учения обеспокоили {НАТО|ОДКБ} и соседей.",
  "{Польша|Литва} закрыла границу.",
  // Belarusian, Ukrainian
  "Дамова падпісана ў {Мінску|Маскве} восенню.",
  "{Лукашэнка|Макей} сустрэўся з Пуціным.",
  "Договір підписано в {Мінську|Москві} восени.",
  "Договір пов'язує Білорусь і {Росію|Україну} однаково.",
  // German: a noun is capitalised too, so a name is what no article stands before.
  "Der Vertrag wurde von {Putin|Lukaschenko} unterzeichnet und ist nicht gültig.",
  "Der Rat tagte in {Minsk|Moskau} und vertagte das Thema.",
  "Die Gespräche mit {Belarus|Russland} sind nicht beendet und ruhen.",
  // Lithuanian
  "Sutartis pasirašyta {Minske|Maskvoje} rudenį.",
  "{Lukašenka|Makejus} susitiko su Putinu.",
].map(MarkedPair.init)

private let noNames: [MarkedPair] = [
  "{However|Moreover}, the talks failed.",
  "{Experts|Officials} doubt that the talks failed.",
  "{Эксперты|Аналитики} сомневаются в успехе.",
  "{Eksperci|Analitycy} wątpią w sukces.",
  "Der {Vertrag|Beschluss} wurde unterzeichnet und ist nicht gültig.",
  "Die neue {Doktrin|Strategie} ist nicht gültig und wird geändert.",
  "The {union state|Union State} has a court.",
  "The talks were {open|brief} again.",
].map(MarkedPair.init)

@Suite struct DifferenceNameTests {
  @Test(arguments: names)
  func `a capitalised name that was replaced by another is a name`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.name))
  }

  @Test(arguments: noNames)
  func `a word that is capitalised for its place is no name`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.rewording))
  }
}
