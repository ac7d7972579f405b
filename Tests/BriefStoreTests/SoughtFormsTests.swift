import BriefStore
import Foundation
import Testing

/// Forms of a word whose stems differ are found from its dictionary form: verbs, alternating sounds,
/// fleeting vowels, adjectives of short nouns.
struct SoughtFormsTests {
  private static let russian = """
    обсудить | Президенты обсуждают кредит | Обряды народа
    отложить | Встречу отложили на месяц | Отлив у берега
    построить | Станцию построят к осени | Постой в пути
    выборы | Избирательный участок без выбора | Выброс газа
    ввести | Пошлины введены с мая | Ведро воды
    сократить | Расходы сокращают вдвое | Сорок дней
    рынок | Рыночные цены | Рыцари
    уголь | Угольный терминал | Угон машины
    молоко | Молочные поставки | Молот и серп
    поставка | Срыв поставок молока | Поставил точку
    война | Военные учения | Вой ветра
    торговля | Торговые барьеры | Торт
    суд | Судебный спор | Судно у причала
    налог | Налоговый кодекс | Належать
    работник | Работников уволили | Рабство
    армия | Армейский корпус | Армяне
    завод | Заводской цех | Забота
    ребенок | Помощь детям | Рёбра
    перевозчик | Перевозчики бастуют | Перевод
    соседка | Соседки помогли | Сосед
    долг | Долги выросли | Долгота
    пошлина | Без пошлин | Пошёл дождь
    увеличить | Экспорт увеличился | Увечье
    депутат | Депутатская группа | Депеша
    ракета | Ракетный полк | Ракушка
    вступить | Закон вступил в силу | Ступени
    вырасти | Цены выросли | Выставка
    обвинить | Минск обвинил Киев | Вина
    помочь | Россия поможет кредитом | Мочь
    размещать | Ракеты разместили | Место
    отменить | Пошлину отменили | Мена
    писать | Газеты пишут | Писк
    учитель | Учителя бастуют | Учёт
    беженец | Беженцы на границе | Бежевый
    посол | Встреча с послами | Посёлок
    """
  private static let ukrainian = """
    підписати | Президент підписав закон | Підпілля
    закрити | Кордон закрили | Крига
    рішення | Рішень не буде | Решітка
    договір | Текст договору | Догма
    збір | Збори громади | Зброя
    Харків | Потяг до Харкова | Харчі
    Чернігів | Дорога на Чернігівщину | Чернець
    постачання | Обсяг постачань | Постать
    обговорити | Сторони обговорюють ціну | Обгортка
    зустріч | Під час зустрічі | Зуби
    війна | Наслідки війн | Віник
    кордон | На кордоні черги | Корсет
    ринок | Ринкова ціна | Ринва
    рука | В одній руці | Рубль
    вибір | Без вибору | Вибух
    військо | Військові навчання | Вій
    завод | Заводський цех | Завдання
    перемовини | Перемовин не буде | Перемога
    позика | Умови позики | Поза
    вугілля | Ціна вугілля | Вуглець
    літак | Літаки сіли | Літо
    кредит | Кредитна угода | Крейда
    міністр | Зустріч міністрів | Міна
    купувати | Білорусь купує нафту | Купа
    зростати | Ціни зростають | Зрада
    арештувати | Журналіста арештовано | Арена
    заборонити | Імпорт заборонено | Забор
    обвинити | Мінськ обвинуватив | Вина
    вирости | Ціни виросли | Вирок
    повідомити | Міністр повідомив | Повідь
    гроші | Грошей немає | Гроза
    село | На селі | Сіль
    суд | Судовий позов | Судно
    земля | Ціна землі | Земляк
    Берестя | У Бресті | Берег
    """
  private static let belarusian = """
    падпісаць | Пагадненне падпісалі | Падлога
    абмеркаваць | Бакі абмяркоўваюць крэдыт | Абмен
    закрыццё | Пасля закрыцця мяжы | Закон
    будаваць | Станцыю будуюць | Будан
    рашэнне | Рашэнняў не будзе | Рашотка
    школа | У школе | Шкода
    рынак | Рынкавая цана | Рынва
    вайна | Пасля войнаў | Ваенком
    рака | Паром на рацэ | Ракета
    мова | Закон аб мовах | Мой
    суд | Судовая справа | Суднік
    завод | Заводскі цэх | Завея
    нафта | Пастаўкі нафты | Нафталін
    бюджэт | Бюджэтныя сродкі | Бюст
    дамова | Газавыя дамовы | Дамавік
    улада | Рашэнне ўлад | Улётка
    Украіна | Мяжа з Украінай | Укроп
    лес | Шмат лясоў | Лесвіца
    зямля | Кошт зямель | Зялёны
    чыгунка | На чыгунцы | Чыгун
    Магілёў | Магілёўскі завод | Магія
    войска | Войскі сышлі | Войт
    пазыка | Умовы пазык | Паза
    Віцебск | У Віцебску | Віцэ
    пагадненне | Умовы пагаднення | Пагода
    паведаміць | Служба паведаміла | Павук
    забараніць | Імпарт забаронены | Забор
    вырасці | Цэны выраслі | Вырай
    паведаміць | Міністр паведаміў | Павука
    грошы | Грошай няма | Груша
    вечар | Вечарам | Вецер
    старана | Дзве стараны | Старац
    суддзя | Суддзі вырашылі | Судна
    настаўнік | Настаўнікі бастуюць | Настрой
    хлеб | Цана хлеба | Хлеў
    дзіця | Дапамога дзецям | Дзіва
    """
  private static let polish = """
    podpisać | Podpisano umowę | Podpora
    budować | Elektrownię zbudowano; budują drugą | Budyń
    droga | Remont na drodze | Drogeria
    ręka | W jednej ręce | Rezerwa
    wojna | Skutki wojen | Wojewoda
    wojsko | Manewry wojskowe | Wójt
    węgiel | Cena węgla | Węgier
    książka | W książce opisano | Książę
    spotkać | Prezydenci spotkali się w Soczi | Spotted
    granica | Straż graniczna | Granit
    sąd | Sądy i arbitraż | Sandały
    rząd | Decyzja rządu | Rzeka
    święto | Po świętach | Świetlica
    zatwierdzić | Budżet zatwierdzono | Zatoka
    handel | Wojna handlowa | Handikap
    państwo | Głowy państw | Panika
    ropa | Dostawy ropy | Ropucha
    obwód | W obwodzie grodzieńskim | Obwoluta
    uchodźca | Obóz dla uchodźców | Uchodzić
    bank | Sektor bankowy | Bankiet
    decyzja | Decyzji nie ma | Decybel
    kredyt | Umowa kredytowa | Kreda
    pracownik | Strajk pracowników | Prasa
    eksport | Eksportowe hity | Ekspert
    miasto | W mieście cisza | Miasteczko
    zakaz | Zakazy wjazdu | Zakała
    tydzień | Po dwóch tygodniach | Tyka
    rosnąć | Ceny rosną | Rosół
    oskarżyć | Mińsk oskarżył Kijów | Skarga
    pisać | Gazety piszą | Pisk
    zawiesić | Umowę zawieszono | Wieszak
    uwolnić | Więźniów uwolniono | Wolny rynek
    miasto | W miastach | Miastenia
    sędzia | Sędziowie orzekli | Sąsiad
    uchodźca | Uchodźcy na granicy | Uchwała
    szkoła | W szkole | Szkoda
    wschód | Na wschodzie | Wschowa
    """
  private static let german = """
    schließen | Die Grenze wird geschlossen | Schlitten
    verhandeln | Man verhandelte lange | Verwandte
    bauen | Ein Kraftwerk wird gebaut | Baum im Garten
    zahlen | Minsk zahlte die Rechnung | Zahn
    Haus | Häuser am Fluss | Hast
    Wahl | Wahlen ohne Opposition | Walfang
    steigen | Die Preise stiegen | Stein
    Abkommen | Zwei Abkommen | Abkühlung
    Bank | Banken unter Druck | Bankett
    Nachbar | Nachbarn im Streit | Nacht
    Land | Zwischen zwei Ländern | Landung
    Straße | Straßen gesperrt | Strand
    beschließen | Der Rat beschloss Sanktionen | Beschlag
    Krieg | Nach dem Kriege | Krim
    Kraftwerk | Kraftwerke am Netz | Kraftfahrer
    Verbot | Verbote gelockert | Verbund
    liefern | Russland lieferte weniger | Lift
    Flucht | Flüchtlinge an der Grenze | Flug
    einstellen | Die Lieferung wurde eingestellt | Einsturz
    Partei | Parteien verboten | Partitur
    Zug | Züge fahren nicht | Zugabe
    belarussisch | Belarussische Häfen | Bella
    Regierung | Die Regierungen | Regal
    Gericht | Gerichte urteilen | Geruch
    drohen | Moskau drohte | Droge
    unterschreiben | Der Vertrag ist unterschrieben | Unterschied
    verhaften | Journalist verhaftet | Haft
    entscheiden | Das Gericht entschied | Schied
    bezahlen | Minsk bezahlt | Zahl
    aussetzen | Der Vertrag wurde ausgesetzt | Satz
    Stadt | In den Städten | Statue
    Richter | Die Richterin urteilte | Richtung
    Vertrag | Verträge | Vertrauen
    Schule | Schulen geschlossen | Schulter
    Buch | Bücher verboten | Bucht
    Litauen | Litauens Grenze | Liter
    """
  private static let lithuanian = """
    pasirašyti | Sutartis pasirašyta | Pasiklydo
    uždaryti | Siena uždaryta | Uždanga
    statyti | Elektrinę stato rusai | Statula
    susitikti | Prezidentai susitiko | Susirgo
    siena | Prie sienų | Senatas
    valstybė | Valstybių vadovai | Valstietis
    karas | Po karo | Karalius
    kariuomenė | Kariuomenės pratybos | Karvė
    prekyba | Prekybos karas | Prieiga
    šalis | Dviejų šalių susitarimas | Šalmas
    miestas | Miestų merai | Miegas
    nafta | Naftos kaina | Naftalinas
    paskola | Paskolų suma | Paskaita
    derybos | Derybose dalyvavo | Derlius
    vyriausybė | Vyriausybių vadovai | Vyras
    bankas | Bankų sektorius | Banketas
    rinkimai | Rinkimų rezultatai | Rinkinys
    elektrinė | Elektrinės statyba | Elegancija
    muitas | Muitų tarnyba | Muilas
    sprendimas | Sprendimų nebus | Sprogimas
    kelias | Keliai užversti | Kėlimas
    mokėti | Minskas moka daugiau | Mokykla
    ministras | Ministrų taryba | Minia
    tiekimas | Tiekimo sutrikimai | Tikslas
    pirkti | Niekas neperka, tik Latvija perka | Pirmas
    suimti | Žurnalistas suimtas | Suma
    uždrausti | Importas uždraustas | Draugas
    augti | Kainos auga | Augalas
    statyti | Stotį stato | Statula
    teismas | Teismo sprendimas | Teisė
    miestas | Miestų merai | Miegas
    knyga | Knygų mugė | Knaisiotis
    mokykla | Mokyklos uždarytos | Mokestis
    vaikas | Vaikų darželis | Vaistas
    metai | Po dvejų metų | Metalas
    """
  private static let english = """
    agree | Both sides agreed on prices | Agriculture
    buy | Minsk bought less gas | Buyout of a bank
    deny | Moscow denied the report | Dentist
    supply | Supplies of crude resumed | Supper
    country | Two countries, one currency | Counting house
    city | Cities at war | Citrus
    negotiate | Negotiations failed | Negligence
    withdraw | Russia withdrew its troops | With drawings
    election | Elections without choice | Electron
    vote | Voted against | Votive
    ban | Imports banned | Bank
    freeze | Assets frozen | Friday
    treaty | Union treaties | Trees
    crisis | Crises at the border | Christening
    build | Plant built by Rosatom | Bulldog
    policy | Foreign policies | Poland
    company | Companies under sanctions | Compass
    talk | Talks resumed | Talc
    payment | Payments delayed | Pain
    army | Armies on exercise | Armour
    deploy | Missiles deployed | Depot
    weapon | Nuclear weapons | Weak
    force | Forces withdrawn | Forceps
    state | Member states | Statue
    pay | Minsk paid its debt | Payee
    meet | The presidents met | Meteor
    arrest | Journalist arrested | Arras
    accuse | Minsk accused Kyiv | Accurate
    lose | Minsk lost its market | Lot
    refuse | Brussels refused | Refugee
    city | In the cities | Citadel
    child | Children detained | Chill
    woman | Women on trial | Womb
    teacher | Teachers on strike | Teal
    judge | Judges ruled | Juggle
    power | Powers of the council | Powder
    """

