/// Words by which a text beside an article gives itself away, in the languages of the field.
enum BoilerplatePhrases {
  /// Whether the block says something of the site and nothing of the subject.
  static func begins(_ block: PageBlock) -> Bool {
    let folded = String(block.text.prefix(400)).folded
    if block.words <= 30, openings.contains(where: { folded.hasPrefix($0) }) { return true }
    if block.words <= 8, whole.contains(folded) { return true }
    if block.words <= 60, rights.contains(where: folded.holds) { return true }
    if block.words <= 12, credits.contains(where: { folded.hasSuffix($0) }) { return true }
    return isCookieNotice(folded) || (block.words <= 60 && isNewsletter(folded))
  }

  /// "Our newsletter comes every Friday. Unsubscribe at any time."
  private static func isNewsletter(_ folded: String) -> Bool {
    ["newsletter", "briefing", "biuletyn", "рассылк", "розсилк", "naujienlaišk"]
      .contains(where: folded.holds)
      && [
        "subscrib", "abonn", "abmeld", "anmeld", "inbox", "e-mail", "email", "подпис", "підпис",
        "падпі", "zapisz", "subskry", "prenumeruo",
      ].contains(where: folded.holds)
  }

  private static func isCookieNotice(_ folded: String) -> Bool {
    var count = 0
    for word in folded.split(separator: " ") where word.hasPrefix("cookie") || word == "gdpr" {
      count += 1
    }
    return count >= 2
  }

  /// A short block that begins so.
  private static let openings = [
    "read more", "read also", "also read", "see also", "read next", "more on this", "related ",
    "recommended ", "sign up", "subscribe", "follow us", "join us on", "share this",
    "advertisement",
    "click here to", "photo ", "image ", "picture ", "file photo", "getty images",
    "all rights reserved",
    "copyright ", "published ", "updated ", "posted on", "posted by", "last updated",
    "first published",
    "tags ", "filed under", "listen to this", "watch ", "download the app", "leave a comment",
    "lesen sie auch", "mehr zum thema", "auch interessant", "zum thema", "foto ", "bild ", "stand ",
    "czytaj ", "zobacz ", "przeczytaj ", "polecamy", "fot ", "zdjęcie ", "udostępnij", "źródło ",
    "reklama", "anzeige", "newsletter", "читайте ", "смотрите также", "фото ", "подписывайтесь",
    "читайте також", "чытайце ", "skaityk", "taip pat skaitykite", "nuotr", "lire aussi",
    "lire la suite", "à lire", "lea también", "lee también", "te puede interesar", "leggi anche",
    "leia também", "leia mais", "lees ook", "foto:", "les også", "läs också",
    "nachdruck", "przedruk", "kopiowanie",
    "перепечатка", "использование материалов", "при использовании материалов",
    "при перепечатке", "перадрук", "выкарыстанне матэрыялаў",
    "пры выкарыстанні матэрыялаў", "передрук",
    "використання матеріалів", "при використанні матеріалів", "visos teisės", "kopijuoti",
    "be raštiško", "draudžiama",
    "wir verwenden cookies", "we use cookies", "this site uses cookies",
    "мы используем файлы cookie",
    "ми використовуємо файли cookie", "używamy plików cookie", "ta strona używa",
    "naudojame slapukus",
    "pozostało ", "dostęp ", "already a subscriber", "noch kein abo", "weiterlesen mit",
    "jetzt weiterlesen", "чтобы продолжить чтение", "оформите подписку", "оформіть передплату",
    "norėdami skaityti",
  ]

  /// Whose text it is, wherever in a short block.
  static let rights = [
    "all rights reserved", "alle rechte vorbehalten", "wszelkie prawa zastrzeżone",
    "все права защищены", "усе правы абаронены", "усі права захищено", "всі права захищено",
    "visos teisės saugomos", "tous droits réservés",
  ]

  /// Whose picture it is, at the end of its caption.
  private static let credits = [
    " nuotr", " nuotrauka", " /foto", " photo", " foto", " фото", " fot",
  ]

  /// A block that says just this.
  private static let whole: Set<String> = [
    "advert", "ad", "comments", "share", "more", "print", "email", "tweet", "facebook", "twitter",
    "related", "tags", "video", "photos", "gallery", "back to top", "continue reading",
    "read full story",
    "werbung", "publicidad", "publicité", "teilen", "drucken", "kommentare", "komentarze",
    "комментарии",
    "story continues below advertisement", "skip to content", "whatsapp", "telegram", "copy link",
  ]
}
