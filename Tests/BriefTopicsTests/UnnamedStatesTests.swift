import BriefModel
import BriefTopics
import Testing

/// Texts that name neither state, or only one of them.
struct UnnamedStatesTests {
  private func topics(_ text: String) throws -> [String] {
    try SharedCatalogue.matcher.explanations(title: nil, text: text)
      .filter { $0.verdict == .tagged }.map(\.topic.rawValue)
  }

  @Test(arguments: [
    (
      "Insurers of both countries are to recognise each other's licences in 2025.",
      "financial-market"
    ),
    ("Министры двух стран согласовали балансы поставок молока.", "agrarian-policy"),
    ("Стаж, набыты ў Расіі, саюзнікі будуць залічваць для пенсіі.", "social-labour"),
    ("Обидві країни зводять бухгалтерську звітність підприємств до одного зразка.", "accounting"),
    ("Oba państwa uzgodniły nadzór nad ubezpieczycielami.", "financial-market"),
    ("Beide Länder wollen Geldwäsche gemeinsam verfolgen.", "anti-money-laundering"),
    ("Abi šalys derins finansinės atskaitomybės taisykles.", "accounting"),
    ("Взаимное признание виз опять отложено, туроператоры ждут.", "tourism"),
  ]) func `two countries and the programmes' own words stand for both states`(
    text: String, topic: String
  ) throws {
    #expect(try topics(text).contains(topic))
  }

  @Test(arguments: [
    "Insurers of both countries, France and Italy, are to recognise each other's licences.",
    "Министры двух стран, Турции и Сербии, согласовали балансы поставок молока.",
    "Oba państwa, Czechy i Słowacja, uzgodniły nadzór nad ubezpieczycielami.",
    "Beide Länder, Österreich und die Schweiz, wollen Geldwäsche gemeinsam verfolgen.",
    "The African Union wants one electricity market; Russia lends for it, Belarus sells tractors.",
  ]) func `two other countries and other unions have no topic`(text: String) throws {
    #expect(try topics(text) == [])
  }

  @Test(arguments: [
    ("Belarus liczy na gaz z Rosji, natomiast terminu nie ma.", "implications-nato"),
    ("Мінськ і Москва замінять десять вузлів двигуна.", "education-diplomas"),
    ("Minsk i Moskwa strzegą wspólnej granicy.", "zapad-exercises"),
    ("Fünf Stunden sprachen Minsk und Moskau.", "loans-debt"),
    ("Minsk and Moscow link the payment terminals of their banks.", "transit-ports"),
  ]) func `the beginning of another word is no evidence`(text: String, topic: String) throws {
    #expect(try !topics(text).contains(topic))
  }
}
