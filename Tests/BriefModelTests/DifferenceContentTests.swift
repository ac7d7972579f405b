import BriefModel
import Testing

private let brief = Content(
  title: "Belarus and Russia Sign 28 Programmes in 2021", authors: ["Anna Dyner"],
  published: Timestamp(seconds: 1_636_329_600), number: "83/2021",
  body: Body(text: "The programmes were signed on 4 November 2021."),
  enclosures: [Enclosure(url: "https://example.org/83.pdf", type: "application/pdf", length: 900)])

/// What is changed, and the difference that it makes; none where there is none.
private let edits: [(String, @Sendable (inout Content) -> Void, [String])] = [
  (
    "a year in the title", { $0.title = "Belarus and Russia Sign 28 Programmes in 2022" },
    ["date title 2021 → 2022"]
  ),
  (
    "a number in the title", { $0.title = "Belarus and Russia Sign 31 Programmes in 2021" },
    ["number title 28 → 31"]
  ),
  (
    "a name in the title", { $0.title = "Belarus and Ukraine Sign 28 Programmes in 2021" },
    ["name title Russia → Ukraine"]
  ),
  (
    "a negation in the title", { $0.title = "Belarus and Russia Not Sign 28 Programmes in 2021" },
    ["negation title - → Not"]
  ),
  (
    "words in the title", { $0.title = "Belarus and Russia Adopt 28 Programmes in 2021" },
    ["metadata title Sign → Adopt"]
  ),
  ("the title away", { $0.title = nil }, ["metadata title \(brief.title ?? "") → -"]),
  ("white space in the title", { $0.title = " \(brief.title ?? "")\n" }, []),
  ("an author", { $0.authors = ["Anna Dyner", "Jan Nowak"] }, ["metadata authors - → Jan Nowak"]),
  ("another author", { $0.authors = ["Jan Nowak"] }, ["metadata authors Anna Dyner → Jan Nowak"]),
  (
    "the date of publication", { $0.published = Timestamp(seconds: 1_636_416_000) },
    ["metadata published 2021-11-08T00:00:00Z → 2021-11-09T00:00:00Z"]
  ),
  ("the number in the series", { $0.number = "84/2021" }, ["number number 83/2021 → 84/2021"]),
  (
    "the text",
    { $0.body = Body(text: "The programmes were signed on 4 November 2022.") },
    ["date text 2021 → 2022"]
  ),
  ("the text away", { $0.body = nil }, ["removal text \(brief.body?.text ?? "") → -"]),
  (
    "a heading of what was text",
    { $0.body = Body(sections: [Section(heading: brief.body?.text, text: "")]) }, []
  ),
  (
    "another enclosure", { $0.enclosures[0].url = "https://example.org/84.pdf" },
    ["metadata enclosures https://example.org/83.pdf → https://example.org/84.pdf"]
  ),
  (
    "the length of the enclosure", { $0.enclosures[0].length = 901 },
    [
      "metadata enclosures example.org/83.pdf application/pdf 900 bytes → "
        + "example.org/83.pdf application/pdf 901 bytes"
    ]
  ),
  (
    "tracking parameters", { $0.enclosures[0].url += "?utm_source=rss" }, []
  ),
]

@Suite struct DifferenceContentTests {
  @Test(arguments: edits.indices)
  func `each field has its class`(index: Int) {
    let (name, edit, expected) = edits[index]
    var edited = brief
    edit(&edited)
    let found = ContentDiff.differences(from: brief, to: edited)
    let shown = found.map {
      "\($0.class) \($0.field) \($0.before ?? "-") → \($0.after ?? "-")"
    }
    #expect(shown == expected, "\(name)")
    #expect((brief.comparable == edited.comparable) == found.isEmpty, "\(name)")
  }

  @Test func `a text that could not be had is not an empty one`() {
    let found = ContentDiff.differences(from: Content(), to: Content(body: Body(text: "")))
    #expect(
      found == [Difference(class: .metadata, field: .text, before: nil, after: "", offset: 0)])
  }

  @Test func `a link differs in more than scheme and tracking parameters`() {
    let old = "http://example.org/a?utm_source=rss"
    #expect(
      ContentDiff.differences(
        from: brief, to: brief, oldLink: old, newLink: "https://example.org/a") == [])
    #expect(
      ContentDiff.differences(
        from: brief, to: brief, oldLink: old, newLink: "https://example.org/b")
        == [
          Difference(
            class: .metadata, field: .link, before: old, after: "https://example.org/b", offset: 0)
        ])
  }

  @Test func `an edit is silent unless the publisher moved its date or announced a correction`() {
    let differences = TextDiff.differences(from: "In 2021.", to: "In 2022.", field: .text)
    let (before, after) = (Timestamp(seconds: 1), Timestamp(seconds: 2))
    #expect(SilentEdit.isSilent(differences, oldUpdated: nil, newUpdated: nil))
    #expect(SilentEdit.isSilent(differences, oldUpdated: before, newUpdated: before))
    #expect(!SilentEdit.isSilent(differences, oldUpdated: before, newUpdated: after))
    #expect(
      SilentEdit.isSilent(differences, oldUpdated: before, newUpdated: nil),
      "a date of change that is left out announces nothing")
    #expect(!SilentEdit.isSilent([], oldUpdated: before, newUpdated: before))
    #expect(
      !SilentEdit.isSilent(
        differences, oldUpdated: nil, newUpdated: nil, newCorrection: "The year was wrong."))
    #expect(
      SilentEdit.isSilent(
        differences, oldUpdated: nil, newUpdated: nil, oldCorrection: "The year was wrong.",
        newCorrection: "The year was  wrong."))
  }

  @Test func `the context is up to eight words on either side`() {
    let old =
      "One two three four five six seven eight nine in 2021 one two three, four.\n\nFive six."
    let found = TextDiff.differences(
      from: old, to: old.replacing("2021", with: "2022"), field: .text)
    #expect(found.map(\.contextBefore) == ["three four five six seven eight nine in"])
    #expect(found.map(\.contextAfter) == ["one two three, four. Five six."])
  }
}