  @Test(arguments: [
    ("Russian", russian), ("Ukrainian", ukrainian), ("Belarusian", belarusian),
    ("Polish", polish), ("German", german), ("Lithuanian", lithuanian), ("English", english),
  ])
  func `a dictionary form finds the others, and not what only looks like it`(
    _ language: String, _ table: String
  ) {
    let rows = table.split(separator: "\n").map { $0.components(separatedBy: " | ") }
    let missed = rows.filter { !SoughtWords($0[0]).areIn($0[1]) }
    let wrong = rows.filter { SoughtWords($0[0]).areIn($0[2]) }
    #expect(rows.count > 20)
    #expect(missed.isEmpty, "\(language)")
    #expect(wrong.isEmpty, "\(language)")
  }

  @Test(arguments: [
    "", "ь", "a", "щ", "100", "İ", "漢", String(repeating: "щ", count: 100_000),
    String(repeating: "аяеоі", count: 1000), String(repeating: "zen", count: 1000) + "en",
  ])
  func `a word of a question stands for few stems, whatever it is`(_ word: String) {
    for sought in SearchFold.sought(word) {
      #expect((1...200).contains(sought.stems.count))
      #expect(sought.beginnings.allSatisfy { $0.utf8.count >= SoughtWord.shortestBeginning })
    }
  }

