/// Words that deny a statement or say how sure it is, lower case.
enum HedgeWords {
  /// A word and the same word denied by a prefix: `likely`, `unlikely`; `подписан`, `неподписан`.
  static func isDenied(_ first: String, _ second: String) -> Bool {
    let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
    guard short.unicodeScalars.count >= 3, long.hasSuffix(short) else { return false }
    return prefixes.contains(String(long.dropLast(short.count)))
  }

  /// Words that deny what the other says, and mean something else in another language.
  static func isOpposite(_ first: String, _ second: String) -> Bool {
    opposites.contains { $0 == (first, second) || $0 == (second, first) }
  }

  /// Joins the two that "neither" denies, and what stands there without it.
  static let pairs = Set(
    words(
      "być być być быть бути быць be been being sein werden būti zu się сь noch nor or and und ani i ні ни и та ды ir nei arba"
    ))

  /// Words that say "almost".
  private static let approximations =
    """
      almost nearly approximately roughly about around circa почти практически примерно
      приблизительно около порядка каля прыблізна близько около około etwa rund ungefähr apie
      maždaug przybliżeniu niemal prawie praktycznie fast beinahe nahezu beveik майже практично
      приблизно амаль практычна прыкладна
    """

  /// The future, and the passive, that stand beside verbs: "будет готов", "подготовят".
  static let futures = Set(
    words("wird werden będzie będą будет будут будзе будуць буде будуть bus"))

  private static let opposites = [("su", "be")]

  /// Words of which one denies what the other says, though neither is made of the other:
  /// "confirmed" and "denied".
  static func isContrary(_ first: String, _ second: String) -> Bool {
    guard withContrary.fit(first), withContrary.fit(second) else { return false }
    return contraries.contains { one, other in
      (one.fit(first) && other.fit(second)) || (other.fit(first) && one.fit(second))
    }
  }

  private static let withContrary = WordBeginnings(contraryLists.flatMap { [$0.0, $0.1] })

  private static let contraries = contraryLists.map {
    (WordBeginnings($0.0), WordBeginnings($0.1))
  }

  private static let contraryLists = [
    ("confirm", "deny denied denies refute"),
    ("allow permit legalis legaliz authoris authoriz", "forb prohibit bann outlaw"),
    ("accept approv adopt endors back support", "reject oppos"),
    ("mandatory compulsory obligatory required", "voluntary optional"),
    ("подтвер", "опров"),
    ("разреш позвол допус", "запре запрещ"),
    ("приня прини одобр поддерж", "отвер отклон"),
    ("обязательн", "добровольн"),
    ("наличи имеет имеют имеется имеются есть", "отсутств"),
    ("potwierdz", "zdement zaprzecz"),
    ("dozwol pozwol zezwol", "zabron zakaz"),
    ("przyję przyjm zaakcept popar zatwierdz", "odrzuc sprzeciw"),
    ("obowiązkow", "dobrowoln"),
    ("jest są był istniej", "brak"),
    ("пацвер пацвяр", "абвер абвяр"),
    ("дазвол дазваля", "забаран забарон"),
    ("прыня прым", "адхіл"),
    ("абавязков", "добраахвотн"),
    ("підтвер", "спросту запереч"),
    ("дозвол", "заборон"),
    ("прийня прийма схвал", "відхил"),
    ("язков", "добровільн"),
    ("bestätig", "dementier bestritt bestreit"),
    ("erlaub gestatt zugelass", "verbot verbiet untersag"),
    ("angenommen zugestimmt gebilligt gebillig", "abgelehnt"),
    ("verpflicht pflicht obligat", "freiwillig"),
    ("patvirt", "paneig"),
    ("leidž leist leid", "draudž drausti uždraud"),
    ("priim pritar", "atmest atmet"),
    ("privalom", "savanorišk"),
  ]

  /// Of one strength: one for the other changes nothing.
  static func strength(of word: String) -> String {
    if plainNegations.contains(word) { return "not" }
    if Lexicon.meaning(of: word).contains(.approximation) { return "almost" }
    for (index, group) in alike.enumerated() where group.fit(word) { return "\(index)" }
    return word
  }

  static func isPlainNegation(_ word: String) -> Bool { plainNegations.contains(word) }

