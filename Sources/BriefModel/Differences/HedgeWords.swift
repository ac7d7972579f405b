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

  /// Words that say "almost": one for another changes nothing.
  static let approximations = Set(
    words(
      """
      almost nearly approximately roughly about почти практически примерно niemal prawie praktycznie
      fast beinahe nahezu beveik майже практично приблизно амаль практычна прыкладна
      """))

  /// The future, and the passive, that stand beside verbs: "будет готов", "подготовят".
  static let futures = Set(
    words("wird werden będzie będą будет будут будзе будуць буде будуть bus"))

  private static let opposites = [("su", "be")]

  /// "refused to sign" says that it was not signed.
  static func isRefusal(_ word: String) -> Bool { refusals.fit(word) }

  private static let refusals = WordBeginnings(
    "refus отказа відмов адмов адмаўл odmówi odmawia verweiger weiger atsisak")

  private static let prefixes = Set(
    words(
      "un in im il ir dis non nie не ня ні без бес бяз ne nebe miss"))

  static let lists: [(String, Meaning)] = [
    (  // negations
      """
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
      will would shall should may might can could must ought likely unlikely probably possibly
      perhaps maybe reportedly allegedly apparently presumably supposedly potentially certainly
      definitely surely undoubtedly seem seems appear appears almost nearly approximately roughly
      będzie będą może mogą mógłby mogłaby mogłoby mogliby mogłyby mógł mogła mogło mogli powinien
      powinna powinno powinni powinny musi muszą musiał musiałby prawdopodobnie raczej chyba
      zapewne podobno rzekomo ewentualnie możliwe pewnie zdaje wydaje należy trzeba można niemal
      prawie niewątpliwie zdecydowanie przypuszczalnie будет будут будем может могут можем мог
      могла могло могли сможет смогут должен должна должно должны следует нужно надо можно
      возможно вероятно наверное видимо якобы пожалуй скорее предположительно кажется бы почти
      примерно безусловно несомненно обязан обязана обязаны будзе будуць можа могуць можам магла
      магло маглі павінен павінна павінны павінны трэба варта магчыма верагодна мабыць напэўна
      нібы нібыта быццам пэўна амаль прыкладна мусіць мусяць буде будуть може можуть міг могла
      могло могли зможе зможуть повинен повинна повинно повинні мусить мусять слід треба потрібно
      можна можливо ймовірно імовірно мабуть напевно нібито начебто певно майже приблизно б би
      wird werden würde würden soll sollen sollte sollten kann können könnte könnten muss müssen
      müsste müssten darf dürfen dürfte dürften mag möge wahrscheinlich vermutlich möglicherweise
      vielleicht wohl angeblich voraussichtlich scheint offenbar fast eventuell sicher sicherlich
      zamierza zamierzają zamierzał zamierzała planuje planują planował planowała намерен намерена
      намерены намерено планирует планируют планировал рассчитывает рассчитывают собирается
      собираются
      намер намеру намір наміру планує планують планував збирається збираються разлічвае плануе
      плануюць збіраецца збіраюцца beabsichtigt beabsichtigen plant hofft hoffen ketina planuoja
      siekia
      tikisi žada практически практично практычна praktycznie jakoby ponoć bodaj дескать мол вроде
      буцім буцімто мовляв маўляў esą girdi
      voraussichtlichen mutmaßlich mutmaßliche
      bus gali galėtų galės galėjo turi turėtų turės privalo privalės reikia galbūt tikriausiai
      turbūt greičiausiai neva tariamai veikiausiai beveik galimai
      """, .hedge
    ),
    (  // hedges before "to"
      """
      plan plans planned planning intend intends intended intending expect expects expected hope
      hopes hoped aim aims aimed want wants wanted seek seeks sought propose proposes proposed mean
      means meant set prepared ready willing able
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