  @Test(arguments: [
    ("партия", "Parts for missiles"), ("мова", "The office moves"), ("part", "Партия и съезд"),
    ("trąšos", "На трассах Смоленщины"), ("perrašyti", "Птушкі перасякаюць мяжу"),
    ("NATO", "Nach Schwedt"), ("Hafen", "Fünf Jahre in Haft"), ("БелАЭС", "Съезд «Белой Руси»"),
    ("Калиновський", "Politiniai kaliniai"), ("mokėti", "Mokytojų trūksta"),
  ])
  func `a word finds no other that only has its letters`(_ word: String, _ title: String) {
    #expect(SoughtWords(word).areIn(title) == false)
  }

  @Test(arguments: [
    ("миграция", "Migration from Minsk"), ("migracija", "Новая міграцыя"), ("минск", "W Mińsku"),
    ("Калиновський", "Kalinouski Regiment"), ("горад", "Праграма развіцця гарадоў"),
    ("ksiądz", "Księży skazano"), ("stypendium", "200 stypendiów"), ("Museum", "Die Museen"),
    ("fertilizer", "Fertiliser exports"), ("labour", "The labor market"),
    ("Russland", "Russische Schiffe"), ("stać", "Pociągi stoją"),
    ("Порошенко", "Парашэнка сказаў"), ("Пазняк", "Речь Позняка"), ("Lohojsk", "Дорога на Логойск"),
    ("Yanukovych", "Бегство Януковича"), ("Nesvizh", "Замак у Нясвіжы"),
    ("Резников", "Resnikow geht"),
    ("Tusk", "Туск в Киеве"), ("Israel", "Из Израиля"),
    ("дорога", "Дорожный сбор"), ("студэнт", "Студэнцкі білет"), ("studenci", "Każdy student"),
    ("spotkanie", "Cykl spotkań"), ("laikraštis", "Laikraščio tema"), ("подписал", "Подписать акт"),
    ("нефть", "Нефтяной терминал"), ("посла", "Новый посол"), ("школа", "Шкільний рік"),
  ])
  func `a word finds what is spelt or formed in another way`(_ word: String, _ title: String) {
    #expect(SoughtWords(word).areIn(title))
  }

  @Test func `a stem of one or two letters makes no other words`() {
    #expect(SoughtWords("щщщ").areIn("Сов не было") == false)
    #expect(SoughtWords("як").areIn("Яков") == false)
  }
}
