extension DateVocabulary {
  static let german: [(String, [DateMeaning])] =
    months([
      "januar januars jänner jan", "februar februars feber feb", "märz märzes", "april aprils apr",
      "mai mais",
      "juni juno", "juli julei", "august augusts aug", "september septembers sept",
      "oktober oktobers okt",
      "november novembers nov", "dezember dezembers dez",
    ])
    + weekdays([
      "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag",
    ])
    + cardinals([
      "ein eine einem einen einer eines", "zwei zweier", "drei dreier", "vier", "fünf", "sechs",
      "sieben", "acht",
      "neun",
      "zehn", "elf", "zwölf",
    ])
    + ordinals([
      "erste ersten erster erstes", "zweite zweiten zweiter zweites", "dritte dritten drittes",
      "vierte vierten viertes",
    ]) + [
      ("vierzehn", [.halves(28)]), ("fünfzehn", [.halves(30)]), ("achtzehn", [.halves(36)]),
      ("zwanzig", [.halves(40)]),
      ("dreißig", [.halves(60)]),
      ("anderthalb eineinhalb", [.halves(3)]),
      ("halbes_jahr halben_jahr halben_jahres", [.amount(6)]),
      ("einem_halben_jahr ein_halbes_jahr eines_halben_jahres", [.amount(6)]),
      ("frühling frühjahr frühjahrs frühlings", [.season(.spring)]),
      ("sommer sommers", [.season(.summer)]),
      ("herbst herbstes", [.season(.autumn)]), ("winter winters", [.season(.winter)]),
      ("tag tage tagen tages", [.unit(.day)]), ("woche wochen", [.unit(.week)]),
      ("monat monate monaten monats", [.unit(.month)]),
      ("quartal quartals quartale", [.unit(.quarter), .quarter]),
      ("halbjahr halbjahres halbjahrs jahreshälfte", [.halfYear, .unit(.half)]),
      ("hälfte", [.half]),
      ("jahr jahre jahren jahres jahrs", [.unit(.year), .yearMark]),
      ("jahrzehnt* dekade", [.unit(.decade), .decade]),
      ("i", [.ordinal(1)]), ("ii", [.ordinal(2)]), ("iii", [.ordinal(3)]), ("iv", [.ordinal(4)]),
      ("ablauf", [.part(.late)]), ("schuljahresbeginn", [.holiday(month: 9, day: 1)]),
      ("anfang beginn", [.part(.early)]), ("mitte", [.part(.middle)]), ("ende", [.part(.late)]),
      ("jahresende jahresschluss", [.partOfUnit(.late, .year)]),
      ("jahresanfang jahresbeginn", [.partOfUnit(.early, .year)]),
      ("jahresmitte", [.partOfUnit(.middle, .year)]), ("monatsende", [.partOfUnit(.late, .month)]),
      ("quartalsende", [.partOfUnit(.late, .quarter)]), ("wochenende", [.partOfUnit(.late, .week)]),
      ("dieses diesem diesen dieser diese laufenden laufendes laufende", [.relative(0)]),
      (
        "nächste nächsten nächstem nächstes nächster kommendem folgendem folgende kommende kommenden kommendes kommender folgenden folgendes",
        [.relative(1)]
      ),
      (
        "vergangene vergangenem letztem vorigem vergangenen vergangenes vergangener letzte letzten letztes letzter vorigen voriges vorige",
        [.relative(-1)]
      ),
      ("heuer", [.relativeYear(0)]),
      ("gestern", [.relativeDay(-1)]), ("vorgestern", [.relativeDay(-2)]),
      ("heute", [.relativeDay(0)]),
      ("morgen", [.relativeDay(1)]), ("übermorgen", [.relativeDay(2)]),
      ("weihnachten", [.holiday(month: 12, day: 25)]), ("neujahr", [.newYear]),
      ("jahreswechsel", [.newYear]),
      (
        "bis bis_zum bis_zur bis_spätestens spätestens spätestens_am spätestens_bis spätestens_im vor_dem vor_ende vor "
          + "nicht_später_als bis_in bis_mindestens mindestens_bis",
        [.preposition(.by)]
      ),
      (
        "frühestens frühestens_am frühestens_im frühestens_ab nicht_vor nicht_vor_dem erst_ab erst_nach nach_dem",
        [.preposition(.notBefore)]
      ),
      (
        "ab ab_dem vom von von_dem beginnend_mit mit_wirkung_vom mit_wirkung_zum",
        [.preposition(.from)]
      ),
      ("seit seit_dem", [.preposition(.since)]),
      ("bis bis_zum bis_zur auf auf_den", [.preposition(.to)]),
      ("am im in in_dem an zum zur während", [.preposition(.during)]),
      ("für für_den für_das für_die auf auf_den auf_das", [.preposition(.forPeriod)]),
      (
        "binnen innerhalb innerhalb_von innert im_laufe im_laufe_von in_den_nächsten in_den_kommenden im_verlauf",
        [.preposition(.within)]
      ),
      ("in", [.preposition(.after)]), ("vor", [.preposition(.ago)]),
      (
        "statt anstatt anstelle anstelle_von statt_am statt_zum statt_im",
        [.preposition(.insteadOf)]
      ), ("zwischen zwischen_dem", [.preposition(.between)]),
      ("vom", [.preposition(.ofDocument)]), ("und oder", [.conjunction]),
      ("der die das des dem den", [.filler]),
    ]
}
