/// Names that the briefs are full of, by how they begin in the seven languages: they tell a name
/// from a common word where neither place nor capitals do (beginnings of sentences, headlines,
/// German).
enum KnownNames {
  static func contains(_ word: String) -> Bool {
    word.utf8.count >= 4 && stems.fit(word)
  }

  /// Countries, towns and regions, also as adjectives in small letters.
  static func containsPlace(_ word: String) -> Bool {
    contains(word) || places.fit(word)
  }

  /// Nouns that stand with the names of institutions: the Carter Center, рада «Призма».
  static func containsInstitution(_ word: String) -> Bool {
    ministries.fit(word)
      || institutions.fit(word)
  }

  /// Institutions that are told apart by the noun behind them: the ministry of finance.
  static func containsOffice(_ word: String) -> Bool { offices.fit(word) }

  /// Those that are told apart by the word before them: the customs service.
  static func containsBoard(_ word: String) -> Bool { offices.fit(word) || boards.fit(word) }

  private static let offices = WordBeginnings(
    """
    министерств міністэрств міністерств комитет камітэт комітет служб агентств агенцтв департамент
    дэпартамент инспекц інспекц прокурат пракурат управлени ўпраўленн комисси камісі комісі ведомств
    відомств ведамств
    ministerstw komitet służb agencj departament inspekcj urząd urzęd komisj prokurat
    """
  )

  private static let boards = WordBeginnings(
    """
    суд sąd teism ministerij tarnyb komitet agentūr inspekcij prokurat
    committee commission department directorate inspectorate court ministry service agency
    """
  )

  /// Says of an institution what may be said of any.
  static func isCommonAdjective(_ word: String) -> Bool { commonAdjectives.fit(word) }

  private static let commonAdjectives = WordBeginnings(
    """
    нов стар крупн больш мал местн главн специальн общ совместн отдельн кажд люб разн прежн мног
    буйн вялік мясцов галоўн сумесн асобн кожн розн былы
    велик місцев головн спільн окрем кожн різн колишн
    now star duż wielk mał miejscow lokaln główn specjaln wspóln osobn każd różn był
    nauj sen didel maž vietos vietin pagrindin bendr atskir kiekvien
    new old large big small local main special joint separate each every former
    """
  )

  /// Stands before a person's name.
  static func isTitle(_ word: String) -> Bool { titles.fit(word) }

  private static let titles = WordBeginnings(
    """
    president prime premier mr mrs ms dr prof sir deputy chairman chairwoman speaker governor
    leader analyst expert economist director ambassador envoy head chief general colonel президент
    прэзідэнт премьер прэм прем вице віцэ віце министр міністр проф спикер спікер губернатор
    директор дырэктар глав кіраўнік лидер лідар лідер генерал аналитик аналітык аналітик эксперт
    експерт экономист эканаміст економіст политолог палітолаг політолог посол пасол сенатор депутат
    дэпутат prezydent prezydenc wicepremier marszał przewodnicz dyrektor lider analityk ekspert
    ekonomist politolog ambasador szef posł generał präsident vizepräsident ministerpräsident
    kanzler außenminister botschafter direktor vorsitzend experte analyst prezident premjer ministr
    direktor ambasador vadov analitik ekspert ekonomist politolog pirminink
    """
  )

  private static let ministries = WordEndings(
    """
    ministerium ministeriums ministerin minister ministers bank union unionsrat rat amt gericht
    gerichtshof institut instituts zentrum zentrums stiftung verband behörde kommission
    """)
  private static let institutions = WordBeginnings(
    """
    institut centre center centrum centru zentrum council agenc compan concern ministry minister
    committee foundation service rada rady radzie rat rates stiftung behörde ausschuss agentur
    konzern ośrod instytut fundacj komitet agencj spółk koncern центр цэнтр совет советa совета
    рада рады раді раде институт інстытут інститут фонд комитет камітэт комітет агентств агенцтв
    концерн канцэрн компани кампані компані министерств міністэрств міністерств служб прокуратур
    банк університ университ universit uniwersyt rūm tarnyb ministerij prokurat urząd urzęd bank
    суд commission комисси комісі камісі komisj еврокомисс єврокоміс еўракаміс eurokomis kommission
    centr taryb fond agentūr komitet парламент parlament бундес конгресс кангрэс конгрес congress
    kongres kongress сенат senat gesellschaft towarzystw обществ таварыств товариств draugij
    institucij rinktin union ради союз саюз sojusz unii unią unia unię sąjung bank banku organiz
    организ арганіз організ альянс aljans alians alliance fund fundusz associat асоціац ассоциац
    асацыяц stowarzysz assembly court parliament trybunał sąd суд дум сейм sejm seim палат
    издательств газет gazet журнал часопіс bundes
    """
  )