  private static let plainNegations = Set(
    words(
      """
      not no nor neither none не ни нет нету nie ani ня ні ані няма немає nicht kein keine keinen
      keinem keiner keines ne nė nėra t
      """))

  private static let alike = [
    WordBeginnings("probably likely presumably"),
    WordBeginnings("perhaps maybe possibly"),
    WordBeginnings("certainly definitely surely undoubtedly"),
    WordBeginnings("seem appear"),
    WordBeginnings("rarely seldom hardly scarcely"),
    WordBeginnings("plan intend intends intended"),
    WordBeginnings("promis vow pledg"),
    WordBeginnings("вероятно видимо наверное по-видимому"),
    WordBeginnings("безусловно несомненно"),
    WordBeginnings("планир намерен собира"),
    WordBeginnings("prawdopodobnie przypuszczalnie zapewne najprawdopodobniej"),
    WordBeginnings("podobno ponoć jakoby rzekomo"),
    WordBeginnings("zamierza planuj"),
    WordBeginnings("верагодна мабыць"),
    WordBeginnings("ймовірно імовірно мабуть"),
    WordBeginnings("wahrscheinlich vermutlich"),
    WordBeginnings("vielleicht möglicherweise eventuell"),
    WordBeginnings("tikriausiai turbūt greičiausiai veikiausiai"),
    WordBeginnings("ketin planuoj"),
    WordBeginnings("neva tariamai esą girdi"),
  ]

  /// Says in a verb of its own that something would be: `podpisałby`.
  static func isConditional(_ word: String) -> Bool {
    conditionals.fit(word)
  }

  private static let conditionals = WordEndings("łby łaby łoby liby łyby")

  /// "is ready to sign", "готов подписать": a hedge before an infinitive.
  static func isResolve(_ word: String) -> Bool { resolves.fit(word) }

  private static let resolves = WordBeginnings(
    """
    готов хочет хотят хотел хотим хочу обеща рассчит вынужден обязал обязыва    
           разреш позвол отказ   право права 
    gotow gotów chce chcą chciał obiec zmusz zobowiąz       
    prawo prawa wolno ma mają miał miała mieli miałby miałaby mieliby miały  możliwość
    гатов хоча хочуць хацел хацеў абяца абавяз вымуш       права 
    мае маюць меў мела мелі
    готов хоче хочуть хотів хотіл обіця змуш зобов язан       
    право права має мають мав мала мали 
    nori norė pasiren žada žadė priver įpareig      įgal teis
    """
  )

  /// Endings of verbs behind such a word.
  static func isInfinitive(_ word: String) -> Bool {
    word.utf8.count > 4 && infinitives.fit(word)
  }

  private static let infinitives = WordEndings(
    "ть ти чь ться тись тися чься ць цца ці чы ć ść źć ti tis")

  /// "refused to sign" says that it was not signed.
  static func isRefusal(_ word: String) -> Bool { refusals.fit(word) }

  private static let refusals = WordBeginnings(
    "refus отказ отсутств відмов відсутн адмов адмаўл адсутн odmówi odmawia brakuj brakow zabrakł żadn lack verweiger weiger atsisak stokoj"
  )

  private static let prefixes = Set(
    words(
      "un in im il ir dis non nie не ня ні без бес бяз ne nebe miss"))

