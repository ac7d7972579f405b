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
      "erste ersten erster erstes", "zweite zweiten zweiter zweites",
      "dritte dritten drittes dritter",
      "vierte vierten viertes",
      "fünften fünfte", "sechsten sechste", "siebten siebenten siebte", "achten achte",
      "neunten neunte", "zehnten zehnte", "elften elfte", "zwölften zwölfte", "dreizehnten",
      "vierzehnten", "fünfzehnten", "sechzehnten", "siebzehnten", "achtzehnten", "neunzehnten",
      "zwanzigsten", "einundzwanzigsten", "zweiundzwanzigsten", "dreiundzwanzigsten",
      "vierundzwanzigsten", "fünfundzwanzigsten", "sechsundzwanzigsten", "siebenundzwanzigsten",
      "achtundzwanzigsten", "neunundzwanzigsten", "dreißigsten", "einunddreißigsten",
    ]) + [
      ("vierzehn", [.halves(28)]), ("fünfzehn", [.halves(30)]), ("achtzehn", [.halves(36)]),
      ("zwanzig", [.halves(40)]),
      ("dreißig", [.halves(60)]),
      ("anderthalb eineinhalb", [.halves(3)]),
      ("halbes_jahr halben_jahr halben_jahres", [.amount(6)]),
      ("einem_halben_jahr ein_halbes_jahr eines_halben_jahres", [.amount(6)]),
      ("frühling frühjahr frühjahrs frühlings", [.season(.spring)]),
      ("sommer sommers sommersaison", [.season(.summer)]),
      ("herbst herbstes", [.season(.autumn)]), ("winter winters", [.season(.winter)]),
      ("tag tage tagen tages", [.unit(.day)]), ("woche wochen", [.unit(.week)]),
      ("monat monate monaten monats", [.unit(.month)]),
      ("quartal quartals quartale", [.unit(.quarter), .quarter]),
      ("halbjahr halbjahres halbjahrs jahreshälfte", [.halfYear, .unit(.half)]),
      ("hälfte", [.half]),
      ("jahr jahre jahren jahres jahrs", [.unit(.year), .yearMark]),
      ("jahrzehnt* dekade", [.unit(.decade), .decade]),
      ("i", [.ordinal(1)]), ("ii", [.ordinal(2)]), ("iii", [.ordinal(3)]), ("iv", [.ordinal(4)]),
      ("ablauf", [.part(.late)]),
      ("schuljahresbeginn neuen_schuljahr", [.holiday(month: 9, day: 1)]),
      ("anfang beginn ersten_monaten ersten_monate", [.part(.early)]), ("mitte", [.part(.middle)]),
      ("ende", [.part(.late)]),
      ("jahresende jahresschluss", [.partOfUnit(.late, .year)]),
      ("jahresanfang jahresbeginn", [.partOfUnit(.early, .year)]),
      ("jahresmitte", [.partOfUnit(.middle, .year)]), ("monatsende", [.partOfUnit(.late, .month)]),
      ("quartalsende", [.partOfUnit(.late, .quarter)]), ("wochenende wochenendes", [.weekend]),
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
      ("später darauf danach", [.later]), ("als", [.preposition(.comparedWith)]),
      ("um_die_wende_von", [.preposition(.between), .turn]),
      ("silvester", [.holiday(month: 12, day: 31)]), ("jahreswende", [.newYear]),
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
      ("etwa rund ungefähr knapp circa ca gut", [.about]),
      ("weitere weiteren weiterer noch", [.further]), ("nach_dem", [.preposition(.afterwards)]),
      ("tag_des_sieges", [.holiday(month: 5, day: 9)]),
      ("dreizehn", [.halves(26)]), ("vierzig", [.halves(80)]), ("sechzig", [.halves(120)]),
      ("neunzig", [.halves(180)]), ("vierundzwanzig", [.halves(48)]),
      ("januarhälfte", [.month(1), .half]), ("januardrittel januardekade", [.month(1), .tenDays]),
      ("februarhälfte", [.month(2), .half]),
      ("februardrittel februardekade", [.month(2), .tenDays]),
      ("märzhälfte", [.month(3), .half]), ("märzdrittel märzdekade", [.month(3), .tenDays]),
      ("aprilhälfte", [.month(4), .half]), ("aprildrittel aprildekade", [.month(4), .tenDays]),
      ("maihälfte", [.month(5), .half]), ("maidrittel maidekade", [.month(5), .tenDays]),
      ("junihälfte", [.month(6), .half]), ("junidrittel junidekade", [.month(6), .tenDays]),
      ("julihälfte", [.month(7), .half]), ("julidrittel julidekade", [.month(7), .tenDays]),
      ("augusthälfte", [.month(8), .half]), ("augustdrittel augustdekade", [.month(8), .tenDays]),
      ("septemberhälfte", [.month(9), .half]),
      ("septemberdrittel septemberdekade", [.month(9), .tenDays]),
      ("oktoberhälfte", [.month(10), .half]),
      ("oktoberdrittel oktoberdekade", [.month(10), .tenDays]),
      ("novemberhälfte", [.month(11), .half]),
      ("novemberdrittel novemberdekade", [.month(11), .tenDays]),
      ("dezemberhälfte", [.month(12), .half]),
      ("dezemberdrittel dezemberdekade", [.month(12), .tenDays]),
      ("ostern", [.easter(isEastern: false)]), ("neuen_jahr neuen_jahres", [.comingYear]),
      ("selben_tag selben_tages gleichen_tag gleichen_tages", [.dayAfter(0)]),
      ("tag_darauf tags_darauf folgenden_tag nächsten_tag", [.dayAfter(1)]),
      ("das_ganze den_ganzen das_gesamte", [.preposition(.during)]),
      ("um_den_jahreswechsel rund_um_den_jahreswechsel", [.turnOfYear]),
      ("frühestens", [.earliest]), ("letzten_tag letzten_tages letzter_tag", [.lastDay]),
      ("vorjahr vorjahres vorjahrs", [.relativeYear(-1)]),
    ]
}
