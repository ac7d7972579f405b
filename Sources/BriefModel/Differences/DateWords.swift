/// Words that name a date, lower case, inflected.
enum DateWords {
  /// A day of the week in any case; German joins the day and its part: `Montagabend`.
  static func hasWeekdayStem(_ word: String) -> Bool { weekdays.fit(word) }

  private static let weekdays = WordBeginnings(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag poniedział wtork czwartk
    piątk sobot niedziel понедельник вторник четверг пятниц суббот воскресень панядзел аўтор
    чацвярг пятніц субот нядзел понеділ вівтор ятниц неділ pirmadien antradien trečiadien
    ketvirtadien penktadien šeštadien sekmadien
    """)

  static let lists: [(String, Meaning)] = [
    (  // months
      """
      january february april june july august september october november december jan feb apr jul
      aug sept sep oct nov dec styczeń stycznia styczniu styczniem luty lutego lutym marzec marca
      marcu marcem kwiecień kwietnia kwietniu kwietniem maja maju majem czerwiec czerwca czerwcu
      czerwcem lipiec lipca lipcu lipcem sierpień sierpnia sierpniu sierpniem wrzesień września
      wrześniu wrześniem październik października październiku październikiem listopad listopada
      listopadzie listopadem grudzień grudnia grudniu grudniem январь января январе январю январем
      январём февраль февраля феврале февралю февралем февралём март марта марте марту мартом
      апрель апреля апреле апрелю апрелем мае маю маем июнь июня июне июню июнем июль июля июле
      июлю июлем август августа августе августу августом сентябрь сентября сентябре сентябрю
      сентябрем сентябрём октябрь октября октябре октябрю октябрем октябрём ноябрь ноября ноябре
      ноябрю ноябрем ноябрём декабрь декабря декабре декабрю декабрем декабрём янв фев февр апр
      авг сент окт нояб дек студзень студзеня студзені студзеню студзенем лютага лютым сакавік
      сакавіка сакавіку сакавіком красавік красавіка красавіку красавіком травень траўня траўні
      траўнем чэрвень чэрвеня чэрвені чэрвеню чэрвенем ліпень ліпеня ліпені ліпеню ліпенем жнівень
      жніўня жніўні жніўню жніўнем верасень верасня верасні верасню вераснем кастрычнік
      кастрычніка кастрычніку кастрычнікам лістапад лістапада лістападзе лістападу лістападам
      маі снежань снежня снежні снежню снежнем січень січня січні січню січнем лютий лютого лютому
      березень березня березні березню березнем квітень квітня квітні квітню квітнем травня травні
      травню травнем червень червня червні червню червнем липень липня липні липню липнем серпень
      серпня серпні серпню серпнем вересень вересня вересні вересню вереснем жовтень жовтня жовтні
      жовтню жовтнем листопад листопада листопаді листопаду листопадом грудень грудня грудні
      грудню груднем januar jänner jänners januars februar februars feber märz april aprils juni
      juli augusts septembers oktober oktobers novembers dezember dezembers okt dez sausis sausio
      sausį sausiui vasaris vasario vasarį kovas kovą balandis balandžio balandį gegužė gegužės
      gegužę birželis birželio birželį liepa liepos liepą rugpjūtis rugpjūčio rugpjūtį rugsėjis
      rugsėjo rugsėjį spalis spalio spalį lapkritis lapkričio lapkritį gruodis gruodžio gruodį
      """, .month
    ),
    (  // months that are other words too: a month only next to a number, or with a capital
      """
      may march mar jun mai maj май мая мар юн ліп люты kovo
      """, .ambiguousMonth
    ),
    (  // English and Lithuanian write the day behind the month
      """
      january february march april may june july august september october november december jan
      feb mar apr jun jul aug sept sep oct nov dec sausio vasario kovo balandžio gegužės birželio
      liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
      """, .monthBeforeDay
    ),
    (  // days of the week
      """
      mondays tuesdays wednesdays thursdays fridays saturdays sundays чацвер чацверу środzie środą
      среде средой серадзе серадой середою середі monday tuesday wednesday thursday friday saturday
      sunday poniedziałek poniedziałku wtorek wtorku środa środę środy czwartek czwartku piątek
      piątku sobota sobotę soboty niedziela niedzielę niedzieli понедельник понедельника вторник
      вторника среду среды четверг четверга пятница пятницу пятницы суббота субботу субботы
      воскресенье воскресенья панядзелак панядзелка аўторак аўторка серада сераду серады чацвярга
      пятніца пятніцу субота суботу суботы нядзеля нядзелю нядзелі понеділок понеділка вівторок
      вівторка середа середу середи четвер четверга п'ятниця п'ятницю п'ятниці суботи неділя неділю
      неділі montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag pirmadienis
      pirmadienį antradienis antradienį trečiadienis trečiadienį ketvirtadienis ketvirtadienį
      penktadienis penktadienį šeštadienis šeštadienį sekmadienis sekmadienį
      """, .weekday
    ),
    (  // a date only where another stands on the other side
      """
      today yesterday tomorrow spring summer autumn winter year years month months week weeks day
      days quarter half next last previous this early late mid dziś dzisiaj wczoraj jutro wiosna
      wiosną wiosny lato latem lata jesień jesienią jesieni zima zimą zimy rok roku lat miesiąc
      miesiąca miesiącu tydzień tygodnia tygodniu dzień dnia kwartał kwartale kwartału сегодня
      вчера завтра весна весной весны лето летом лета осень осенью осени зима зимой зимы год года
      году лет месяц месяца месяце неделя неделе недели неделю день дня квартал квартале квартала
      г гг сёння учора ўчора заўтра вясна вясной вясны летам восень восенню восені зімой зімы
      годзе гадоў месяцы тыдзень тыдні тыдня дзень квартале сьогодні вчора учора завтра навесні
      влітку восени взимку рік року році років місяць місяця місяці тиждень тижня тижні р рр heute
      gestern morgen frühling frühjahr sommer herbst winter jahr jahre jahren jahres monat monats
      woche tag quartal šiandien vakar rytoj pavasaris pavasarį vasara vasarą ruduo rudenį žiema
      žiemą metai metų metais mėnuo mėnesį mėnesio savaitė savaitę ketvirtis ketvirtį m d
      """, .relativeTime
    ),
    (  // beside these a four-digit number of any size is a year
      """
      year rok roku r год года году годе годзе годом г гг рік року році р рр jahr jahre jahres
      metai metų metais m
      """, .yearWord
    ),
    (  // quarters and halves
      """
      quarter half kwartał kwartale kwartału połowa połowie połowy półrocze półroczu квартал
      квартале квартала половина половине половины полугодие полугодии квартал квартале палова
      палове паловы паўгоддзі кварталі кварталу половині півріччя півріччі quartal hälfte halbjahr
      ketvirtis ketvirtį ketvirčio pusmetis pusmetį pusė pusėje decade dekady dekadzie dekada wieku
      stulecia десятилетия десятилетии века столетия десятиліття дзесяцігоддзя стагоддзя jahrzehnts
      jahrzehnt jahrhunderts dešimtmečio dešimtmetį amžiaus century
      """, .period
    ),
    (  // what stands with them
      """
      first second third fourth i ii iii iv q1 q2 q3 q4 h1 h2 pierwszy pierwsza pierwszym pierwszej
      drugi druga drugim drugiej trzeci trzecim czwarty czwartym первый первом первая первой
      второй втором вторая третий третьем четвертый четвертом четвёртый четвёртом першы першым
      першая першай другі другім другая другой трэці трэцім чацвёрты чацвёртым перший першому
      перша першій другий другому друга другій третій третьому четвертий четвертому ersten erste
      zweiten zweite dritten dritte vierten vierte pirmas pirmą pirmąjį antras antrą antrąjį
      trečias trečią trečiąjį ketvirtą ketvirtąjį pirmoje antroje
      """, .ordinal
    ),
    (  // between the parts of a date
      """
      of and to the i do и по до і й да und bis ir iki st nd rd th го е й га d
      """, .dateConnector
    ),
    (  // parts of periods
      """
      end beginning middle start mid late early close outset koniec końca końcu końcem połowa połowy
      połowie połową połowę początek początku początkiem конец конца концу конце концом середина
      середины середине середину начало начала началу начале началом канец канца канцу канцы
      пачатак пачатку пачаткам сярэдзіна сярэдзіны сярэдзіне сярэдзіну кінець кінця кінці кінцю
      кінцем середині початок початку ende mitte anfang beginn anfangs pabaiga pabaigos pabaigoje
      pabaigą pabaigai vidurys vidurio viduryje vidurį viduriui pradžia pradžios pradžioje pradžią
      this these ten ta to tego tej tym tych этот эта это этого этой этом эту этим эти этих той том
      гэты гэта гэтага гэтай гэтым гэтую гэтыя гэтых цей ця це цього цієї цій цьому цю цим ці цих
      dieser diese dieses diesem diesen šis ši šio šios šią šį šiais šioje šiame
      """, .periodPart
    ),
    (  // decades, and parts of years in one word
      """
      nineties eighties seventies sixties fifties noughties twenties thirties dziewięćdziesiątych
      osiemdziesiątych siedemdziesiątych sześćdziesiątych dwutysięcznych zerowych девяностых
      девяностые восьмидесятых восьмидесятые семидесятых шестидесятых нулевых нулевые двухтысячных
      десятых дзевяностых васьмідзясятых нулявых двухтысячных дев яностих яності вісімдесятих
      нульових
      двотисячних decade decades десятилетия десятилетии десятилетие
      десятилетий столетия века dziesięciolecia dziesięcioleciu wieku dekada dekady dekadzie
      stulecia десятиліття
      десятиріччя дзесяцігоддзя jahrzehnt jahrzehnts jahrzehnte jahrhunderts dešimtmečio dešimtmetį
      весною осенью зимою веснами увесну увосень улетку узімку вясною восенню зімою весни весною
      осінь
      зима літо літом улітку узимку осені pavasario vasaros rudens žiemos rudeniui frühlings
      herbstes
      кварталу кварталі полугодие полугодии полугодия півріччя півріччі паўгоддзе паўгоддзі półrocze
      półroczu półrocza halbjahr halbjahres ketvirčio pusmetis pusmetį pusmečio pusmetyje ranek
      ranka
      rano wieczorem wieczór утром вечером днём ночью раніцай увечары вранці ввечері весну зиму
      ўвесну ўвосень ўлетку ўзімку ўвечары вясну восень зіму сёлета летась налета торік цьогоріч
      позаторік heuer übermorgen vorgestern vormittag nachmittag
      šiemet pernai morning evening
      afternoon tonight noon midnight mittag abend abends morgens neunziger neunzigern
      neunzigerjahre neunzigerjahren achtziger achtzigern nuller
      zweitausender jahresende jahresmitte jahresbeginn jahreswechsel monatsende monatsmitte
      """, .relativeTime
    ),
    (  // times of day
      """
      uhr pm am oclock ryto vakaro утра вечера ночи ранку вечора раніцы вечара
      """, .clock
    ),
    (
      """
      godzinie godziny godziną godz гадзіне годині val valandą часов часа час
      """, .clockBeside
    ),
    (  // behind hours in words
      """
      past morning afternoon evening
      """, .dayPart
    ),
    (  // before a year
      """
      in of from since by until w z od do в с от до у з ад від до im von seit bis nuo iki
      """, .yearPreposition
    ),
  ]

  /// Says of a period that it is past or to come: "next", "minionym", "следующей".
  static let sequence: [String] = inflected([
    (
      """
      следующ ближайш будущ текущ прошл минувш прошедш нынешн предстоящ
      """, "ий ый ая ее ое ие ые его ого ему ому им ым ем ом ей ой ую юю их ых"
    ),
    (
      "наступн минул найближч цьогорічн торішн", "ий а е і ого ому им ій ої у их"
    ),
    ("наступн мінул бліжэйш сёлетн леташн", "ы ая ае ыя ага аму ым ай ую ых і яя яе ія яга яму ім"),
    (
      "najbliższ następn przyszł zeszł ubiegł bieżąc minion obecn",
      "y a e ego emu ym ej ą ych ymi i"
    ),
    ("nächst kommend vergangen letzt vorig laufend", "e en er es em"),
    ("kit ateinanč praėjus artimiaus einam", "as ais ą ą iais ių ų į ius ią ius io iu ame oje"),
  ])
}
