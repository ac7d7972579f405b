/// Names that the briefs are full of, by how they begin in the seven languages: they tell a name
/// from a common word where neither place nor capitals do (beginnings of sentences, headlines,
/// German).
enum KnownNames {
  static func contains(_ word: String) -> Bool {
    word.utf8.count >= 4 && stems.fit(word)
  }

  /// Countries, towns and regions, also as adjectives in small letters.
  static func containsPlace(_ word: String) -> Bool {
    let word = word.lowercased()
    return contains(word) || places.fit(word)
  }

  /// Nouns that stand with the names of institutions: the Carter Center, рада «Призма».
  static func containsInstitution(_ word: String) -> Bool {
    ministries.contains(where: word.hasSuffix)
      || institutions.fit(word)
  }

  private static let ministries = words("ministerium ministeriums ministerin minister ministers")
  private static let institutions = WordBeginnings(
    """
    institut centre center centrum centru zentrum council agenc compan concern ministry minister
    committee foundation service rada rady radzie rat rates stiftung behörde ausschuss agentur
    konzern
    ośrod instytut fundacj komitet agencj spółk koncern центр цэнтр совет советa совета рада рады
    раді
    раде институт інстытут інститут фонд комитет камітэт комітет агентств агенцтв концерн канцэрн
    компани кампані компані министерств міністэрств міністерств служб прокуратур банк університ
    университ universit uniwersyt rūm tarnyb ministerij
    prokurat urząd urzęd bank суд commission комисси комісі камісі komisj еврокомисс єврокоміс
    еўракаміс
    eurokomis kommission centr taryb fond agentūr komitet
    """
  )

  private static let places =
    WordBeginnings(
      """
      grodzień grodn mohylew mohylów brzesk brześ witebsk homels mińsk lidzk orszań pińsk bobrujsk
      borysow połock smoleńsk pskow briańsk kaliningradz królewieck litewsk łotewsk polsk ukraińsk
      rosyjsk białorusk niemieck chińsk europejsk amerykańsk turecki kazachsk ormiańsk
      гроднен гродзен могилев могилёв магілёў магилёў витебск віцебск вітебск брестск брэсцк
      берестейськ гомельск гомельськ минск мінск мінськ смоленск смаленск смоленськ псковск пскоўск
      псковськ брянск бранск брянськ калининград калінінград ленинград ленінград московск маскоўск
      московськ полоцк оршан аршан пинск бобруйск борисов барысаў солигорск салігорск
      китайск кітайск китайськ европейск еўрапейск європейськ турецк турецьк американск амерыканск
      американськ польск польськ литовск літоўск литовськ латвийск латвійск латвійськ
      gardin breš vitebsk gomel mogil minsk smolensk pskov briansk kaliningrad maskv lenk latv
      """
    )

  private static let stems =
    WordBeginnings(
      """
      belarus belarus russia russland rusij rosj rosyj russisch belaruss weißruss weissruss białorus
      baltarus беларус белорус білорус росси россий расі расій росі росій
      ukrain украин україн polen polska polsk polish poland польш польс польщ polsc lenk lietuv
      lithuan litauen litw литв литов lietu latvia lettland łotw латви латві eston эстон естон
      german deutschland niemc niemiec герман германі vokiet нямеч немецк німеч china chinese китай
      кіта
      kazakh kasach kazach казах armen армен вірмен армян вірм georgia gruzj грузи груз moldov
      молдов
      малдов france frankreich francj франц serbia serbi серб turkey türk turcj турци iran иран
      europa europe europ европ єврап еўрап
      minsk mińsk минск мінск moscow moskau moskv moskw москв маскв warsaw warschau warszaw варшав
      vilnius wiln вильнюс вільн kyiv kiev kiew kijów киев київ кіеў berlin берлин берлін brussels
      brüssel bruksel брюссел brest брест гродн grodno hrodn гомел homel sochi soczi сочи petersb
      петерб kremlin kreml кремл
      putin путин пуцін путін lukashenk lukaschenk łukaszenk лукашенк лукашэнк lukašenk tsikhanou
      tichanow тихановск ціханоўск tichanouskaj cichanousk mishustin mischustin miszustin мишустин
      мішусцін golovchenk hałouczenk головченк галоўчанк makei makiej макей lavrov lawrow ławrow
      лавров лаўроў shoigu schoigu szojgu шойгу medvedev miedwied medwed медведев zelensk selensk
      зеленск зяленск duda tusk дуд туск nausėd nauseda науседа rapota рапота dyner gazprom газпром
      rosatom росатом belneft беларуськали
      """
    )
}
