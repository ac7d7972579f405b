/// Words that say how many, or of what currency, lower case.
enum NumberWords {
  /// The word begins as the name of a currency, of a large number or of a measure does.
  static func hasUnitStem(_ word: String) -> Bool {
    stems.fit(word)
  }

  /// Beginnings of names of currencies, of large numbers and of measures, for languages that
  /// inflect them.
  private static let stems = WordBeginnings(
    """
    dollar dolar доллар долар rubel rubl roubl рубл złot злот hrywn hryvn гривн гривен грыўн грывен
    pound doler yuan juan юан тисяч тысяч тысяц мільйон мільярд мільён миллион миллиард триллион
    трильйон процент працэнт відсот адсотк procent tūkstan milijon milijard barrel baryłk baryłek
    баррел барел барэл bareli tonne тонн kilomet километр кілометр кіламетр kilogram килограмм
    кілограм кілаграм hectare hektar гектар megawat мегават gigawat гигават гігават kilowat киловат
    кіловат кілават кубометр кубаметр kubikmet цэнтнер фут дюйм ярд унці унци inch yard ounce
    kilobyt megabyt gigabyt terabyt килобайт мегабайт гигабайт терабайт мегабіт гігабіт megapas
    paskal паскал вольт герц гц hertz decybel decibel децибел милливат міліват сантиметр сантыметр
    centymet centimet zentimet миллиметр міліметр millimet milimet kilowolt copeck kopeck kopiej
    копеек копейк копійк копійок капеек капейк gros groszy грош pfennig forint форинт форінт koron
    korun крон tenge тенге тэнге lari лари ларі dinar динар дынар динарів манат manat rupee рупи
    рупі rupi rupii peso песо lewów франк йен jen jena jenów килотонн megaton мегатонн galon gallon
    галлон пуд центнер zentner litr литр літр
    """
  )

