import BriefModel
import Testing

@testable import BriefExtraction

/// A page that is sent in an article's place is known, and an article about such things is none of
/// them.
struct NoArticleTests {
  static let long = Array(
    repeating: "The two governments signed the programme in Minsk.", count: 40
  )
  .joined(separator: " ")

  static func page(_ title: String?, _ text: String) -> Page {
    var page = Page()
    page.title = title
    page.body = Body(text: text)
    return page
  }

  @Test(arguments: [
    ("Just a moment...", "Checking your browser before accessing the site."),
    ("Attention Required! | Cloudflare", "Please complete the captcha."),
    ("Access denied", "You do not have permission."),
    ("Page not found – Institute", long),
    ("404 - Institute of the East", long),
    ("404", "Nothing here."),
    ("Institute | Page not found", "It does not exist or was moved."),
    ("Страница не найдена", "Вернитесь на главную."),
    ("Сторінку не знайдено", "Поверніться на головну."),
    ("Старонка не знойдзена", "Вярніцеся."),
    ("Nie znaleziono strony", "Wróć do strony głównej."),
    ("Seite nicht gefunden", "Zur Startseite."),
    ("Puslapis nerastas", "Grįžkite į pradžią."),
    ("We value your privacy", "We and our 843 partners store cookies."),
    ("Institute", "Checking your browser before accessing the site. Please wait."),
    ("Under maintenance", "We will be back soon."),
    ("Log in | Inst", "Please log in to read this article. Subscribers have access to all briefs."),
    ("Institute", "Please sign in to read this article."),
    ("Zaloguj się", "Aby przeczytać cały artykuł, zaloguj się na swoje konto."),
    ("Вход на сайт", "Чтобы читать материалы полностью, войдите или зарегистрируйтесь."),
    ("Вход", "Имя и пароль."),
    ("Anmelden – Institut", "Bitte melden Sie sich an."),
    ("Welcome to our new website", "We have launched a new website. Use the search."),
    ("Witamy na naszej nowej stronie", "Użyj wyszukiwarki."),
    (nil, "Enable JavaScript and cookies to continue"),
  ])
  func `a page in an article's place is none`(title: String?, text: String) {
    let reason = NoArticle.reason(of: Self.page(title, text), announced: ["Gas in December"])
    #expect(reason != nil)
  }

  @Test(arguments: [
    ("Access denied: how Minsk shuts out observers", long),
    ("Gas in December", long),
    ("Gas in December", "A short notice on gas."),
    ("404 schools were closed in a year", long),
    ("Forbidden zones of the border", long),
    ("Consent of the parliament to the budget", long),
    ("Not found guilty: a court in Vilnius", long),
    ("Coming soon: the single gas market", long),
    ("Вход Литвы в зону евро", "Короткая заметка о валюте."),
    ("Login data of ministers were sold", "A short notice on a theft."),
    ("Anmeldung der Kandidaten beginnt", "Eine kurze Nachricht."),
    ("Welcome to our new website", long),
  ])
  func `an article is one whatever it is about`(title: String, text: String) {
    #expect(NoArticle.reason(of: Self.page(title, text), announced: []) == nil)
  }

  @Test func `a page of the title that was announced is the article`() {
    let page = Self.page("Access denied – Institute", "A short brief on the border.")
    #expect(NoArticle.reason(of: page, announced: ["Access denied"]) == nil)
    #expect(NoArticle.reason(of: page, announced: ["Gas"]) != nil)
  }
}
