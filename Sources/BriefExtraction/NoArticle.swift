import BriefModel

/// Pages that a server sends in an article's place with the status of success: a bot check, "not found",
/// maintenance, a wall of consent, a form to log in, a welcome to a new website.
package enum NoArticle {
  /// Why the page is none, for people; `nil` when it may be one.
  ///
  /// - Parameter announced: titles that the article is known by. A page of that title is the article,
  ///   whatever its words.
  package static func reason(of page: Page, announced: [String]) -> String? {
    let title = (page.title ?? "").folded
    if !title.isEmpty, announced.contains(where: { isSame($0.folded, title) }) { return nil }
    let text = page.body.text.folded
    let words = text.isEmpty ? 0 : text.utf8.count { $0 == 0x20 } + 1
    let heads = [page.title, page.body.sections.first?.heading].compactMap(\.self)
    let isShort = words <= shortText
    for (kind, phrases) in signatures {
      let isTitled = heads.contains { head in
        isShort
          ? begins(head, phrases) : kind.isPlainFromTitle && names(head, phrases)
      }
      let isNamed =
        isShort
        && heads.contains { head in Self.parts(of: head).first.map(logins.contains) ?? false }
      let isSaid = words <= briefText && phrases.contains { begins(text, with: $0) }
      if isTitled || isSaid || kind == .login && isNamed {
        return sentence(kind, head: heads.first)
      }
    }
    return nil
  }

  /// Words of a text that explains why there is no article; a page that is titled like one and says
  /// more may be about it ("Access denied: how Minsk shuts out observers").
  private static let shortText = 120
  /// Words of a text that says so without a title.
  private static let briefText = 60
  /// Words that may follow in a title beside such a text ("Not found on this server").
  private static let tail = 6

  private enum Kind {
    case check, notFound, maintenance, consent, login, newSite

    /// A long page may be titled so only when it is none: such pages often list the site's news.
    var isPlainFromTitle: Bool { self == .check || self == .notFound }
  }

  private static func sentence(_ kind: Kind, head: String?) -> String {
    let what =
      switch kind {
      case .check: "a check of who asks"
      case .notFound: "a page that says that nothing was found"
      case .maintenance: "a notice of maintenance"
      case .consent: "a page that asks for consent"
      case .login: "a form to log in"
      case .newSite: "a welcome to a new website"
      }
    return
      "The server sends \(what) in the article's place\(head.map { " (\"\($0.prefix(60))\")" } ?? "")."
  }

  /// One title is the other, or the other with the name of the site.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || !one.isEmpty && (begins(other, with: one) || begins(one, with: other))
  }

  /// Whether the title is one of the phrases, beside the site's name. What follows a colon is more
  /// than a name.
  private static func names(_ title: String, _ phrases: [String]) -> Bool {
    guard !title.contains(":") else { return false }
    let parts = parts(of: title)
    let rest = parts.dropFirst().joined(separator: " ").split(separator: " ").count
    return rest <= tail && parts.prefix(2).contains(where: phrases.contains)
  }

  /// Whether a part of the title begins with one of the phrases, or is one that is a number alone.
  private static func begins(_ title: String, _ phrases: [String]) -> Bool {
    parts(of: title).prefix(2).contains { part in
      phrases.contains { phrase in
        part == phrase
          || phrase.utf8.contains { $0 > 0x39 } && begins(part, with: phrase)
            && part.dropFirst(phrase.count).split(separator: " ").count <= tail
      }
    }
  }

  /// What stands between the marks of division in a title.
  private static func parts(of title: String) -> [String] {
    title.replacing(" - ", with: "|").split { "|–—·»«:•".contains($0) }
      .map { String($0).folded }.filter { !$0.isEmpty }
  }

  private static func begins(_ text: String, with phrase: String) -> Bool {
    text.hasPrefix(phrase)
      && (text.utf8.count == phrase.utf8.count || text.dropFirst(phrase.count).hasPrefix(" "))
  }

  /// Titles that name a form to log in by themselves, and an article together with other words ("Вход
  /// Литвы в зону евро"). Folded.
  private static let logins: Set<String> = [
    "log in", "login", "log on", "logon", "sign in", "signin", "subscriber login", "member login",
    "members area", "sign in or register", "log in or register", "вход", "войти", "авторизация",
    "вход в систему", "вход или регистрация", "личный кабинет", "вхід", "увійти", "авторизація",
    "уваход", "увайсці", "аўтарызацыя", "logowanie", "zaloguj", "zaloguj się",
    "panel logowania", "anmelden", "anmeldung", "einloggen", "login bereich", "prisijungimas",
    "prisijungti",
  ]

  /// Folded: lower case, words alone.
  private static let signatures: [(Kind, [String])] = [
    (
      .check,
      [
        "just a moment", "attention required", "access denied", "access forbidden", "forbidden",
        "403 forbidden", "403", "access to this page has been denied", "are you a robot",
        "are you human", "i am not a robot", "verify you are human", "verifying you are human",
        "verify you are a human", "please verify", "checking your browser", "security check",
        "ddos guard", "ddos protection", "one moment please", "one more step", "robot check",
        "pardon our interruption", "please enable cookies", "please enable javascript", "captcha",
        "you need to enable javascript", "enable javascript and cookies to continue",
        "request unsuccessful", "request blocked", "too many requests", "you have been blocked",
        "sorry you have been blocked", "unusual traffic",
        "проверка браузера", "проверка безопасности", "вы не робот", "подтвердите что вы не робот",
        "доступ запрещен", "доступ запрещён", "доступ ограничен", "в доступе отказано",
        "доступ заборонено", "доступ обмежено", "перевірка браузера", "підтвердіть що ви не робот",
        "доступ забаронены", "праверка браўзера", "пацвердзіце што вы не робат",
        "odmowa dostępu", "dostęp zabroniony", "brak dostępu", "czy jesteś robotem",
        "potwierdź że nie jesteś robotem", "sprawdzanie przeglądarki",
        "zugriff verweigert", "zugriff nicht gestattet", "sind sie ein mensch",
        "sind sie ein roboter", "sicherheitsprüfung", "überprüfung ihres browsers",
        "prieiga uždrausta", "prieiga draudžiama", "ar jūs robotas", "saugumo patikra",
        "patvirtinkite kad nesate robotas",
      ]
    ),
    (
      .notFound,
      [
        "404", "error 404", "404 error", "404 not found", "not found", "page not found",
        "404 page not found", "article not found", "file not found", "content not found",
        "page does not exist", "this page does not exist", "the page you requested",
        "the page you are looking for", "page unavailable", "this page is unavailable",
        "page cannot be found", "the page cannot be found", "sorry this page", "nothing found",
        "oops", "410 gone",
        "страница не найдена", "страница не существует", "страницы не существует",
        "запрашиваемая страница не найдена", "такой страницы нет", "ничего не найдено",
        "материал не найден", "ошибка 404", "404 страница не найдена",
        "сторінку не знайдено", "сторінка не знайдена", "сторінка не існує", "сторінки не існує",
        "помилка 404", "нічого не знайдено",
        "старонка не знойдзена", "старонкі не існуе", "старонка не існуе", "памылка 404",
        "нічога не знойдзена",
        "nie znaleziono strony", "nie znaleziono", "strony nie znaleziono", "strona nie istnieje",
        "strona nie została znaleziona", "taka strona nie istnieje", "błąd 404",
        "szukana strona nie istnieje",
        "seite nicht gefunden", "seite wurde nicht gefunden", "die seite wurde nicht gefunden",
        "nicht gefunden", "diese seite existiert nicht", "fehler 404",
        "puslapis nerastas", "puslapis neegzistuoja", "toks puslapis neegzistuoja", "nerasta",
        "klaida 404",
      ]
    ),
    (
      .maintenance,
      [
        "under maintenance", "site under maintenance", "scheduled maintenance", "maintenance mode",
        "down for maintenance", "temporarily unavailable", "service unavailable",
        "service temporarily unavailable", "503 service unavailable", "bad gateway",
        "502 bad gateway", "504 gateway timeout", "internal server error",
        "500 internal server error", "account suspended", "database error",
        "error establishing a database connection", "coming soon",
        "технические работы", "на сайте ведутся технические работы", "сайт временно недоступен",
        "ведутся технические работы", "технічні роботи", "сайт тимчасово недоступний",
        "тэхнічныя работы", "сайт часова недаступны", "prace techniczne", "przerwa techniczna",
        "prace konserwacyjne", "strona w przebudowie", "strona tymczasowo niedostępna",
        "wartungsarbeiten", "wartungsmodus", "vorübergehend nicht verfügbar",
        "techniniai darbai", "svetainė laikinai neveikia",
      ]
    ),
    (
      .consent,
      [
        "before you continue", "we value your privacy", "your privacy",
        "we care about your privacy",
        "cookie consent", "cookie settings", "cookie policy", "we use cookies", "privacy settings",
        "manage your consent", "consent", "this site uses cookies",
        "мы ценим вашу конфиденциальность", "мы используем файлы cookie", "согласие на обработку",
        "ми цінуємо вашу приватність", "ми використовуємо файли cookie",
        "мы шануем вашу прыватнасць", "мы выкарыстоўваем файлы cookie",
        "cenimy twoją prywatność", "szanujemy twoją prywatność", "dbamy o twoją prywatność",
        "używamy plików cookie", "ustawienia plików cookie", "ta strona używa plików cookie",
        "wir schätzen ihre privatsphäre", "ihre privatsphäre", "datenschutzeinstellungen",
        "bevor sie fortfahren", "wir verwenden cookies", "cookie einstellungen",
        "mes gerbiame jūsų privatumą", "mes vertiname jūsų privatumą", "naudojame slapukus",
        "ši svetainė naudoja slapukus", "slapukų nustatymai",
      ]
    ),
    (
      .login,
      [
        "please log in", "please login", "please sign in", "log in to continue", "log in to read",
        "log in to your account", "sign in to continue", "sign in to read",
        "sign in to your account",
        "you must be logged in", "you need to log in", "you have to log in",
        "this content is for subscribers", "this content is for members", "for subscribers only",
        "вход на сайт", "войдите на сайт", "войдите в аккаунт", "войдите или зарегистрируйтесь",
        "авторизация на сайте", "чтобы читать материалы", "чтобы читать материал",
        "чтобы читать статью", "чтобы прочитать статью", "для просмотра необходимо",
        "материал доступен только", "вхід на сайт", "увійдіть або зареєструйтесь",
        "щоб читати матеріал", "щоб прочитати статтю", "уваход на сайт", "каб чытаць матэрыял",
        "zaloguj się aby", "zaloguj się żeby", "zaloguj się na swoje konto",
        "aby przeczytać cały artykuł", "aby przeczytać ten artykuł", "aby czytać dalej",
        "treść dostępna tylko", "bitte melden sie sich an", "bitte loggen sie sich ein",
        "melden sie sich an um", "jetzt anmelden und", "prisijunkite", "norėdami skaityti",
      ]
    ),
    (
      .newSite,
      [
        "welcome to our new website", "welcome to our new site", "welcome to the new website",
        "our new website is here", "our new website is live", "our website has moved",
        "our site has moved", "this site has moved", "we have moved to a new website",
        "добро пожаловать на наш новый сайт", "добро пожаловать на новый сайт",
        "наш сайт переехал", "сайт переехал", "ласкаво просимо на наш новий сайт",
        "наш сайт переїхав", "сардэчна запрашаем на наш новы сайт", "наш сайт пераехаў",
        "witamy na naszej nowej stronie", "witamy na nowej stronie",
        "nowa strona internetowa już działa",
        "nasza strona została przeniesiona", "willkommen auf unserer neuen website",
        "willkommen auf unserer neuen webseite", "unsere website ist umgezogen",
        "sveiki atvykę į mūsų naują svetainę", "mūsų svetainė persikėlė",
      ]
    ),
  ]
}