  static let lists: [(String, Meaning)] = [
    (  // words that say which way, or how exactly, beside a number
      """
      more less fewer times over under least most about around than much many only just up down as
      больше меньше более менее свыше около до раза всего почти больше чем ровно
      więcej mniej ponad około prawie niż co razy tylko
      больш менш звыш каля амаль чым усяго долю
      більше менше понад близько майже ніж усього
      mehr weniger über rund etwa als knapp fast nur gut circa fache das auf um die
      daugiau mažiau apie virš nei beveik tik per
      """, .comparison
    ),
    (  // parts, and numbers of no certain size
      """
      both halve halved scores hundredth thousandth triples bcm bcf mcm boe bpd bp pp ppm cubic
      square metre metres meter meters points point обе оба обоих обеих обоим десяток десятка
      десятки десятков десятками сотня сотни сотню сотен сотнями дюжина дюжину дюжины половина
      половину половины половине наполовину вполовину пополам кубов кубометров метрів метраў metrų
      пункт пункта пунктов пункты часть части кубических квадратных метров метра обидва обидві обох
      десяток десятки десятків десятками сотня сотні сотню сотень дюжина дюжину половина половину
      половини наполовину навпіл пункт пункти пункту пунктів частина частину частини кубічних
      кубометрів траціна траціну траціны траціне абодва абедзве абодвух дзясятак дзясяткі дзясяткаў
      сотня сотні сотню соцень тузін палова палову паловы напалову пункт пункты пункта пунктаў
      частка частку часткі кубічных oba obie obaj obu dziesiątki dziesiątek dziesiątków setki setek
      tuzin tuziny połowa połowę połowy kilkuset kilkunastu kilkanaście kilkudziesięciu
      kilkadziesiąt punkt punkty punktu punktów część części sześciennych kwadratowych metrów metra
      podwójnie potrójnie beide beiden dutzend dutzende dutzenden hunderte hunderten tausende
      hälfte hunderttausende zehntausende doppelte dreifache vierfache fünffache punkt punkte
      punkten kubikmeter quadratmeter prozentpunkte prozentpunkten fünfundzwanzig abu abi abiejų
      dešimtys dešimtis dešimčių šimtai šimtus šimtų tuzinas tuziną pusė pusę pusės perpus punktas
      punktai punktų punktais dalis dalį dalies kubinių kvadratinių
      """, .numeral
    ),
    (  // numerals and ordinals
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
      hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
      half third quarter twice double triple first second fourth fifth sixth seventh eighth ninth
      tenth several percent percentage pct cent bn jeden jedna jedno jednego jednej jednym jedną
      dwa dwie dwóch dwoma dwu trzy trzech trzema cztery czterech pięć pięciu sześć sześciu siedem
      siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu jedenaście dwanaście piętnaście
      dwadzieścia trzydzieści czterdzieści pięćdziesiąt sto stu dwieście trzysta tysiąc tysiące
      tysięcy milion miliony milionów miliard miliardy miliardów pierwszy pierwsza pierwsze drugi
      druga drugie trzeci trzecia trzecie czwarty piąty proc procent procenta procenty procentów
      mln mld tys miliarda milionem miliardem kilka kilku połowa pół один одна одно одного одной
      одному одним одну два две двух двум двумя три трёх трех трем тремя четыре четырёх четырех
      пять пяти шесть шести семь семи восемь восьми девять девяти десять десяти одиннадцать
      двенадцать пятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят шестьдесят
      семьдесят восемьдесят девяносто сто ста двести триста пятьсот первый первая первое второй
      вторая второе третий третья третье четвёртый четвертый пятый млн млрд трлн тыс несколько
      половина адзін адна адно аднаго адной два дзве двух тры трох чатыры чатырох пяць пяці шэсць
      шасці сем сямі восем васьмі дзевяць дзевяці дзесяць дзесяці дваццаць трыццаць сорак
      пяцьдзясят сто першы першая другі другая трэці трэцяя некалькі один одна одне одного дві двох
      трьох чотири чотирьох п'ять п'яти шість шести сім семи вісім восьми дев'ять десять десяти
      двадцять тридцять сорок п'ятдесят перший перша другий друга третій третя кілька eins zwei
      drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert
      tausend million millionen milliarde milliarden mio mrd erste ersten zweite zweiten dritte
      dritten prozent mehrere vienas viena vieną du dvi dviejų trys tris trijų keturi keturis
      keturių penki penkis penkių šeši septyni aštuoni devyni dešimt dvidešimt trisdešimt šimtas
      šimtą tūkst mln mlrd proc pirmas pirmoji antras antroji trečias trečioji keli kelis kelių
      """, .numeral
    ),
    (  // currencies, and numbers that count others
      """
      kb mb gb tb kbit mbit gbit kv mv hz khz mhz ghz kpa mpa п bar bars barów bary barach бар бара
      баров барів бараў барах кб мб гб тб кбит мбит гбит кв кпа мпа cm mm см мм cent cents centa
      centów centy centach цент цента центов центы центів центаў centų centai penny pence ha га usd
      eur franc francs franka franków franken франк франка франков франкаў франків eurai eurų
      eurais gbp byn byr rub rur pln uah ltl chf zł gr kop euro euros евро еўра євро zloty zlotys
      percent pct cent bn mn million millions billion billions trillion thousand proc mln mld mlrd
      mrd mio tys tūkst tysiąc tysiące tysięcy milion miliony miliona milionów miliard miliarda
      miliardy miliardów p pp procentowy procentowych raza млн млрд трлн тыс тис prozent millionen
      milliarden milliarde ton tons tony tona tonę tonami тон тону тоны tonų tonas tonos km kg kw
      mw gw tw kwh mwh gwh twh pp mile miles mil mila mili milach acres feet км кг квт мвт гвт твт
      мвтч квтч миля миль мили милях мілі пп км литр литра литров litr litra litrów liter litre
      litres litrų літр літра літрів літраў degrees раз раза разы рази разів разоў razy times mal
      karto kartus kartų кратно раз раза fache
      """, .unit
    ),
  ]
}