  static let lists: [(String, Meaning)] = [
    (approximations, .approximation),
    (  // negations
      """
      unable lack lacks lacked lacking rarely seldom ані аніводзін ніводзін ніводны ніводная
      ніводнага ніводнай ніводным жоден жодна жодне жодного жодної жодних жодну жодному ніякої
      никакая никакую никакие ниодин нельзя отнюдь вряд едва навряд наўрад ledwie wątpliwe
      wątpliwy kaum schwerlich vargu nebe nebūtinai niekieno jokio jokios jokių joks jokia
      not no never neither nor none nobody nothing cannot without non hardly scarcely fail fails
      failed nie nigdy bez żaden żadna żadne żadnej żadnego żadnych ani nikt nic brak не ни нет
      никогда без нельзя никакой никакого никаких никто ничто ничего ня ні няма ніколі нельга
      ніякі ніякага ніхто нішто нічога ні немає нема ніколи ніякий ніякого ніхто ніщо нічого nicht
      kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts ne nė nėra
      niekada nebe negali niekas
      """, .negation
    ),
    (  // hedges
      """
      очікується ожидается чакаецца предполагается мяркуецца tikimasi
      безумовно безперечно oczywiście похоже схоже конечно слухам судя чутками звичайно вядома
      відаць здаецца здається likelihood plotek pogłosek vernehmen beinahe höchstwahrscheinlich
      womöglich offensichtlich vos abejo gero purportedly seemingly arguably evidently
      unquestionably barely ostensibly вочевидь ніби unclear doubtful uncertain supposed rumoured
      rumored perhaps reputedly ostensibly conceivably наверняка точно вправе сомнительно видимому
      очевидно будто вынужден вынуждена вынуждены обязательно возможен возможна способен способна
      способны найімовірніше найпевніше точно неодмінно сумнівно мабуть змушений зобов дакладна
      хутчэй абавязкова сумнеўна абавязаны абавязана вымушаны зможа зможуць pewno pewnością
      najwyraźniej najprawdopodobniej ponoć widocznie koniecznie mutmaßlich zweifellos bestimmt
      gewiss anscheinend scheinbar scheinen möchte möchten will wollen tikrai būtinai matyt regis
      akivaizdžiai abejotina will would shall should may might can could must ought likely unlikely
      probably possibly perhaps maybe reportedly allegedly apparently presumably supposedly
      potentially certainly definitely surely undoubtedly seem seems appear appears almost nearly
      approximately roughly będzie będą może mogą mógłby mogłaby mogłoby mogliby mogłyby mógł mogła
      mogło mogli powinien powinna powinno powinni powinny musi muszą musiał musiałby
      prawdopodobnie raczej chyba zapewne podobno rzekomo ewentualnie możliwe pewnie zdaje wydaje
      należy trzeba można niemal prawie niewątpliwie zdecydowanie przypuszczalnie будет будут будем
      может могут можем мог могла могло могли сможет смогут должен должна должно должны следует
      нужно надо можно возможно вероятно наверное видимо якобы пожалуй скорее предположительно
      кажется бы почти примерно безусловно несомненно обязан обязана обязаны будзе будуць можа
      могуць можам магла магло маглі павінен павінна павінны павінны трэба варта магчыма верагодна
      мабыць напэўна нібы нібыта быццам пэўна амаль прыкладна мусіць мусяць буде будуть може можуть
      міг могла могло могли зможе зможуть повинен повинна повинно повинні мусить мусять слід треба
      потрібно можна можливо ймовірно імовірно мабуть напевно нібито начебто певно майже приблизно
      б би wird werden würde würden soll sollen sollte sollten kann können könnte könnten muss
      müssen müsste müssten darf dürfen dürfte dürften mag möge wahrscheinlich vermutlich
      möglicherweise vielleicht wohl angeblich voraussichtlich scheint offenbar fast eventuell
      sicher sicherlich zamierza zamierzają zamierzał zamierzała planuje planują planował planowała
      намерен намерена намерены намерено планирует планируют планировал рассчитывает рассчитывают
      собирается собираются намер намеру намір наміру планує планують планував збирається
      збираються разлічвае плануе плануюць збіраецца збіраюцца beabsichtigt beabsichtigen plant
      hofft hoffen ketina planuoja siekia tikisi žada практически практично практычна praktycznie
      jakoby ponoć bodaj дескать мол вроде буцім буцімто мовляв маўляў esą girdi voraussichtlichen
      mutmaßlich mutmaßliche bus gali galėtų galės galėjo turi turėtų turės privalo privalės reikia
      galbūt tikriausiai turbūt greičiausiai neva tariamai veikiausiai beveik galimai
      """, .hedge
    ),
    (  // hedges before "to"
      """
      plan plans planned planning intend intends intended intending expect expects expected hope
      hopes hoped aim aims aimed want wants wanted seek seeks sought propose proposes proposed mean
      means meant set prepared ready willing able need needs needed has have had promise promises
      promised vow vows vowed pledge pledges pledged going about yet obliged obligated bound
      decline declines declined likely said believed thought reported alleged claimed understood
      threaten threatens threatened forced allowed unwilling supposed free entitled
      """, .intention
    ),
    (  // beginnings of English contractions whose rest is an apostrophe and a t
      """
      isn aren wasn weren don doesn didn hasn haven hadn won wouldn can couldn shouldn mustn needn
      mightn ain
      """, .contracted
    ),
  ]
}
