import BriefModel
import Testing

@testable import BriefTopics

/// Belarusian in the spelling of before 1933.
struct ClassicSpellingTests {
  @Test(arguments: [
    ("расея", "расія"), ("расейскі", "расійскі"), ("бясьпекі", "бяспекі"), ("вучэньні", "вучэнні"),
    ("сьнежня", "снежня"), ("галасаваньне", "галасаванне"), ("судзьдзя", "суддзя"),
    ("парлямэнцкі", "парламенцкі"), ("сыстэма", "сістэма"), ("вяльлі", "вяллі"),
    ("разьвіцьцё", "развіццё"), ("дзьве", "дзве"), ("вільня", "вільня"), ("пасьля", "пасля"),
  ]) func `a word has the letters of the newer spelling`(older: String, newer: String) {
    let letters = ClassicSpelling.newer(Array(older.unicodeScalars))
    #expect(String(String.UnicodeScalarView(letters)) == newer)
  }

  @Test(arguments: [
    ("Дамову з Расеяй падпішуць летам, сказаў міністр.", true),
    ("Канцэпцыю бясьпекі зацьвердзяць у красавіку.", true),
    ("Канцэпцыю бяспекі зацвердзяць у красавіку.", false),
    ("Письмо из Вязьмы пришло в восьмом часу.", false),
    ("Лист надійшов о сьомій, просьба чекати.", false),
    ("Расея", false), ("сь", false), ("", false),
  ]) func `a text is known by a soft sign that is left out elsewhere`(text: String, isIt: Bool) {
    #expect(ClassicSpelling.isWritten(in: Array(text.utf8).span) == isIt)
  }

  @Test(arguments: [
    ("Парлямэнцкі сход Беларусі і Расеі зьбярэцца ў сьнежні ў Менску.", "union-parliament"),
    ("Саюз Беларусі і Расеі атрымае мэдыяхолдынг не пазьней за верасень.", "media-space"),
    ("Канцэпцыю бясьпекі Саюзнай дзяржавы зацьвердзілі ў сьнежні.", "security-concept"),
    (
      "Сумесную сыстэму прасочвальнасьці тавараў Беларусь і Расея запусьцяць летам.", "traceability"
    ),
    (
      "Расея і Беларусь уводзяць агульны рынак электраэнэргіі, сьцьвярджаюць у Менску.",
      "electricity-market"
    ),
    (
      "Расейскія і беларускія дыплёмы прызнаюць без экзамэнаў, сказалі ва ўнівэрсытэце.",
      "education-diplomas"
    ),
  ]) func `topics are found in it, and passages are cut out of the original`(
    text: String, topic: String
  ) throws {
    let found = try SharedCatalogue.matcher.explanations(title: nil, text: text)
      .first { $0.verdict == .tagged && $0.topic.rawValue == topic }
    let mention = try #require(found?.hits.first?.mention)
    let end = mention.offset + mention.length
    let words = String(decoding: Array(text.utf8)[mention.offset..<end], as: UTF8.self)
    #expect(text.contains(words) && mention.length > 6)
  }
}
