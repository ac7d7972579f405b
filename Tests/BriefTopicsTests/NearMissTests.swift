import BriefModel
import BriefTopics
import Testing

/// Texts that name both states, or the field's own words, and speak of something else.
struct NearMissTests {
  private func topics(_ text: String) throws -> [String] {
    try SharedCatalogue.matcher.explanations(title: nil, text: text)
      .filter { $0.verdict == .tagged }.map(\.topic.rawValue)
  }

  @Test(arguments: [
    "A museum in Vitebsk shows how Russia, Ukraine, Belarus and Transcaucasia made a union state.",
    "Музей в Полоцке: Россия, Украина, Белоруссия и Закавказье создали союзное государство.",
    "Muzeum pokazuje traktat z 1922 r.: Rosja, Ukraina i Białoruś utworzyły państwo związkowe.",
    "Виставка до століття: Росія, Україна, Білорусь і Закавказзя стали союзною державою.",
    "1922 m. Rusija, Ukraina ir Baltarusija sukūrė sąjunginę valstybę, rodo muziejus.",
  ])
  func `the union of 1922 is not the union state`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "The contact group met in Minsk; Russia and Ukraine spoke of a ceasefire on the border.",
    "Контактная группа обсудила в Минске режим тишины: Россия и Украина разводят войска.",
    "Grupa kontaktowa zebrała się w Mińsku, Rosja i Ukraina spierają się o granicę.",
    "Die Kontaktgruppe tagte in Minsk, Russland und die Ukraine streiten über die Grenze.",
  ])
  func `talks on Donbas in Minsk are no effect on Ukraine`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Российские магазины обязаны сканировать маркировку, система прослеживаемости растёт.",
    "В Москве оштрафовали торговца: коды маркировки он не проверял на прослеживаемость.",
  ])
  func `rules of Russia alone are none of the union`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Вучэнні МНС у Гродзенскай вобласці: ратавальнікі адпрацавалі разліў нафты са Смаленскам.",
    "Die Feuerwehr von Gomel hielt mit Helfern aus Brjansk eine Übung ab, Manöver im Wald.",
    "Strażacy z Grodna i Smoleńska ćwiczyli, w lesie obowiązuje zakaz wstępu.",
  ])
  func `exercises of the fire service are no manoeuvres`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Съезд Евразийского союза кинологов: Россия и Белоруссия приняли единый стандарт породы.",
    "The Eurasian union of grooms held its ball in Moscow with guests from Minsk.",
    "A start-up from Minsk that makes payment terminals was bought by a Russian fund.",
    "Минский тракторный завод покажет в Уфе новый минитрактор.",
    "Archaeologists from Minsk and Moscow found a common currency of the tenth century.",
    "В Бресте сняли сериал, российский канал покажет его к маю.",
    "Прогноз погоды: в Минске и Москве снег, железная дорога назначит рейсы.",
  ])
  func `clubs, companies, finds, films and weather have no topic`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Київ і Варшава узгодять спільний ринок електроенергії; від Росії та Білорусі відокремилися.",
    "Київ домовився про спільний ринок газу; Росія та Білорусь у ньому участі не беруть.",
  ])
  func `a market that both states are cut off from is not theirs`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Россия и Казахстан подписали соглашение о взаимном признании виз. Минск изучает опыт.",
    "Rosja i Kazachstan wprowadzą zasady roamingu. Białoruscy operatorzy czekają.",
    "Russland und Kasachstan heben die Roaminggebühren auf, Belarus sieht zu.",
    "Минск и Пекин подписали договор о гарантиях инвестиций. Москва узнала из газет.",
    "Турция и Россия согласовали единый тариф на газ. Белорусский маршрут не упомянут.",
  ])
  func `what one of both states agrees with a third is not the union's`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Еўрасаюз падоўжыў роўмінг без даплат; беларускія і расійскія сімкі застануцца дарагімі.",
    "Belarus and the European Union signed a visa facilitation deal; migrants will be returned.",
    "Болгарія переходить на євро, єдину валюту; туристам із Білорусі та Росії радять поспішати.",
    "Российский союз промышленников пишет о промышленной политике, гости будут из Минска.",
    "Прафсаюз падпісаў калектыўны дагавор на мінскім заводзе, расійскія калегі павіншавалі.",
    "Minsk's Bolshoi Theatre plays Wagner with a Moscow conductor.",
  ])
  func `matters of the European Union, of business and of the stage are not the union's`(
    text: String
  ) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    "Цирк из Минска везёт в Сочи медведей. Ветеринары выдали справки.",
    "В Гомеле открыли памятник, приехали из Брянска. Союз ветеранов просит школьников убирать.",
    "A court in Minsk sentenced a Russian tourist to fifteen days.",
    "У Магілёве судзяць махляра, які прадаваў расіянам квіткі.",
    "Russia's central bank cut its key rate on Friday; prices in Minsk hardly moved.",
  ])
  func `a circus, a monument, a court case and a rate of one bank have no topic`(
    text: String
  ) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    ("Kaune veikia baltarusių mokykla, stojama lietuviškai.", "implications-baltics"),
    ("Decyzja o zamknięciu przejść z Białorusią nie zapadła.", "zapad-exercises"),
    ("Белоруссия и Россия: в Минске наступил режим ожидания.", "regime-political-prisoners"),
    ("Лукашенко и Путин встретились, кредитовать завод будет банк.", "loans-debt"),
    ("Belarus and Russia share taxes and customs on returned goods.", "consumer-protection"),
    ("Belarus and Russia gave a launcher a former airfield.", "air-defence-training"),
    ("Белорусам и россиянам обещают продовольствие.", "agrarian-policy"),
    ("Росстат и Белстат назвали статистику: Минск и Москва дорожают.", "macro-policy"),
  ])
  func `words of passing have not the topic that they also belong to`(
    text: String, topic: String
  ) throws {
    #expect(try !topics(text).contains(topic))
  }
}
