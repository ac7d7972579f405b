/// Which way a verb points in time, told by its ending or by its being listed.
struct Tense: Sendable {
  /// What a word's being listed says of it.
  private struct Listing: OptionSet {
    let rawValue: UInt8
    static let future = Listing(rawValue: 1)
    static let past = Listing(rawValue: 2)
    static let futureStem = Listing(rawValue: 4)
    static let noVerb = Listing(rawValue: 8)
  }

  /// What an ending says; a noun's goes before a past's, that before a future's.
  private struct Ending: OptionSet {
    let rawValue: UInt8
    static let noun = Ending(rawValue: 1)
    static let past = Ending(rawValue: 2)
    static let future = Ending(rawValue: 4)
  }

  private let listings: WordTable<Listing>
  /// Of words read backwards.
  private let endings: WordTable<Ending>
  /// Lithuanian joins the negation to the verb.
  private let isLithuanian: Bool

  /// Knows the seven languages; `nil` in others.
  static func of(_ language: String) -> Tense? { tables[language] }

  private static let tables = Dictionary(
    uniqueKeysWithValues: listedFuture.keys.map { ($0, Tense($0)) })

  private init(_ language: String) {
    var words: [(String, Listing)] = []
    words += (Self.listedFuture[language] ?? []).map { ($0, .future) }
    words += (Self.listedPast[language] ?? []).map { ($0, .past) }
    words += (Self.futureStems[language] ?? []).map { ("\($0)*", .futureStem) }
    words += Self.notVerbs.map { ($0, .noVerb) }
    listings = WordTable(words)
    var ends: [(String, Ending)] = []
    ends += Self.nounEndings.map { ($0, .noun) }
    ends += (Self.pastEndings[language] ?? []).map { ($0, .past) }
    ends += (Self.futureEndings[language] ?? []).map { ($0, .future) }
    endings = WordTable(ends.map { ("\(String($0.0.reversed()))*", $0.1) })
    isLithuanian = language == "lt"
  }

  /// - Parameter word: folded.
  func direction(of word: String) -> TimeDirection { direction(of: word.utf8.span) }

  /// Does a Lithuanian verb hold a "not": `neplanuoja`, `neatsidarys`?
  func isNegated(_ word: String) -> Bool {
    let letters = word.utf8
    guard isLithuanian, letters.count > 5, letters.starts(with: "ne".utf8) else { return false }
    return direction(of: String(word.dropFirst(2))) != .unknown
  }

