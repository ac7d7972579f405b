/// Nouns and adjectives that often begin a sentence of a brief, by how they begin in the seven
/// languages: a capital there, or in German, makes no name of them.
enum CommonWords {
  static func contains(_ word: String) -> Bool {
    stems.fit(word) || adjectiveEndings.fit(word)
  }

  /// Of adjectives that are no surnames.
  private static let adjectiveEndings = WordEndings(
    """
    ный ная ное ные ного ной вый вое вые тый тое тые пный жный шний нний дний чный льный ённый
    ний нє ні ньої вий
    ны ныя ная нае
    czny lny żny wny zny rny iony czna lna czne lne czego lnego szy ższy
    inis inė iniai inių
    """)

  private static let stems = WordBeginnings(
    """
    govern agree treat contract compan firm talk negotiat parliam minister official authorit
    analyst expert trader border price export import trade econom sanction opposit state countr
    army force court document draft law report paper plan program project deal market bank tax dut
    loan credit growth rise fall increas decreas decision meeting summit session member participant
    side part partner relation cooperat integrat support protest election vote citizen resident
    people student worker refugee migrant troop soldier weapon missile exercis manoeuv train
    deliver suppl product compani budget debt currenc inflat gas oil energ power electric pipeline
    transit good product правительств соглашени договор контракт компани фирм переговор парламент
    министр чиновник власт аналитик эксперт торгов границ цен экспорт импорт экономик санкци
    оппозици государств стран арми суд документ проект закон доклад отчёт отчет план программ сделк
    рынок рынк банк налог пошлин кредит заём займ рост падени увеличени снижени решени встреч
    саммит заседани член участник сторон часть партнёр партнер отношени сотрудничеств интеграци
    поддержк протест выбор голосовани граждан жител люди студент рабоч беженц мигрант войск солдат
    оружи ракет учени манёвр поставк продукт бюджет долг валют инфляци газ нефть нефт энерг
    трубопровод транзит товар порядк крупн больш нов главн недавн основн подобн друг нынешн прежн
    rząd umow porozumien kontrakt spółk firm rozmow negocjac parlament minist urzędni władz anality
    ekspert handel granic cen eksport import gospodark sankcj opozycj państw kraj armi sąd dokument
    projekt ustaw raport plan program transakcj rynek rynk bank podatek podatk cło kredyt wzrost
    spadek spadk decyzj spotkan szczyt posiedzen człon uczestni stron część partner stosun
    współprac integracj wsparci protest wybor głosowan obywatel mieszka ludzi student robotni
    uchodź migran wojsk żołnier broń rakiet ćwicze manewr dostaw produk budżet dług walut inflacj
    gaz rop energi rurociąg tranzyt towar duż wielk mał now główn najważ niedaw ostatn урад
    пагаднен дамов кантракт кампані фірм перамов парламент міністр чыноўні улад аналітык эксперт
    гандл гандал мяж цан цэн экспарт імпарт эканомік санкцы апазіцы дзяржав краін арм суд дакумент
    праект закон даклад план праграм здзелк рынак рынк банк падат мыт крэдыт рост падзенн рашэнн
    сустрэч саміт пасяджэнн член удзельні бок частк партнёр адносін супрацоўн інтэграц падтрымк
    пратэст выбар галасаван грамадзян жыхар людз студэнт рабоч бежан мігрант войск зброя ракет
    вучэнн пастаўк прадук бюджэт доўг валют інфляц газ нафт энерг транзіт тавар буйн вялік нов
    галоўн асноўн уряд угод договір договор контракт компані фірм переговор перемовин парламент
    міністр урядов влад аналітик експерт торгівл кордон цін експорт імпорт економік санкці опозиці
    держав країн армі суд документ проєкт проект закон доповід звіт план програм ринок ринк банк
    подат мит кредит зростан падін рішен зустріч саміт засідан член учасни сторон частин партнер
    відносин співпрац інтеграц підтримк протест вибор голосуван громадян мешкан людин люди студент
    робітни біжен мігрант військ зброя ракет навчан постав продук бюджет борг валют інфляц газ нафт
    енерг транзит товар велик потужн нов головн основн regierung regirung abkomm übereinkomm
    vertrag verträg unternehm firma firmen gespräch verhandl parlament minister beamt behörd
    analyst expert händler handel grenz preis export import wirtschaft sanktion opposition staat
    land länder armee gericht dokument entwurf gesetz bericht plan pläne programm projekt geschäft
    markt märkt bank steuer zoll zölle kredit wachstum anstieg rückgang entscheid treffen gipfel
    sitzung mitglied teilnehm seite teil partner bezieh zusammen kooperation unterstütz protest
    wahl abstimm bürger einwohn mensch student arbeit flüchtling migrant truppe soldat waffe rakete
    übung manöver liefer produkt haushalt schuld währung inflation gas öl energie pipeline transit
    ware ergebnis frage problem lösung maßnahm folge grund ziel rolle druck vyriausyb sutart
    susitarim bendrov įmon firm deryb parlament ministr pareigūn valdž analitik ekspert prekyb sien
    kain eksport import ekonomik sankcij opozicij valstyb šali kariuomen teism dokument projekt
    įstatym ataskait plan program sandor rink bank mokes muit kredit paskol augim kritim sprendim
    susitikim posėd nar dalyv pus dal partner santyk bendradarb integracij param protest rinkim
    balsavim piliet gyventoj žmon student darbinink pabėgėl migrant kari ginkl raket pratyb manevr
    tiekim produk biudžet skol valiut infliacij duj naft energij tranzit prek didel stamb pagrind
    svarb nauj nepais nežiūr
    """
  )
}
