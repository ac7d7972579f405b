/// Words that say when something is beside the months, days and years of ``DateWords``, lower case.
enum TimeWords {
  /// Adjectives of months, seasons and days, and what German joins to a year, month or week.
  static func hasStem(_ word: String) -> Bool { stems.fit(word) }

  private static let stems = WordBeginnings(
    """
    январск февральск мартовск апрельск майск июньск июльск августовск сентябрьск октябрьск
    ноябрьск декабрьск зимн весенн осенн летн субботн воскресн пятничн прошлогодн styczniow marcow
    kwietniow majow czerwcow lipcow sierpniow wrześniow październikow listopadow grudniow zimow
    wiosenn letni jesienn січнев лютнев березнев квітнев травнев червнев липнев серпнев вереснев
    жовтнев листопадов груднев зимов веснян осінн літн торішн студзеньск лютаўск сакавіцк красавіцк
    чэрвеньск ліпеньск жнівеньск вераснёвск кастрычніцк лістападаўск снежаньск асенн леташн
    jahreshälft jahresanfang jahresfrist jahresschluss jahrestag monatsanfang monatsmitte
    monatsfrist wochenanfang wochenbeginn wochenmitte jahrhundertwende
    """
  )

  static let lists: [(String, Meaning)] = [
    (  // parts of a day, holidays and the like: a time of their own
      """
      weekend weekends midnight noon midday morning mornings evening evenings afternoon night
      nights dawn dusk overnight easter christmas xmas ramadan holiday holidays season century
      centuries decade decades eighties nineties weekend weekendu weekendy północ północy południe
      południu południem rano ranek ranka wieczór wieczorem wieczora noc nocy nocą świt świcie
      świtem wielkanoc wielkanocy wielkanocą wigilia wigilię wigilii sylwester sylwestra święta
      świąt świętach świętami wakacje wakacji wakacjach ferie ferii dekada dekady dekadę dekadzie
      dekad pojutrze przedwczoraj wiek wieku wieki wieków stulecie stulecia sezon sezonu sezonie
      boże narodzenie narodzeniem narodzenia накануне выходные выходных выходными полночь полуночи
      полдень полудня полудню утро утра утром вечер вечера вечером вечеру ночь ночи ночью рассвет
      рассвета рассвете рождество рождества рождеству рождеством рождестве пасха пасхи пасху пасхе
      пасхой праздник праздника праздники праздников праздникам каникулы каникул послезавтра
      позавчера век века веке веков столетие столетия сезон сезона сезоне сезону полугода полгода
      лету летом лета лето зиме зиму весне осени осенью напярэдадні выхадныя выхадных поўнач
      поўначы апоўначы поўдзень апоўдні раніца раніцы раніцай раніцу вечар вечара вечарам увечары
      ноч ночы ноччу світанне світанку каляды каляд калядаў калядамі вялікдзень вялікадня
      вялікаднем свята святаў каникулы паслязаўтра пазаўчора стагоддзе стагоддзя стагоддзі сезон
      сезону сезоне паўгода лета лету вясне восені зіме зіму летам напередодні вихідні вихідних
      вихідними північ півночі опівночі полудень полудня опівдні ранок ранку ранком вранці зранку
      вечір вечора увечері ввечері ніч ночі вночі уночі світанок світанку різдво різдва різдву
      різдвом великдень великодня великоднем свято свята свят післязавтра позавчора століття
      столітті столітть сезон сезону сезоні півроку літа літу літом літо осені весни зиму зими
      wochenende wochenenden mitternacht mittag mittags morgen morgens abend abends nacht nachts
      vormittag nachmittag morgengrauen ostern weihnachten neujahr silvester heiligabend pfingsten
      feiertag feiertage feiertagen saison jahrhundert jahrhunderts jahrzehnt jahrzehnts jahrzehnte
      übermorgen vorgestern vasaros vasarai pavasario pavasariui rudens rudeniui žiemos žiemai
      savaitgalis savaitgalį savaitgaliais vidurnaktis vidurnaktį vidurnakčio vidurdienis
      vidurdienį vidurdienio rytas ryto rytą rytais vakaras vakaro vakarą naktis naktį nakties
      aušra velykos velykas velykų velykoms kalėdos kalėdas kalėdų kalėdoms šventės šventes švenčių
      šventėms poryt užvakar amžius amžiaus amžiuje dešimtmetis dešimtmečio dešimtmetį dešimtmetyje
      sezonas sezono sezoną pusmečio pusmetis pusmetį pusmetyje
      """, .time
    ),
    (  // what time is counted in: a time, or a length of time behind a number
      """
      year years month months week weeks day days hour hours minute minutes fortnight rok roku
      rokiem lat lata latach latami miesiąc miesiąca miesiące miesięcy miesiącach miesiącu
      miesiącem miesiącami tydzień tygodnia tygodniu tygodnie tygodni tygodniach tygodniami
      tygodniem dzień dnia dni dniu dniach dniami dniem doba doby dobę godzina godzinę godziny
      godzin minuta minut minuty kwartał kwartału kwartale kwartały kwartałów год года году годом
      годе годы годов годам годами годах лет месяц месяца месяцу месяцем месяце месяцы месяцев
      месяцам месяцами месяцах неделя недели неделю неделе неделей недель неделям неделями неделях
      день дня дню днём днем дне дни дней дням днями днях сутки суток час часа часов минута минуты
      минут десятилетие десятилетия десятилетий квартал квартала квартале кварталов годзе гады
      гадоў гадам гадамі гадах месяцаў месяцы месяцам месяцах тыдзень тыдня тыдню тыднем тыдні
      тыдняў тыднях дзень днём дні дзён дням днях суткі сутак гадзіна гадзіны гадзін гадзіну хвілін
      хвіліны дзесяцігоддзе дзесяцігоддзя квартал квартала квартале рік року році роком роки років
      рокам роками роках місяць місяця місяцю місяці місяцем місяців місяцям місяцями місяцях
      тиждень тижня тижню тижні тижнем тижнів тижнями тижнях день дню дні днів дням днями днях доба
      доби добу година годину години годин хвилин хвилини десятиліття квартал кварталу кварталі
      jahr jahre jahren jahres monat monate monaten monats woche wochen tag tage tagen tages stunde
      stunden minuten quartal quartale quartals metai metų metams metus metais mėnuo mėnesį mėnesiu
      mėnesio mėnesiui mėnesiai mėnesių mėnesius mėnesiais savaitė savaitę savaitės savaitei
      savaičių savaites savaitėmis diena dieną dienos dienai dienų dienas dienomis para paros parą
      valanda valandą valandos valandų valandas minučių ketvirtis ketvirtį ketvirčio
      """, .timeUnit
    ),
    (  // beside a time they move it
      """
      next last previous this that early late mid half coming following past present current later
      earlier sooner ago before after since until till by within during over through throughout
      beginning start end middle close outset heating turn eve small shortly soon first second
      third fourth final new victory independence labour may old hence these those entire whole
      remaining upcoming recent same temu później wcześniej po przed przez podczas ciągu trakcie od
      aż ubiegły ubiegłego ubiegłym ubiegłej ubiegłą miniony minionego minionym minionej minioną
      nadchodzący nadchodzącego nadchodzącym nadchodzącej nadchodzącą nadchodzących najbliższych
      bieżącego bieżącym koniec końca końcu końcem początek początku początkiem połowa połowie
      połowy połowę środek pierwszy pierwszego pierwszej pierwszym drugiej drugim drugiego trzecim
      trzeciej trzeciego czwartym czwartego ostatni ostatniego ostatnim ostatniej ostatnią
      ostatnich nowy nowym nowego nowego tego tej tym ten ta tych przeszłym zwycięstwa
      niepodległości pół wczesną późną wczesnym późnym br ub zaraz wkrótce do tuż назад через
      спустя ранее раньше позже позднее  после перед прежде течение протяжении начало
      начала началу начале конец конца концу конце концом середина середины середине середину
      первый первого первом первой первая вторая второй второго втором третий третьего третьем
      третьей последний последнего последнем последней последнюю последние последних прошлый новый
      нового новому новым новом этот это этом этого этой эту эти этих этим этому тот того том той
      половина половины половине половину победы независимости единства поздней ранней уже скоро
      тогда же отопительного отопительный будущий будущего будущем будущей наступающего наступающем
      текущего текущем целый целого ближайшие ближайшее пол таму праз пазней раней 
      пасля перад цягам працягу пачатак пачатку канец канца канцы сярэдзіна сярэдзіны сярэдзіне
      першы першага першым першай другі другога другім другой трэці трэцяга трэцім апошні апошняга
      апошнім апошняй апошнія апошніх новы новага новым гэты гэта гэтым гэтага гэтай гэту гэтую
      гэтыя гэтых той таго палова палове паловы палову перамогі незалежнасці позняй ранняй будучым
      будучага бягучага бліжэйшы бліжэйшыя бліжэйшых пачаткам тому через потім пізніше раніше
       після перед протягом упродовж наприкінці кінець кінця кінці кінцем початок
      початку початком середина середини середині середину перший першого першому першої першій
      другий другого другому другої другій третій третього третьому третьої останній останнього
      останньому останньої останні останніх новий нового новому цей це цього цьому цієї цій цю ці
      цих той того половина половини половині половину перемоги незалежності пізньої ранньої
      майбутнього поточного найближчі найближчих пів перед до vor nach seit bis während binnen
      innerhalb letzten letzter letzte letztes nächste nächsten nächster nächstes kommenden
      kommende vergangenen vergangene vorigen vorige laufenden laufende anfang ende mitte beginn
      ersten erste zweiten zweite dritten dritte vierten vierte letzten diesen dieser dieses diesem
      diese jenes halben halbe früher später zuvor danach kurz spätestens sieges heilig neuen prieš
      po per nuo iki praėjęs praėjusį praėjusio praėjusią praėjusios praėjusiais kitą kitais kitų
      kito kitus ateinančiais ateinančių ateinantį ateinančią ankstesnį artimiausiais artimiausią
      artimiausiu anksčiau vėliau atgal pradžia pradžios pradžioje pabaiga pabaigos pabaigoje
      vidurys vidurio viduryje pirmąjį pirmąją pirmoje pirmas pirmojo antrąjį antroje antrąją
      antrojo trečiąjį trečią trečiojo paskutinį paskutinę paskutinio šio šį šią šiais šių tą
      naujus naujųjų naujus naujaisiais pusė pusėje pusę išvakarėse
      """, .timeModifier
    ),
  ]
}
