import BriefExtraction
import BriefModel
import BriefParsing
import BriefStore
import BriefTopics
import Foundation

/// What the steps make of texts. Two builds that print the same do the same.
struct Dump {
  let texts: String

  func run() throws {
    let texts = String(decoding: try Data(contentsOf: URL(filePath: texts)), as: UTF8.self)
      .split(separator: "\u{0C}")
    let matcher = TopicMatcher(try TopicCatalogue.shipped())
    let published = CalendarDate(year: 2024, month: 5, day: 6)
    for (number, part) in texts.enumerated() {
      let text = String(part)
      // A title as long as a title, to be read in its own way.
      let title = String(text.prefix { $0 != "\n" }.prefix(120))
      let topics = matcher.explanations(title: title, text: text)
      print(number, "topics", topics)
      let some = matcher.explanations(title: nil, text: text, withVoided: false)
      print(number, "some", some)
      for language in [nil, "en", "ru", "pl", "be", "uk", "de", "lt", "xx"] as [String?] {
        for date in [published, nil] {
          let claims = ClaimFinder().claims(
            title: title, text: text, published: date, language: language, topics: topics)
          print(number, language ?? "?", date == nil ? "undated" : "dated", claims)
        }
        let figures = FigureFinder().figures(
          title: title, text: text, language: language, topics: topics)
        print(number, language ?? "?", figures)
      }
      print(number, "language", LanguageGuess.language(of: text) ?? "-", Stages.language(text))
      print(number, "fold", SearchFold.indexed(text))
      print(number, "words", SearchFold.words(text).map { "\($0.stem)@\($0.range)" })
      print(number, "comparable", ContentNormalisation.comparable(text))
      let content = Content(
        title: title, authors: [String(title.prefix(20))],
        body: Body(sections: [Section(heading: nil, text: text)]))
      print(number, Fingerprint.version(content).hexadecimal, ContentCodec.encode(content).count)
    }
  }
}
