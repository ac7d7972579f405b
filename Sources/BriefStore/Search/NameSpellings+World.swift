extension NameSpellings {
  /// Countries, towns and politicians far and near whose spellings the letters of the skeleton do
  /// not bring together.
  static let world = """
    Головченко Галоўчанка Golovchenko Hałouczenka Golowtschenko Golovčenka
    Макей Макея Макею Makei Makiej Makej Makėjus
    Карпенков Карпянкоў Karpenkov Karpienkow
    Кочанова Качанава Kochanova Koczanowa Kotschanowa Kočanova
    Мезенцев Мязенцаў Mezentsev Miezencew Mesenzew Mezencevas
    Макрон Macron Makronas
    Шольц Шольца Scholz Šolcas
    Мерц Мерца Merz Mercas
    Туск Туска Tusk Tuska Tuskas
    Дуда Дуды Duda Dudy Dūda
    Трамп Трампа Trump Trumpa Trumpas Trampas
    Байден Байдэн Biden Bidena Bidenas
    Сикорский Сікорскі Sikorski Sikorskis
    Колесникова Калеснікава Колеснікова Kolesnikova Kalesnikava Kolesnikowa
    Тихановский Ціханоўскі Тихановський Tikhanovsky Tsikhanouski Cichanouski Tichanowski
    Бабарико Бабарыка Babariko Babaryka
    Бяляцкий Бяляцкі Біляцький Bialiatski Bialacki Bjaljazki
    Гомсельмаш Gomselmash Homsielmasz Gomselmasch
    Коммунарка Камунарка Kommunarka Komunarka
    Витязь Віцязь Vityaz Witiaź
    Березовка Бярозаўка Berezovka Bierozówka
    Каменец Камянец Каменца Kamieniec Kamenets
    Жодино Жодзіна Жодіно Zhodino Żodzino Schodino Žodina
    Дзержинск Дзяржынск Dzerzhinsk Dzierżyńsk Dserschinsk
    Столбцы Стоўбцы Столбцов Stolbtsy Stołpce Stoubtsy
    Поставы Паставы Постав Postavy Postawy
    Глубокое Глыбокае Glubokoye Głębokie
    Хойники Хойнікі Khoiniki Chojniki
    Ельск Yelsk Jelsk
    Лельчицы Лельчыцы Лельчиц Lelchitsy Lelczyce
    Гожа Gozha Hoża
    Сочи Сочы Сочі Sochi Soczi Sotschi Sočis Sočio Sočyje
    Казань Казани Kazan Kazań Kasan Kazanė Kazanėje
    Уфа Уфы Ufa
    Екатеринбург Екацярынбург Катеринбург Yekaterinburg Jekaterynburg Jekaterinburg
    Новосибирск Новасібірск Novosibirsk Nowosybirsk Nowosibirsk
    Хабаровск Khabarovsk Chabarowsk Chabarovskas
    Сирия Сірыя Сирія Сирии Syria Syrii Syrien Sirija сирийский syryjski
    Израиль Ізраіль Ізраїль Израиля Israel Izrael Izraela Izraelis израильский izraelski
    Азербайджан Azerbaijan Azerbejdżan Aserbaidschan Azerbaidžanas
    Узбекистан Узбекістан Uzbekistan Usbekistan Uzbekistanas
    Туркменистан Туркменістан Turkmenistan Turkmenistanas
    Таджикистан Таджыкістан Tajikistan Tadżykistan Tadschikistan Tadžikistanas
    Китай Кітай Китая Кітая China Chin Chiny Chinas Chinami Kinija Kinijos китайский кітайскі китайський chiński chinesisch chinese
    Вьетнам В'етнам В'єтнам Vietnam Wietnam Vietnamas
    Венесуэла Венесуела Venezuela Wenezuela
    Индия Індыя Індія Индии India Indie Indii Indien Indija
    Франция Францыя Франція France Francja Frankreich Prancūzija французский französisch french
    Великобритания Вялікабрытанія Britain Britannien Brytania британский british
    Финляндия Фінляндыя Фінляндія Finland Finlandia Finnland Suomija
    Швеция Швецыя Швеція Sweden Szwecja Schweden Švedija
    Норвегия Нарвегія Норвегія Norway Norwegia Norwegen Norvegija
    Венгрия Венгрыя Угорщина Hungary Węgry Węgier Ungarn Vengrija
    Словакия Славакія Словаччина Slovakia Słowacja Slowakei Slovakija
    Чехия Чэхія Чехія Czechia Czechy Czech Tschechien Čekija
    Румыния Румынія Румунія Romania Rumunia Rumänien Rumunija
    Болгария Балгарыя Болгарія Bulgaria Bułgaria Bulgarien Bulgarija
    Сербия Сербія Serbia Serbien Serbija
    Италия Італія Italy Włochy Włoch Italien Italija
    Испания Іспанія Spain Hiszpania Spanien Ispanija
    Япония Японія Japan Japonia Japonija
    Корея Карэя Korea Koreą Korėja
    США ЗША USA JAV
    Америка Амерыка America Ameryka Amerika американский амерыканскі американський amerykański amerikanisch american
    Европа Еўропа Європа Europe Europa Europy европейский еўрапейскі європейський europejski europäisch european europos
    Балтика Балтыка Балтія Baltic Bałtyk Ostsee Baltija балтийский
    """
}
