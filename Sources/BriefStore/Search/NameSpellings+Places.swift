extension NameSpellings {
  static let belarus = """
    Минск Мінск Мінськ Mińsk Minsk Minskas Менск Miensk минчане мінчане минчанин
    Гомель Homel Homla Homlu Gomel Homiel Homyel Gomelis Gomelį Гомелі гомельчане
    Гродно Гродна Гродні Grodno Hrodna Horodno Gardinas Grodnas гродненский гродненцы гарадзенскі
    Брест Брэст Берестя Brześć Brześciu Brest Brestas Брэсце Бресті брестчане Brasta
    Витебск Віцебск Вітебськ Witebsk Wizebsk Vitebskas Vitebsk Viciebsk Vitsebsk Wicebsk
    Могилев Магілёў Магілёве Могильов Mohylew Mohylewie Mogiljow Mogilew Mogiliavas Mogilev Mahilyow Mahilioŭ Mahiliou Mahileu
    Барановичи Баранавічы Барановичі Baranowicze Baranowitschi Baranavičiai Baranovichi Baranavichy
    Бобруйск Бабруйск Бобруйськ Bobrujsk Bobruisk Babruiskas Babruysk Babrujsk
    Борисов Барысаў Борисів Borysów Borissow Barysavas Borisov Barysaw Barysau
    Пинск Пінск Пінськ Pińsk Pinsk Pinskas
    Орша Ворша Оршы Воршы Orsza Orscha Orša Orsha Vorsha
    Мозырь Мазыр Мозир Mozyrz Mosyr Mozyrius Mozyr Mazyr
    Солигорск Салігорск Солігорськ Soligorsk Salihorsk Saligorskas
    Новополоцк Наваполацк Новополоцьк Nowopołock Nowopolozk Navapolackas Novopolotsk Navapolatsk Navapolack
    Полоцк Полацк Полоцьк Połock Polozk Polockas Polotsk Polatsk
    Лида Ліда Лідзе Lidzie Lida Lyda лидский лідскі
    Молодечно Маладзечна Mołodeczno Maladsetschna Molodetschno Maladečna Molodechno Maladzyechna Maladziečna Maladzechna
    Осиповичи Асіповічы Осиповичі Osipowicze Ossipowitschi Asipovičiai Osipovichi Asipovichy
    Островец Астравец Астраўца Острівець Островець Ostrowiec Ostrowez Astravas Astrave Astravets Ostrovets Astraviec астравецкая островецкая ostrowiecka
    Сморгонь Смаргонь Сморгонні Smorgonie Smorgoń Smarhon Smorgon Smurgainys
    Слуцк Слуцьк Słuck Sluzk Sluckas Slutsk
    Речица Рэчыца Річиця Rzeczyca Retschyza Rečica Rechitsa Rechytsa
    Светлогорск Светлагорск Світлогорськ Swietłogorsk Swetlogorsk Svetlogorsk Svietlahorsk
    Жлобин Жлобін Żłobin Schlobin Žlobinas Zhlobin
    Ошмяны Ашмяны Ошмяни Oszmiana Oschmjany Ašmena Oshmyany Ashmyany Ashmiany ошмянский ашмянскі
    Новогрудок Навагрудак Новогрудка Nowogródek Nawahrudak Naugardukas Novogrudok Navahrudak
    Слоним Слонім Słonim Slonim Slanimas
    Волковыск Ваўкавыск Вовковиськ Wołkowysk Waukawysk Valkaviskas Volkovysk Vawkavysk Vaukavysk
    Кобрин Кобрын Kobryń Kobryn Kobrynas Kobrin
    Лунинец Лунінец Łuniniec Luninez Lunincas Luninets
    Калинковичи Калінкавічы Калинковичі Kalinkowicze Kalinkowitschi Kalinkavičiai Kalinkavichy Kalinkovichi
    Мачулищи Мачулішчы Мачулищі Maczuliszcze Matschulischtschi Mačuliščiai Machulishchi Machulishchy
    Зябровка Зяброўка Зябрівка Ziabrówka Sjabrowka Ziabrovka Zyabrovka
    Брузги Брузгі Bruzgi Brusgi Bruzgai
    Котловка Катлоўка Kotłówka Kotlovka Katlouka
    Беловежа Белавежа Біловежа Białowieża Białowieży Belowesch Belavežas Belovezha Bialowieza беловежский белавежскі białowieski
    Кричев Крычаў Кричів Kryczew Kritschew Kryčavas Krichev Krychaw Krychau
    Ивацевичи Івацэвічы Івацевичі Iwacewicze Iwazewitschi Ivatsevichy Ivacevičiai
    Костюковичи Касцюковічы Kostiukowicze Kastsiukovichy Kostyukovichi
    Микашевичи Мікашэвічы Mikaszewicze Mikaschewitschi Mikashevichi Mikašavičiai
    Хатынь Хатинь Chatyń Chatyn Khatyn Chatynė
    Бенякони Беняконі Bieniakonie Benyakoni Benekainys
    """

  static let neighbours = """
    Москва Масква Москві Маскве Moskwa Moskwie Moskau Moskaus Maskva Moscow москвич масквіч московский маскоўскі moskiewski
    Петербург Пецярбург Petersburg Peterburgas Ленинград Leningrad
    Смоленск Смаленск Смоленськ Smoleńsk Smolensk Smolenskas
    Брянск Бранск Брянськ Briańsk Brjansk Brianskas Bryansk
    Псков Пскоў Psków Pskow Pskovas Pskov
    Калининград Калінінград Kaliningrad Królewiec Królewcu Königsberg Karaliaučius Karaliaučiaus Karaliaučiuje Kaliningradas
    Воронеж Варонеж Woroneż Woronesch Voronežas Voronezh
    Белгород Белгарад Бєлгород Biełgorod Belgorod Belgorodas
    Ростов Растоў Rostów Rostow Rostov Rostovas
    Мурманск Мурманськ Murmańsk Murmansk Murmanskas
    Приморск Прыморск Приморськ Primorsk Primorskas
    Крым Крим Крыме Krym Krim Krymas Crimea
    Вильнюс Вільнюс Вільня Wilno Wilnie Wilna Vilnius Vilniaus Vilniuje
    Каунас Коўна Ковно Kowno Kaunas
    Клайпеда Клайпеда Kłajpeda Klaipeda Klaipėdos Klaipėda
    Сувалки Сувалкі Сувалків Suwałki Suwałk Suwalki Suvalkai
    Варшава Warszawa Warszawie Warschau Warschaus Varšuva Warsaw варшаўскі warszawski
    Краков Кракаў Краків Kraków Krakau Krakaus Krokuva Cracow Krakow
    Белосток Беласток Білосток Białystok Białymstoku Bialystok Balstogė Bielastok
    Тересполь Цярэспаль Тереспіль Terespol Terespolis
    Кузница Кузніца Kuźnica Kusniza Kuznica
    Бобровники Баброўнікі Бобровники Bobrowniki
    Медининкай Меднікі Miedniki Medininkai
    Шальчининкай Шальчынінкай Soleczniki Šalčininkai
    Рига Рыга Riga Rīga Ryga Rygoje
    Киев Київ Києва Кіеў Kijów Kijowa Kiew Kijevas Kyjivas Kyiv Kiev киевляне киевский
    Львов Львів Львова Львоў Lwów Lwowa Lemberg Lvovas Lviv Lvov
    Чернигов Чернігів Чарнігаў Czernihów Tschernihiw Černihivas Chernihiv Chernigov
    Чернобыль Чорнобиль Чарнобыль Czarnobyl Tschernobyl Černobylis Chernobyl Chornobyl
    Харьков Харків Харкаў Харкава Charków Charkiw Charkivas Kharkiv Kharkov
    Донецк Данецк Донецьк Donieck Donezk Doneckas Donetsk
    Луганск Луганськ Ługańsk Luhansk Luhanskas Lugansk
    Донбасс Данбас Донбас Donbas Donbass Donbasas
    Одесса Адэса Одеса Odessa Odesa
    Ровно Рівне Роўна Równe Riwne Rivne Rovno
    Берлин Берлін Berlin Berlynas
    Брюссель Брусель Bruksela Brukseli Brüssel Briuselis Brussels
    Вашингтон Вашынгтон Вашінгтон Waszyngton Washington Vašingtonas
    Пекин Пекін Pekin Peking Pekinas Beijing
    Стамбул Стамбул Stambuł Istanbul Stambulas
    Женева Жэнева Genewa Genf Ženeva Geneva
    """

  static let countriesAndRivers = """
    Беларусь Белоруссия Білорусь Białoruś Belarus Weißrussland Baltarusija Gudija Belorussia Byelorussia белорусский беларускі білоруський białoruski baltarusių
    Россия Расія Росія Rosja Rosji Russland Russia Rusija russisch russische российский расійскі російський rosyjski rusijos
    Украина Україна Украіна Ukraina Ukraine
    Польша Польшча Польща Polska Polsce Lenkija Poland
    Литва Літва Литві Litwa Litwie Litauen Lietuva Lithuania
    Латвия Латвія Łotwa Lettland Latvija Latvia
    Эстония Эстонія Естонія Estonia Estland
    Германия Германія Німеччина Niemcy Niemczech Deutschland Vokietija Germany
    Казахстан Kazachstan Kasachstan Kazachstanas Kazakhstan
    Армения Арменія Вірменія Armenia Armenien Armėnija
    Киргизия Кыргызстан Кіргізія Киргизстан Kirgistan Kirgizija Kyrgyzstan
    Грузия Грузія Gruzja Georgien Gruzija Sakartvelo
    Молдавия Молдова Малдова Молдавія Mołdawia Moldau Moldawien Moldova
    Турция Турцыя Туреччина Turcja Türkei Turkija Turkey
    Иран Іран Iran Iranas
    Неман Нёман Німан Niemen Niemna Memel Nemunas Neman
    Припять Прыпяць Прип'ять Prypeć Prypeci Pripjat Pripetė Pripyat Prypyat
    Днепр Дняпро Дніпро Dniepr Dnjepr Dnepras Dnieper Dnipro
    Двина Дзвіна Dźwina Daugava Dvina
    Березина Бярэзіна Berezyna Beresina Berezina
    """
}
