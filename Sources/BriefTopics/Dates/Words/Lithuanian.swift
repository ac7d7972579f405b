extension DateVocabulary {
  static let lithuanian: [(String, [DateMeaning])] =
    months([
      "sausis sausio sausį sausiui", "vasaris vasario vasarį vasariui", "kovas kovo kovą kovui",
      "balandis balandžio balandį", "gegužė gegužės gegužę", "birželis birželio birželį",
      "liepa liepos liepą", "rugpjūtis rugpjūčio rugpjūtį", "rugsėjis rugsėjo rugsėjį",
      "spalis spalio spalį", "lapkritis lapkričio lapkritį", "gruodis gruodžio gruodį",
    ])
    + weekdays([
      "pirmadienį pirmadienio", "antradienį antradienio", "trečiadienį trečiadienio",
      "ketvirtadienį ketvirtadienio", "penktadienį penktadienio", "šeštadienį šeštadienio",
      "sekmadienį sekmadienio",
    ])
    + cardinals([
      "vieną vienerius vienų vieno viena", "du dvi dvejus dviejų dvejų",
      "tris trejus trijų trejų trys", "keturis ketverius keturių ketverių keturias",
      "penkis penkerius penkių penkerių penkias", "šešis šešerius šešių šešias",
      "septynis septynerius septynių septynias", "aštuonis aštuonerius aštuonių aštuonias",
      "devynis devynių devynias", "dešimt dešimties", "vienuolika", "dvylika dvylikos",
    ])
    + ordinals([
      "pirmas pirmo pirmąjį pirmąją pirmojo pirmosios pirmoje pirmajame pirmąją pirmą pirmi",
      "antras antro antrąjį antrąją antrojo antrosios antroje antrajame antrą",
      "trečias trečio trečiąjį trečiojo trečią trečiajame",
      "ketvirtas ketvirto ketvirtąjį ketvirtojo ketvirtą ketvirtajame",
    ]) + [
      ("penkiolika", [.halves(30)]), ("dvidešimt", [.halves(40)]), ("trisdešimt", [.halves(60)]),
      ("pusantrų pusantro pusantrus", [.halves(3)]),
      ("pusmetį pusmečio", [.amount(6), .halfYear, .unit(.half)]),
      ("pusę_metų pusės_metų pusmečiui", [.amount(6)]),
      ("pusmet* pusmeč*", [.halfYear, .unit(.half)]),
      ("pavasarį pavasario pavasaris", [.season(.spring)]),
      ("vasarą vasaros vasara", [.season(.summer)]),
      ("rudenį rudens ruduo", [.season(.autumn)]), ("žiemą žiemos žiema", [.season(.winter)]),
      ("diena dieną dienas dienų dienos", [.unit(.day)]),
      ("savaitė savaitę savaites savaičių savaitės", [.unit(.week)]),
      ("mėnuo mėnesį mėnesio mėnesius mėnesių", [.unit(.month)]), ("mėn", [.filler]),
      ("ketvirtį ketvirčio ketvirtis ketvirtyje", [.unit(.quarter), .quarter]),
      ("pusė pusę pusės pusėje", [.half]),
      ("metai metų metus metais m", [.unit(.year), .yearMark]),
      ("dešimtmet* dešimtmeč*", [.unit(.decade), .decade]),
      ("d dieną dienos", [.dayMark]),
      ("i", [.ordinal(1)]), ("ii", [.ordinal(2)]), ("iii", [.ordinal(3)]), ("iv", [.ordinal(4)]),
      ("pradžia pradžią pradžios pradžioje", [.part(.early)]),
      ("vidurys vidurio vidurį viduryje", [.part(.middle)]),
      ("pabaiga pabaigą pabaigos pabaigoje", [.part(.late)]),
      ("šis šio šį šią šiais šių einam*", [.relative(0)]),
      ("kitas kito kitą kitais kitų ateinant* būsim*", [.relative(1)]),
      ("praėjus* praeit* pernykšt*", [.relative(-1)]), ("artimiaus*", [.coming]),
      ("šiemet", [.relativeYear(0)]), ("kitąmet", [.relativeYear(1)]),
      ("pernai", [.relativeYear(-1)]),
      ("užpernai", [.relativeYear(-2)]),
      ("vakar", [.relativeDay(-1)]), ("užvakar", [.relativeDay(-2)]),
      ("šiandien", [.relativeDay(0)]),
      ("rytoj", [.relativeDay(1)]), ("poryt", [.relativeDay(2)]),
      ("kalėdų kalėdos kalėdas", [.holiday(month: 12, day: 25)]),
      ("naujųjų_metų naujųjų naujuosius_metus", [.newYear]),
      (
        "iki anksčiau_nei anksčiau_kaip ne_vėliau_kaip ne_vėliau_kaip_iki ne_vėliau_nei prieš",
        [.preposition(.by)]
      ),
      ("ne_anksčiau_kaip ne_anksčiau_nei tik_po", [.preposition(.notBefore)]),
      ("nuo pradedant iš", [.preposition(.from)]), ("iki į", [.preposition(.to)]),
      ("per", [.preposition(.within), .preposition(.during)]), ("po", [.preposition(.after)]),
      ("prieš", [.preposition(.ago)]), ("į", [.preposition(.forPeriod)]),
      ("vietoj vietoje", [.preposition(.insteadOf)]), ("tarp", [.preposition(.between)]),
      ("ir ar arba", [.conjunction]),
    ]
}
