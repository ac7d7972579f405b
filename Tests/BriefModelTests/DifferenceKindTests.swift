import BriefModel
import Testing

/// Phrases of one kind that take each other's place, in a sentence of each language: whatever stands
/// for whatever, the class is that of the kind.
private struct Kind: Sendable, CustomTestStringConvertible {
  var kind: Difference.Class
  /// With `@` where the phrases stand.
  var sentence: String
  var phrases: [String]

  var testDescription: String { sentence }

  init(_ kind: Difference.Class, _ sentence: String, _ phrases: String) {
    (self.kind, self.sentence) = (kind, sentence)
    self.phrases = phrases.split(separator: "|").map { String($0) }
  }

  /// Each phrase with those behind it, wrong answers only.
  var wrong: [String] {
    phrases.indices.flatMap { first in
      phrases.indices.dropFirst(first + 1).compactMap { second in
        let (old, new) = (phrases[first], phrases[second])
        let found = TextDiff.differences(
          from: sentence.replacing("@", with: old), to: sentence.replacing("@", with: new),
          field: .text)
        return Set(found.map(\.class)) == [kind] ? nil : "\(old) > \(new): \(found.map(\.class))"
      }
    }
  }
}

private let kinds = [
  Kind(
    .date, "The pact will be signed @, officials say.",
    "in early May|before New Year|on the eve of Christmas|next week|by mid-2026|within a month"),
  Kind(
    .date, "Договор подпишут @, говорят чиновники.",
    "в начале мая|до Нового года|накануне Рождества|через неделю|к лету|в 2030-х годах"),
  Kind(
    .date, "Umowę podpiszą @, mówią urzędnicy.",
    "na początku maja|przed Nowym Rokiem|w Wigilię|za tydzień|latem|w ciągu miesiąca"),
  Kind(
    .date, "Дамову падпішуць @, кажуць чыноўнікі.",
    "у пачатку мая|да Новага года|напярэдадні Калядаў|праз тыдзень|улетку"),
  Kind(
    .date, "Угоду підпишуть @, кажуть урядовці.",
    "на початку травня|до Нового року|напередодні Різдва|наступної п'ятниці|влітку"),
  Kind(
    .date, "Man unterzeichnet das Abkommen @, sagen die Beamten.",
    "Anfang Mai|vor Neujahr|nach Ostern|in einer Woche|in der zweiten Jahreshälfte"),
  Kind(
    .date, "Sutartis bus pasirašyta @, sako pareigūnai.",
    "gegužės pradžioje|iki Naujųjų metų|po Velykų|kitą savaitę|trečiadienio rytą"),
  Kind(
    .number, "The pipe carried @ last year.",
    "20 bcm|18 million tonnes|half as much|dozens of barrels|a third"),
  Kind(
    .number, "Оборот вырос @, сообщил банк.", "на треть|вдвое|в 1,5 раза|на 12 пунктов|наполовину"),
  Kind(
    .number, "Obroty wzrosły @, podał bank.", "o jedną trzecią|dwukrotnie|o 5 p.p.|półtora raza"),
  Kind(.number, "Затрымалі @ удзельнікаў.", "сямёх|дзясяткі|палову|тузін|некалькі соцень"),
  Kind(.number, "Затримали @ учасників.", "сімох|десятки|половину|дюжину|кілька сотень"),
  Kind(
    .number, "Man hat @ Teilnehmer und das nicht überall gezählt.", "elf|Dutzende|Hunderte|beide"),
  Kind(
    .number, "Apyvarta išaugo @, pranešė bankas.", "trečdaliu|dvigubai|1,5 karto|12 punktų|perpus"),
  Kind(
    .negation, "Minsk @ the pact.",
    "will sign|has yet to sign|vowed to sign|is unable to sign|would sign|has not signed"),
  Kind(
    .negation, "Минск @ договор.",
    "подпишет|вряд ли подпишет|готов подписать|вправе подписать|вынужден подписать"),
  Kind(
    .negation, "Mińsk @ umowę.",
    "podpisze|podpisałby|na pewno podpisze|jest gotów podpisać|ma prawo podpisać|nie podpisze"),
  Kind(
    .negation, "Мінск @ дамову.",
    "падпіша|наўрад ці падпіша|хоча падпісаць|абавязаны падпісаць|не падпіша"),
  Kind(
    .negation, "Мінськ @ угоду.",
    "підпише|навряд чи підпише|має право підписати|змушений підписати|не підпише"),
  Kind(
    .negation, "Minskas @ sutartį.",
    "pasirašys|vargu ar pasirašys|neketina pasirašyti|pasirengęs pasirašyti|turi pasirašyti"),
  Kind(
    .name, "Talks with @ stalled.",
    "Gazprom|A. Shraibman|the World Bank|President Lukashenko|the IMF"),
  Kind(
    .name, "Доклад написал @ для журнала.",
    "А. Шрайбман|Центр восточных исследований|Институт стран СНГ|Рыгор Астапеня"),
  Kind(
    .name, "Rozmowy z @ utknęły.",
    "Gazpromem|Bankiem Światowym|prezydentem Łukaszenką|Unią Europejską"),
]

