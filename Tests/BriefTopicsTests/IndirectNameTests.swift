import BriefModel
import BriefTopics
import Testing

/// Topics that a text names by what they do, not by their name.
struct IndirectNameTests {
  private func topics(_ text: String) throws -> [String] {
    try SharedCatalogue.matcher.explanations(title: nil, text: text)
      .filter { $0.verdict == .tagged }.map(\.topic.rawValue)
  }

  @Test(arguments: [
    ("Полтора миллиарда долларов, обещанные Кремлём, Минск получит осенью.", "loans-debt"),
    ("Грошы за будоўлю Мінск пачне вяртаць Маскве з красавіка.", "loans-debt"),
    ("Ein Kredit aus Moskau über 105 Milliarden Rubel geht an Minsk.", "loans-debt"),
    ("Thousands marched through Minsk, and hundreds were detained.", "regime-political-prisoners"),
    ("Пад Мінскам тысячы людзей застаюцца за кратамі.", "regime-political-prisoners"),
    ("O wspólnej walucie Mińsk i Moskwa nie mówią.", "single-currency"),
    ("Одну денежную единицу Минска и Москвы отложили.", "single-currency"),
    ("A common bench of judges for Minsk and Moscow exists on paper.", "union-court"),
    ("Sąd, który rozstrzygałby spory stron, Mińsk i Moskwa odłożyły.", "union-court"),
    ("Навесні депутати спільних зборів Росії та Білорусі засідатимуть.", "union-parliament"),
    ("Рынок пятёрки Армении, Беларуси, Казахстана и Киргизии не заработал.", "eaeu"),
    ("Экспортёры Минска и Москвы просят открыть счёт без уведомления.", "currency-regulation"),
    ("Коды, которые считывает сканер, станут общими в Минске и Москве.", "goods-labelling"),
    ("The men who marched on Moscow now teach conscripts near Asipovichy.", "wagner"),
    ("Mińsk i Moskwa uznają licencjaty.", "education-diplomas"),
    ("O budżecie Państwa Związkowego rozmawiają Mińsk i Moskwa.", "union-budget"),
    ("У бюджэце Саюзнай дзяржавы грошай няма, кажуць Мінск і Масква.", "union-budget"),
    ("Perteklių elektros Minskas nori parduoti Rusijai.", "electricity-market"),
    ("The share of Russia in the foreign trade of Belarus grows.", "economy"),
  ])
  func `a topic is known by a paraphrase`(text: String, topic: String) throws {
    #expect(try topics(text).contains(topic))
  }

  @Test(arguments: [
    ("Минск и Москва построят реактор за миллион рублей.", "loans-debt"),
    ("В Минск привезли 14 млн тонн из России, срок продлили.", "loans-debt"),
  ])
  func `sums and terms alone are no loan`(text: String, topic: String) throws {
    #expect(try !topics(text).contains(topic))
  }
}