  private func direction(of word: Span<UInt8>) -> TimeDirection {
    let length = word.count
    if isLithuanian, length > 4, word[0] == UInt8(ascii: "n"), word[1] == UInt8(ascii: "e") {
      let bare = direction(of: word.extracting(2..<length))
      if bare != .unknown { return bare }
    }
    let listing = listings[word]
    if listing.contains(.future) { return .future }
    if listing.contains(.past) { return .past }
    guard length >= 5 else { return .unknown }
    if listing.contains(.futureStem) { return .future }
    if listing.contains(.noVerb) { return .unknown }
    let ending = endings[backwards: word]
    if ending.contains(.noun) { return .unknown }
    if ending.contains(.past) { return .past }
    return ending.contains(.future) ? .future : .unknown
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.split(separator: " ").map { String(String.UnicodeScalarView(Lexicon.Atom($0).folded)) })
  }

  private static let listedFuture: [String: Set<String>] = [
    "en": words(
      "will shall should must may could would to expects expect expected plans plan planned intends "
        + "intend hopes hope wants want is are be remains upcoming going due scheduled can need needs "
        + "lapses expires runs starts begins opens ends closes follows enters takes"
    ),
    "ru": words(
      "будет будут должен должна должно должны может могут надо предстоит истекает истекут истечет хотят хочет намерен намерены нужно есть буде обязан обязана обязано обязаны призван призвана призваны"
    ),
    "pl": words(
      "zniesie zniosą weźmie wezmą będzie będą ma mają może mogą musi muszą powinien powinna powinno powinny zostanie zostaną chce chcą planuje planują potrwa potrwają wejdzie wejdą ruszy ruszą spotkają spotka pojadą pojedzie przyjmą przyjmie podpiszą podpisze powstanie powstaną zacznie zaczną rozpocznie rozpoczną odbędzie odbędą wygasa upływa nastąpi nastąpią wzrośnie spadnie zagłosują zagłosuje odpowiedzą odpowie ruszą otworzą otworzy zamkną zamknie przedłuży przedłużą otrzyma otrzymają dostanie wyśle wyślą skieruje skierują przyjedzie przyjadą stanie staną powinno zmieni zmienią wyniesie "
        + "kończy kończą zaczyna zaczynają rozpoczyna rozpoczynają zbierze zbiorą uruchomi uruchomią ogłosi ogłoszą wprowadzi wprowadzą zakończy zakończą zatwierdzi zatwierdzą uzgodni uzgodnią podejmie podejmą omówi omówią wznowi wznowią odwiedzi odwiedzą uda udadzą zapłaci zapłacą spłaci spłacą przekaże przekażą wystąpi wystąpią obejmie obejmą przeprowadzi przeprowadzą rozmieści rozmieszczą utworzy utworzą stworzy stworzą złoży złożą wybierze wybiorą ustali ustalą rozważy rozważą zbuduje zbudują powoła powołają uzupełni uzupełnią"
    ),
    "be": words(
      "здыме здымуць прыме возьме возьмуць пачне пачнуць дасць дадуць будзе будуць набярэ набудзе набудуць мае маюць можа могуць мусіць мусяць павінен павінна павінны хоча хочуць плануе плануюць трэба мяркуе мяркуюць збіраецца збіраюцца"
    ),
    "uk": words(
      "зніме знімуть прийме візьме почне дасть буде будуть має мають може можуть мусить мусять повинен повинна повинні хоче хочуть планує планують треба"
    ),
    "de": words(
      "wird werden soll sollen will wollen muss müssen kann können dürfte dürften könnte könnten möchte plant planen tritt treten folgt folgen beginnt beginnen bleibt findet finden trifft treffen gilt gelten läuft endet kommt kommen startet starten öffnet öffnen steigt steigen sinkt sinken erhält erhalten bekommt bekommen stimmt stimmen tagt tagen entsteht entstehen legt übernimmt übernehmen eröffnet eröffnen schließt schließen zieht ziehen geht gehen erfolgt erfolgen fällt fallen stellt stellen gibt geben nimmt nehmen bringt bringen führt führen verlängert verlängern verschiebt verschieben entscheidet entscheiden berät beraten liefert liefern reist reisen empfängt stationiert verlegt verlegen antworten antwortet prüft prüfen hofft hoffen"
    ),
    "lt": words(
      "vyks prasidės parengs pateiks pasirašys suderins įsigalios veiks taps baigsis pradės įkurs atvyks dalyvaus sustiprins sujungs baigiasi prasideda įsigalioja galioja balsuos baigsis pasibaigs įvyks atidarys uždarys atsidarys užsidarys priims patvirtins padidės sumažės išaugs sumaz suteiks skirs gaus atsiras nutrauks tęsis pristatys svarstys nagrinės spręs perduos grąžins mokės galios atsakys ratifikuos apsvarstys paskelbs leis ims eis tęs duos vykdys dislokuos perkels nukels gales bus turi turės gali galės planuoja planuojama numatoma numato ketina ketinama siekia nori tikisi tikimasi sitikima tikima baigia papildys"
    ),
  ]
  private static let listedPast: [String: Set<String>] = [
    "en": words(
      "was were had has have did been met held said took began came went sent gave made led left became fell rose brought "
        + "told saw got fled drew fought kept laid meant paid rode sank sold shot shut stood stole struck swore taught thought threw understood withdrew heard hid flew dealt caught bought beat sought wrote sued quit overtook undertook drove forbade froze hit hung lent shook spread sprang ran won lost spent put set cut grew broke chose spoke wrote ago"
    ),
    "ru": words(
      "был была было были подписан подписана подписано подписаны принят принята приняты принято утвержден утверждена утверждены утверждено одобрен одобрена одобрены решено создан создана созданы введен введена введены завершен завершена завершены отложен отложена перенесен перенесена запущен запущена стал стала дал шел шли ввел вел"
    ),
    "pl": words(
      "był była było były został została zostało zostały wszedł weszła weszło weszły miał miała szedł"
    ),
    "be": words(
      "вырас узрос прынёс змог памог пайшоў прыйшоў выйшаў увайшоў перайшоў прывёз вывез быў была было былі падпісаны прыняты прынята зацверджаны адкладзены"
    ),
    "uk": words(
      "відвів привів завів провів ввів вивів перевів приніс переніс відніс зміг допоміг виріс зріс вилетів прилетів полетів злетів хотів зумів привіз вивіз перевіз поїхав пішов прийшов вийшов увійшов перейшов знайшов надійшов ліг був була було були підписаний прийнятий затверджений відкладено"
    ),
    "de": words(
      "geschah geschahen passierte ereignete bestellte bestellten erlaubte erlaubten stellte setzte setzten machte machten zeigte zeigten fragte folgte folgten rückte rückten drohte drohten warnte warnten führten brachten suchte suchten räumte räumten rief riefen verließ verließen überquerte überquerten verdoppelte wuchs wuchsen stieg stiegen sank sanken hielt hielten trugen schoss schossen zog zogen fiel fielen entschied entschieden lud luden bat baten verbot gewann verlor verloren schrieb schrieben flohen flog flogen besuchte besuchten empfing empfingen reiste reisten erreichte erreichten startete starteten endete endeten eröffnete eröffneten verabschiedete verabschiedeten veröffentlichte veröffentlichten lieferte lieferten verlegte verlegten schickte schickten übergab übergaben erhöhte erhöhten senkte senkten sperrte sperrten kürzte kürzten gewährte gewährten zahlte zahlten trennte trennten stoppte stoppten wies wiesen entließ entließen verurteilte verurteilten stellten lehnten teilten unterschrieb unterschrieben paraphierte paraphierten "
        + "worden sagte sagten kündigte kündigten erklärte erklärten teilte teilten einigte einigten beschloss beschlossen stimmte stimmten unterzeichnete unterzeichneten vereinbarten vereinbarte meldete forderte lehnte nannte sprach sprachen legte setzte verschob verschoben verlängerte öffnete schloss führte brachte getreten gekommen eingetroffen gestiegen gewachsen gesunken gescheitert abgelaufen ausgelaufen verstrichen übergeben zugesagt versprochen gelandet abgezogen nahm nahmen ließ erhielt kamen gaben begannen wurde wurden war waren hat haben hatte hatten gab kam ging trat traten begann fand fanden traf trafen galt lief blieb"
    ),
    "lt": words(
      "tapo virto krito smuko kilo augo dingo grįžo vyko nuvyko šoko išliko nutiko atsitiko išsikvietė kvietė gynė skelbė rengė teigė susitarė aptarė atvežė išvežė nuvežė nutarė įpareigojo pasmerkė perspėjo uždraudė apribojo nusivežė padvigubėjo išaugo sumažėjo išskrido atskrido nuskrido skrido pavedė nurodė atmetė atšaukė leido ėmė davė tarė siuntė grąžino vedė kėlė iškėlė rado atliko sutiko liko paliko pateko kirto pasitraukė užpuolė ragino kreipėsi sugriuvo žlugo vėlavo pavyko nepavyko pasibaigė įvedė nutraukė atidarė paskyrė įsakė skyrė išleido pratęsė perdavė pateikė gavo sulaikė apgręžė apgręžta išsiuntė nuteisė paleido išvežė pasiekė užvėrė suėmė sakė teigė atsisakė pasiūlė atsijungė prisijungė įteikė pakvietė išgirdo išgirdę gavę sužinojo sustojo išvyko surengė apsilankė sumažino padidino perkėlė nukėlė atidėjo "
        + "buvo baigėsi prasidėjo įvyko susitiko nusprendė pasirašė patvirtino sutarė paskelbė pranešė atvyko lankėsi įsigaliojo pradėjo baigė uždarė sustabdė priėmė pareiškė ratifikavo"
    ),
  ]
  private static let futureStems: [String: [String]] = [
    "ru": [
      "планиру", "намер", "ожида", "собира", "рассчит", "надее", "обеща", "предстоящ",
      "запланирован", "назначен", "намечен",
    ],
    "pl": ["planow", "zaplanow", "przewidzian", "zamierz", "oczekuj", "zapowiad"],
    "be": ["плану", "заплан", "прызнач", "намеч", "намер", "чака", "абяца", "збіра"],
    "uk": ["плану", "заплан", "признач", "намічен", "намір", "очіку", "обіця", "збира"],
    "de": ["geplant", "vorgesehen", "erwart", "angesetzt"],
    "lt": ["planuoj", "planuot", "suplanuot", "numat", "ketin", "zada"],
  ]
  private static let pastEndings: [String: [String]] = [
    "en": ["ed"],
    "ru": [
      "ал", "ил", "ел", "ул", "ла", "ло", "ли", "лся", "лась", "лись", "лось", "анный", "енный",
      "анные", "ован", "исан", "ены", "аны", "ена", "ана", "ено", "ано",
    ],
    "pl": [
      "al", "il", "yl", "sl", "dl", "kl", "gl", "la", "lo", "li", "ly", "arto", "ano", "ono", "eto",
      "ito", "yto", "ana",
      "ony",
      "any",
    ],
    "be": [
      "вау", "сау", "дау", "зау", "мау", "іу", "ыу", "еу", "уу", "яу", "ла", "ло", "лі", "уся",
      "лася",
      "ліся", "лася", "лося",
      "ана", "ены", "аны",
    ],
    "uk": [
      "ав", "ив", "ув", "яв", "ла", "ло", "ли", "вся", "лася", "лись", "лося", "ано", "ено",
      "ито", "уто", "лися",
    ],
    "de": ["ierte", "ierten", "igte", "igten", "ndete", "ndeten", "ichnete", "ichneten", "iert"],
    "lt": [
      "ejo", "avo", "ino", "ojo", "siu", "osi", "esi", "yta", "uota", "inta",
      "ytas", "ytos", "uotas", "uotos", "intas", "intos", "artas", "arta", "keltas", "kelta",
      "priimtas", "priimta", "priimtos", "elbtas", "elbta", "engtas", "engta",
    ],
  ]
  private static let futureEndings: [String: [String]] = [
    "ru": ["ет", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся", "ются", "ятся", "атся"],
    "pl": ["eja", "uja", "aja", "uje", "eje", "nie", "zie"],
    "be": ["ць", "цца", "уць", "юць", "аць", "яць", "ае", "уе"],
    "uk": ["ть", "ться", "ає", "ує", "яє", "ює", "еться", "уть", "ють", "ать", "ять"],
    "lt": ["siu", "uos", "ins", "ks", "rs", "bs", "gs", "sis"],
    "de": [], "en": [],
  ]
  /// Those who do something: `жители`, `obywateli`.
  private static let nounEndings = [
    "anie", "enie", "ynie", "cie", "owanie", "ители", "атели", "ителі", "ателі", "wateli", "watela",
    "icieli", "iciela", "ість", "асць", "есць", "насць",
  ]
  /// Nouns and adverbs that end like verbs.
  private static let notVerbs: Set<String> = [
    "правила", "цели", "роли", "доли", "отрасли", "прибыли", "модели", "недели", "земли", "тела",
    "капитала", "материалы", "потенциал", "потенциала", "терминал", "терминала", "генерал",
    "сигнал", "журнал", "филиал", "сериал", "правіла", "правило", "начало", "число", "дело", "село",
    "масло", "тепло", "число", "сторони", "сторона", "начала", "канал", "материал", "капитал",
    "дела", "числа", "апрел", "после", "если", "или",
    "indeed",
    "need", "united", "allied", "speed", "hundred", "red", "совет", "бюджет", "ответ", "пакет",
    "комитет", "предмет",
    "интернет", "кабинет", "приоритет", "суверенитет", "лимит", "кредит", "визит", "дефицит",
    "транзит",
    "результат", "мандат", "формат", "институт", "маршрут", "минут", "план", "орган", "страна",
    "охрана", "цена",
    "сила", "школа", "тоже", "прав", "став", "справ", "устав", "склад", "термін", "основ",
    "законодав",
    "kwartal", "material", "kanal", "spotkanie", "koniec", "kilka", "skala", "chwila",
    "sila",
    "rada", "uniwersytet", "umowa", "kontroli", "roli", "reguly", "szkoly", "sily", "staly", "caly",
    "maly", "skaly",
    "цены", "страны", "планы", "органы", "члены", "рано", "рубли", "корабли", "около", "мало",
    "немало",
    "квартал", "портал", "отдел", "предел", "раздел", "сил", "экраны", "держав", "мотив", "коли",
    "калі",
    "числа", "школа", "кола", "поле", "ціла", "сила", "вокол", "наколькі", "цана", "ціна", "ціни",
    "краіна", "україна",
    "украіна", "skali", "chwili", "woli", "kapitana",
    "контроли", "ролі", "долі", "контролі",
    "terminal", "potencjal", "final", "skandal", "oryginal", "festiwal", "metal", "przydzial",
    "serial",
    "moral", "lokal", "ideal", "profil", "styl", "fotel", "model", "kula", "fala", "tabela",
    "kolej",
    "zycie", "strony", "obrony", "ochrony", "korony", "miliony", "rejony", "telefony", "wagony",
    "zakony", "drony", "zmiana", "sciana", "wymiana", "plany", "zmiany", "wymiany", "stany",
    "organy", "kontrola", "spolka", "zrodlo", "dzielo", "cialo", "malo", "okolo", "jesli", "czyli",
    "poludnie", "зямлі", "землі", "гандлі", "волі", "солі", "fali", "kanaly", "materialy",
    "udzialy", "artykuly", "tytuly", "kwartaly", "sygnal", "dzial",
    "kapital", "wydzial", "podzial", "udzial", "szpital", "arsenal", "zasada", "razie", "bazie",
    "polskie", "zakresie", "terminie", "rezimie", "obronie", "stronie", "wojnie", "granie",
    "отмена", "замена", "смена", "измена", "сцена", "отмены", "замены", "смены", "измены",
    "иностранный", "иностранные", "данный", "данные", "странный", "военный", "временный",
    "государственный", "общественный", "собственный", "промышленный", "ответственный",
    "единственный", "современный", "искусственный", "производственный", "экрана", "плана",
    "органа", "ресторана", "обрана", "норматив", "наратив", "актив", "колектив", "джерело",
    "тило", "текстил", "стил", "профил", "уровен", "міністерства", "хто",
    "уверена", "уверено", "уверены", "вынуждены", "вынуждена", "заинтересованы", "настроены",
    "упэунены", "jezeli", "ступеняу", "зацікаулены", "вымушаны", "упевнені", "pewni",
    "putino", "stalino", "przemysl", "umysl", "pomysl", "zamysl", "spektakl", "metais", "prekybos",
    "dalis", "valdzios", "pusmecio", "obwodzie", "rzadzie", "skladzie", "ukladzie", "zjezdzie",
    "urzedzie", "zarzadzie", "zachodzie", "wschodzie", "rejonie", "regionie", "poligonie",
    "terenie",
  ]
}
