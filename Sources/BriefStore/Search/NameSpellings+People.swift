extension NameSpellings {
  static let people = """
    Лукашенко Лукашэнка Łukaszenka Łukaszenko Lukaschenko Lukašenka Lukashenka Lukashenko
    Семашко Сямашка Siemaszko Semaschko Semaška Semashko Siamashka
    Головченко Галоўчанка Hołowczenko Gołowczenko Golowtschenko Golovčenka Galovčenka Golovchenko Halouchanka
    Турчин Турчын Turczyn Turtschin Turčinas Turchin Turchyn
    Алейник Алейнік Alejnik Aleinik Aleynik
    Рыженков Рыжанкоў Риженков Ryżenkow Ryschenkow Ryženkovas Ryzhenkov Ryzhankou
    Хренин Хрэнін Хренін Chrenin Khrenin Chreninas
    Вольфович Вальфовіч Wolfowicz Wolfowitsch Volfovičius Volfovich Valfovich
    Тертель Тэртэль Tertel Tertelis
    Качанова Кочанова Качанава Kaczanowa Katschanowa Kačanova Kochanova Kachanova
    Эйсмонт Эйсмант Ейсмонт Ejsmont Eismont Eismontas Eysmont Eismant
    Сергеенко Сяргеенка Siergiejenko Sergejenko Sergejenka Sergeyenko Siarheyenka
    Снопков Снапкоў Snopkow Snopkovas Snopkov Snapkou
    Каранкевич Каранкевіч Karankiewicz Karankewitsch Karankevičius Karankevich
    Шуневич Шуневіч Szuniewicz Schunewitsch Šunevičius Shunevich
    Румас Rumas Румаса
    Кобяков Кабякоў Kobiakow Kobjakow Kobiakovas Kobyakov Kabiakou
    Мясникович Мясніковіч Miasnikowicz Mjasnikowitsch Miasnikovičius Myasnikovich Miasnikovich
    Тихановская Ціханоўская Тихановська Cichanouska Cichanouskiej Tichanowskaja Tichanovskaja Cichanouskaja Tsikhanouskaya Tikhanovskaya Tsichanouskaja
    Латушко Латушка Łatuszka Latuschko Latuška Latushko Latushka Latuschka
    Бабарико Бабарыка Babaryka Babariko Babarika
    Колесникова Калеснікава Kalesnikawa Kolesnikowa Kolesnikawa Kalesnikava Kolesnikova
    Цепкало Цапкала Cepkało Zepkalo Cepkalo Tsepkalo Tsapkala
    Протасевич Пратасевіч Pratasiewicz Protasiewicz Protassewitsch Pratassewitsch Pratasevičius Pratasevich Protasevich
    Статкевич Статкевіч Statkiewicz Statkewitsch Statkevičius Statkevich
    Беляцкий Бяляцкі Біляцький Bialacki Bjaljazki Beliackis Bialiatski Byalyatski Bialiacki
    Почобут Пачобут Poczobut Potschobut Počobutas Pachobut Poczobuta
    Борисевич Барысевіч Borysewicz Borysiewicz Borisevičius Borisevich Barysevich
    """

  static let foreigners = """
    Путин Пуцін Путін Putin Putinas
    Мезенцев Мезенцаў Miezencew Mesenzew Mezencevas Mezentsev Mezentsau
    Рапота Рапоты Rapota Rapotas
    Мишустин Мішусцін Мішустін Miszustin Mischustin Mišustinas Mishustin
    Лавров Лаўроў Ławrow Lawrow Lavrovas Lavrov Lawrov
    Песков Пяскоў Пєсков Pieskow Peskow Peskovas Peskov
    Шойгу Szojgu Schoigu Šoigu Shoigu Shoygu
    Белоусов Белавусаў Бєлоусов Biełousow Beloussow Belousovas Belousov
    Герасимов Герасімаў Gierasimow Gerassimow Gerasimovas Gerasimov
    Пригожин Прыгожын Prigożyn Prigoschin Prigožinas Prigozhin Prigozhyn
    Медведев Мядзведзеў Медведєв Miedwiediew Medwedew Medvedevas Medvedev Medwedjew
    Ельцин Ельцын Єльцин Jelcyn Jelzin Jelcinas Yeltsin
    Горбачев Гарбачоў Горбачов Gorbaczow Gorbatschow Gorbačiovas Gorbachev
    Матвиенко Мацвіенка Матвієнко Matwijenko Matwiejenko Matvijenko Matviyenko Matvienko
    Володин Валодзін Володін Wołodin Wolodin Volodinas Volodin
    Грызлов Грызлоў Гризлов Gryzłow Gryslow Gryzlovas Gryzlov
    Набиуллина Набіуліна Набіулліна Nabiullina Nabiulina
    Решетников Рэшатнікаў Решетніков Reszetnikow Reschetnikow Rešetnikovas Reshetnikov
    Силуанов Сілуанаў Силуанов Siłuanow Siluanow Siluanovas Siluanov
    Лихачев Ліхачоў Лихачов Lichaczow Lichatschow Lichačiovas Likhachev Likhachov
    Патрушев Патрушаў Patruszew Patruschew Patruševas Patrushev
    Захарова Захарава Zacharowa Sacharowa Zacharova Zakharova
    Навальный Навальны Навальний Nawalny Navalnas Navalny Navalnyj
    Зеленский Зяленскі Зеленський Zełenski Zełenskiego Selenskyj Selenskij Zelenskis Zelensky Zelenskyy Zelenskiy
    Токаев Такаеў Токаєв Tokajew Tokajewas Tokajevas Tokayev
    Пашинян Пашынян Пашинян Paszinian Paschinjan Pašinianas Pashinyan Pashinian
    Алиев Аліеў Алієв Alijew Alijevas Aliyev Aliev
    Назарбаев Назарбаеў Назарбаєв Nazarbajew Nasarbajew Nazarbajevas Nazarbayev
    Науседа Наўседа Nausėda Nauseda Nausedos
    Ландсбергис Ландсбергіс Landsbergis
    Сикорский Сікорскі Сікорський Sikorski Sikorskis
    Моравецкий Маравецкі Моравецький Morawiecki Moravieckis Morawiecki
    Эрдоган Эрдаган Ердоган Erdoğan Erdogan Erdoganas
    """
}