@Suite struct DifferenceKindTests {
  @Test(arguments: kinds)
  private func `phrases of one kind for each other have its class`(_ kind: Kind) {
    #expect(kind.wrong == [])
  }

  @Test(arguments: [
    (Difference.Class.number, "It took {ten weeks|five weeks} to fly there."),
    (.number, "Срок составил {три года|пять месяцев} ровно."),
    (.negation, "Ministers {denied|confirmed} the report."),
    (.negation, "Проезд {разрешён|запрещён} с утра."),
    (.negation, "{Żadna ze stron nie zgodziła|Jedna ze stron zgodziła} się na cenę."),
    (.rewording, "{Однако|Тем не менее} сделка стоит."),
    (.rewording, "{Firma|Spółka} ograniczyła produkcję."),
    (.rewording, "Der Streit ist alt. Die {Verhandlungen|Gespräche} stocken nicht."),
    (.rewording, "{Крупный|Большой} банк вышел из игры."),
    (.rewording, "The text {contains no|does not contain any} dates."),
    (.rewording, "Minsk {plans to|intends to} sign."),
    (.name, "{Министерство финансов|Министерство энергетики} против пошлины."),
    (.name, "Ответила {таможенная|налоговая} служба."),
    (.addition, "The talks stalled{|, officials say}."),
    (.negation, "Банк {, похоже,|} выдал заём."),
    (.negation, "Die Bank hat {höchstwahrscheinlich|} gezahlt, und das ist alles."),
    (.number, "The {XIII|XIV} congress ended."),
    (.number, "Jį nuteisė {aštuoneriems|devyneriems} metams."),
    (.number, "This is the {first|second} case of the kind."),
    (.number, "Zatrzymano {czternaście|szesnaście} składów."),
    (.number, "Derybos truko {keturias|penkias} valandas."),
    (.number, "Затрымалі {васямнаццаць|сарака} грамадзян."),
    (.number, "Рост составил {11%|11 п. п.} за год."),
    (.date, "Posėdis prasidės {8 val. ryto|7 val. ryto} Vilniuje."),
    (
      .rewording,
      "The report says that {employers rarely pay for overtime|overtime is seldom paid}."
    ),
    (.name, "Tyrimą paskelbė {Rytų Europos|Geopolitikos ir saugumo} studijų centras."),
    (.name, "Проти збору {Європейський парламент|Бундестаг}."),
    (.rewording, "{Laisvos darbuotojų organizacijos|Nepriklausomos profsąjungos} šalyje išnyko."),
    (.number, "Тариф даёт {5 ГБ|5 МБ} на день."),
    (.number, "Płacą {50 kopiejek|50 centów} za bilet."),
    (.number, "Ciśnienie sięga {38 barów|38 megapaskali}."),
    (.negation, "Он {никогда не|не раз} обещал это."),
    (.rewording, "Prices {seem|appear} to be high."),
    (.number, "Заплатят {российскими|белорусскими} рублями."),
    (.number, "Cenę podano w {białoruskich|rosyjskich} rublach."),
    (.negation, "У пагадненні {ёсць пункт|няма пункта} пра тарыфы."),
    (.negation, "Уряд подасть проєкт у травні. {Очікується, що текст|Текст} змінять."),
    (.negation, "{Предполагается, что договор|Договор} обновят."),
    (.name, "Звіт {Ради «Українська призма»|Центру «Нова Європа»} вийшов у травні."),
  ])
  func `what only looks like another kind keeps its own`(
    _ kind: Difference.Class, _ marked: String
  ) {
    let pair = MarkedPair(marked)
    let found = TextDiff.differences(from: pair.old, to: pair.new, field: .text)
    #expect(Set(found.map(\.class)) == [kind], "\(found.map { ($0.class, $0.before, $0.after) })")
  }

  @Test(
    arguments: [
      ("Putin said that trade grew.", "Medvedev stated that trade grew.", [.name, .rewording]),
      ("Путин приедет в Минск.", "Медведев может приехать в Минск.", [.name, .negation]),
      ("In May 28 acts were passed.", "In June 30 acts were passed.", [.date, .number]),
      ("Polska zamknęła granicę.", "Łotwa nie zamknęła granicy.", [.name, .negation]),
    ] as [(String, String, [Difference.Class])])
  func `neighbours of two kinds are two differences`(
    _ old: String, _ new: String, _ kinds: [Difference.Class]
  ) {
    #expect(TextDiff.differences(from: old, to: new, field: .text).map(\.class) == kinds)
  }
}
