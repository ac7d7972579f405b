extension DateVocabulary {
  static let polish: [(String, [DateMeaning])] =
    months([
      "styczeń stycznia styczniu styczniem", "luty lutego lutym", "marzec marca marcu marcem",
      "kwiecień kwietnia kwietniu kwietniem", "maj maja maju majem",
      "czerwiec czerwca czerwcu czerwcem",
      "lipiec lipca lipcu lipcem", "sierpień sierpnia sierpniu sierpniem",
      "wrzesień września wrześniu wrześniem",
      "październik*", "listopad*", "grudzień grudnia grudniu grudniem",
    ])
    + weekdays([
      "poniedziałek poniedziałku poniedziałkiem", "wtorek wtorku wtorkiem",
      "środę środy środa środzie",
      "czwartek czwartku czwartkiem", "piątek piątku piątkiem", "sobotę soboty sobota sobocie",
      "niedzielę niedzieli niedziela",
    ])
    + cardinals([
      "jeden jednego jedną jednej", "dwa dwie dwóch dwu dwoma", "trzy trzech trzema",
      "cztery czterech czterema",
      "pięć pięciu",
      "sześć sześciu", "siedem siedmiu", "osiem ośmiu", "dziewięć dziewięciu",
      "dziesięć dziesięciu",
      "jedenaście jedenastu", "dwanaście dwunastu",
    ])
    + ordinals([
      "pierwszego pierwszy pierwsza pierwszej pierwszą pierwszym pierwsze",
      "drugiego drugi druga drugiej drugą drugim drugie",
      "trzeciego trzeci trzecia trzeciej trzecim", "czwartego czwarty czwarta czwartej czwartym",
      "piątego", "szóstego",
      "siódmego", "ósmego", "dziewiątego", "dziesiątego", "jedenastego", "dwunastego",
      "trzynastego", "czternastego", "piętnastego", "szesnastego", "siedemnastego",
      "osiemnastego", "dziewiętnastego", "dwudziestego", "dwudziestego_pierwszego",
      "dwudziestego_drugiego", "dwudziestego_trzeciego", "dwudziestego_czwartego",
      "dwudziestego_piątego", "dwudziestego_szóstego", "dwudziestego_siódmego",
      "dwudziestego_ósmego", "dwudziestego_dziewiątego", "trzydziestego",
      "trzydziestego_pierwszego",
    ]) + [
      ("czternaście czternastu", [.halves(28)]), ("piętnaście piętnastu", [.halves(30)]),
      ("dwadzieścia dwudziestu", [.halves(40)]),
      ("trzydzieści trzydziestu", [.halves(60)]), ("półtora półtorej", [.halves(3)]),
      ("pół_roku", [.amount(6)]), ("półtora_roku", [.amount(18)]),
      ("wiosna wiosny wiosną wiośnie wiosnę", [.season(.spring)]),
      ("lato lata latem lecie sezonu_letniego sezon_letni", [.season(.summer)]),
      // Years, and no summer.
      (
        "kolejne_lata następne_lata najbliższe_lata ostatnie_lata długie_lata dalsze_lata przyszłe_lata te_lata",
        [.filler]
      ),
      ("jesień jesieni jesienią", [.season(.autumn)]),
      ("zima zimy zimą zimie zimę", [.season(.winter)]),
      ("dzień dnia dni dniu dniach", [.unit(.day)]), ("dniu dnia", [.filler]),
      (
        "tydzień tygodnia tygodniu tygodnie tygodni tygodniach tygodniem tygodniami", [.unit(.week)]
      ),
      (
        "miesiąc miesiąca miesiącu miesiące miesięcy miesiącach miesiącem miesiącami",
        [.unit(.month)]
      ),
      ("kwartał*", [.unit(.quarter), .quarter]), ("półrocz*", [.halfYear, .unit(.half)]),
      ("połow*", [.half, .part(.middle)]),
      ("rok roku rokiem r lata latach", [.unit(.year), .yearMark]),
      ("lat laty", [.unit(.year)]), ("dziesięcioleci*", [.unit(.decade), .decade]),
      ("dekad*", [.tenDays, .unit(.decade), .decade]),
      ("i", [.ordinal(1), .conjunction]), ("ii", [.ordinal(2)]), ("iii", [.ordinal(3)]),
      ("iv", [.ordinal(4)]),
      (
        "początek początku początkiem pierwsze_miesiące pierwszych_miesiącach pierwszych_miesięcy",
        [.part(.early)]
      ),
      ("styczniow*", [.month(1)]), ("lutow*", [.month(2)]), ("marcow*", [.month(3)]),
      ("kwietniow*", [.month(4)]), ("majow*", [.month(5)]), ("czerwcow*", [.month(6)]),
      ("lipcow*", [.month(7)]), ("sierpniow*", [.month(8)]), ("wrześniow*", [.month(9)]),
      ("październikow*", [.month(10)]), ("listopadow*", [.month(11)]), ("grudniow*", [.month(12)]),
      ("upływem upływu ostatnim_tygodniu ostatnich_dniach", [.part(.late)]),
      (
        "początku_roku_szkolnego nowego_roku_szkolnego nowego_roku_akademickiego roku_akademickiego",
        [.holiday(month: 9, day: 1)]
      ),
      ("środku", [.part(.middle)]), ("koniec końca końcem końcu schyłk*", [.part(.late)]),
      ("ten tego tym tej tę obecn* bieżąc* b", [.relative(0)]), ("br", [.thisYear]),
      ("przyszł* następn* nadchodząc* kolejn*", [.relative(1)]),
      ("zeszł* ubiegł* minion* poprzedni*", [.relative(-1)]), ("ub", [.relative(-1)]),
      ("najbliższ*", [.coming]),
      ("wczoraj", [.relativeDay(-1)]), ("przedwczoraj", [.relativeDay(-2)]),
      ("dziś dzisiaj dzisiejszego_dnia", [.relativeDay(0)]),
      ("wczorajszego_dnia", [.relativeDay(-1)]),
      ("jutro jutra jutrzejszego_dnia", [.relativeDay(1)]),
      ("bm", [.relativeMonth(0)]), ("ub_m", [.relativeMonth(-1)]),
      ("sylwestra sylwestrem", [.holiday(month: 12, day: 31)]), ("później po_tym", [.later]),
      ("niż", [.preposition(.comparedWith)]), ("o", [.preposition(.about)]),
      ("na_przełomie", [.preposition(.between), .turn]), ("pojutrze", [.relativeDay(2)]),
      ("bożego_narodzenia bożym_narodzeniem boże_narodzenie", [.holiday(month: 12, day: 25)]),
      ("nowego_roku nowym_rokiem nowy_rok", [.newYear]),
      (
        "do przed wcześniej_niż najpóźniej najpóźniej_do nie_później_niż nie_później_niż_do w_terminie_do aż_do "
          + "z_terminem_do co_najmniej_do przynajmniej_do do_co_najmniej",
        [.preposition(.by)]
      ),
      ("nie_wcześniej_niż najwcześniej dopiero_po nie_prędzej_niż", [.preposition(.notBefore)]),
      ("od począwszy_od poczynając_od", [.preposition(.from)]), ("do", [.preposition(.to)]),
      ("w we podczas przez_cały przez_całą przez_całe", [.preposition(.during)]),
      ("pod_koniec z_końcem", [.part(.late)]),
      (
        "mówion*_o mówi*_o mowa_o zapowiadano zapowiadali wskazywano podawano wymieniano",
        [.preposition(.spokenOf)]
      ),
      ("na zaplanowan*_na planowan*_na", [.preposition(.forPeriod)]),
      (
        "w_ciągu w_przeciągu w_czasie przez przez_najbliższe w_najbliższych",
        [.preposition(.within)]
      ),
      ("za", [.preposition(.after)]), ("przed", [.preposition(.ago)]),
      ("zamiast", [.preposition(.insteadOf)]), ("między pomiędzy", [.preposition(.between)]),
      ("z", [.preposition(.ofDocument)]), ("z", [.preposition(.from)]),
      ("a oraz lub albo", [.conjunction]),
      ("temu", [.ago]), ("samego samym", [.filler]),
      ("weekend weekendu weekendzie weekendem weekendy", [.weekend]),
      ("około mniej_więcej jakieś niemal prawie", [.about]),
      ("jeszcze kolejne kolejnych następne następnych dalsze dalszych", [.further]),
      ("po", [.preposition(.afterwards)]),
      ("najbliższe najbliższych", [.comingFew]),
      ("doba dobę doby dobie", [.unit(.day)]),
      ("dnia_zwycięstwa dniem_zwycięstwa", [.holiday(month: 5, day: 9)]),
      ("trzynaście", [.halves(26)]), ("osiemnaście osiemnastu", [.halves(36)]),
      ("czterdzieści", [.halves(80)]), ("sześćdziesiąt", [.halves(120)]),
      ("dziewięćdziesiąt", [.halves(180)]), ("parę", [.filler]),
      ("wielkanoc wielkanocy wielkanocą", [.easter(isEastern: false)]),
      ("nowym_roku", [.comingYear]),
      ("tego_samego_dnia ten_sam_dzień tego_dnia", [.dayAfter(0)]),
      ("nazajutrz następnego_dnia następny_dzień", [.dayAfter(1)]),
      ("cały całą", [.preposition(.during)]), ("najwcześniej", [.earliest]),
      ("ostatniego_dnia ostatni_dzień ostatnim_dniu", [.lastDay]),
    ]
}