  private static let places =
    WordBeginnings(
      """
      grodzień grodn mohylew mohylów brzesk brześ witebsk homels mińsk lidzk orszań pińsk bobrujsk
      borysow połock smoleńsk pskow briańsk kaliningradz królewieck litewsk łotewsk polsk ukraińsk
      rosyjsk białorusk niemieck chińsk europejsk amerykańsk turecki kazachsk ormiańsk гроднен
      гродзен могилев могилёв магілёў магилёў витебск віцебск вітебск брестск брэсцк берестейськ
      гомельск гомельськ минск мінск мінськ смоленск смаленск смоленськ псковск пскоўск псковськ
      брянск бранск брянськ калининград калінінград ленинград ленінград московск маскоўск московськ
      полоцк оршан аршан пинск бобруйск борисов барысаў солигорск салігорск китайск кітайск
      китайськ европейск еўрапейск європейськ турецк турецьк американск амерыканск американськ
      польск польськ литовск літоўск литовськ латвийск латвійск латвійськ rusišk rusijos lietuvišk
      lenkišk latvišk estišk vokišk kinišk ukrainietišk baltarusišk europietišk amerikietišk
      израильск индийск иранск сирийск азербайджанск узбекск киргизск таджикск туркменск словацк
      чешск венгерск румынск болгарск финск шведск норвежск датск голландск итальянск испанск
      греческ кубинск венесуэльск бразильск японск корейск вьетнамск пакистанск афганск египетск
      британск английск французск германск советск казахстанск армянск грузинск молдавск эстонск
      сербск ізраільск індыйск іранск сірыйск азербайджанск узбекск кыргызск таджыкск туркменск
      славацк чэшск венгерск румынск балгарск фінск шведск нарвежск дацк італьянск іспанск грэчаск
      японск карэйск брытанск англійск французск савецк казахстанск армянск грузінск малдаўск
      эстонск сербск ізраїльськ індійськ іранськ сирійськ азербайджанськ узбецьк киргизьк таджицьк
      словацьк чеськ угорськ румунськ болгарськ фінськ шведськ норвезьк данськ італійськ іспанськ
      грецьк японськ корейськ британськ англійськ французьк радянськ казахстанськ вірменськ
      грузинськ молдовськ естонськ сербськ izraelsk indyjsk irańsk syryjsk azerbejdżańsk uzbeck
      kirgisk tadżyck słowack czesk węgiersk rumuńsk bułgarsk fińsk szwedzk norwesk duńsk włosk
      hiszpańsk greck japońsk koreańsk brytyjsk angielsk francusk radzieck gruzińsk mołdawsk
      estońsk serbsk irlandzk kubańsk wietnamsk belgisch britisch französisch englisch italienisch
      spanisch schwedisch finnisch norwegisch dänisch tschechisch slowakisch ungarisch rumänisch
      bulgarisch griechisch japanisch koreanisch iranisch syrisch israelisch indisch türkisch
      georgisch armenisch aserbaidschanisch usbekisch kirgisisch polnisch litauisch lettisch
      estnisch belarussisch russisch ukrainisch deutsch amerikanisch europäisch chinesisch serbisch
      поляк латыш литов эстонц немц немец украинц белорус россиян русск китайц грузин армян
      азербайдж казах узбек таджик туркмен киргиз молдаван американц англичан француз финн швед
      латиш литовц литовец естонц німц німец українц білорус росіян китайц азербайдж паляк палякі
      літоўц літовец эстонц украінц беларус расіян кітайц lenk latv estų vokieč vokieti ukrainie
      baltarus rus gruzin armėn gardin breš vitebsk gomel mogil minsk smolensk pskov briansk
      kaliningrad maskv lenk latv
      """
    )

  private static let stems =
    WordBeginnings(
      """
      haag hague гааг belarus russia russland rusij rosj rosyj russisch belaruss weißruss weissruss
      białorus baltarus беларус белорус білорус росси россий расі расій росі росій ukrain украин
      україн polen polska polsk polish poland польш польс польщ polsc lenk lietuv lithuan litauen
      litw литв литов lietu latvia lettland łotw латви латві eston эстон естон german deutschland
      niemc niemiec герман германі vokiet нямеч немецк німеч china chinese китай кіта kazakh kasach
      kazach казах armen армен вірмен армян вірм georgia gruzj грузи груз moldov молдов малдов
      france frankreich francj франц serbia serbi серб turkey türk turcj турци iran иран europa
      europe europ европ єврап еўрап minsk mińsk минск мінск moscow moskau moskv moskw москв маскв
      warsaw warschau warszaw варшав vilnius wiln вильнюс вільн kyiv kiev kiew kijów киев київ кіеў
      berlin берлин берлін brussels brüssel bruksel брюссел brest брест гродн grodno hrodn гомел
      homel sochi soczi сочи petersb петерб kremlin kreml кремл putin путин пуцін путін lukashenk
      lukaschenk łukaszenk лукашенк лукашэнк lukašenk tsikhanou tichanow тихановск ціханоўск
      tichanouskaj cichanousk mishustin mischustin miszustin мишустин мішусцін golovchenk
      hałouczenk головченк галоўчанк makei makiej макей lavrov lawrow ławrow лавров лаўроў shoigu
      schoigu szojgu шойгу medvedev miedwied medwed медведев zelensk selensk зеленск зяленск duda
      tusk дуд туск nausėd nauseda науседа rapota рапота dyner gazprom газпром rosatom росатом
      belneft беларуськали
      """
    )
}
