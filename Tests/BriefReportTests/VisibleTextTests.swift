import BriefModel
import Testing

@testable import BriefReport

struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("Łukasz, Менск", "Łukasz, Менск"),
    ("\u{1b}[31mred\u{1b}[0m", "<U+001B>[31mred<U+001B>[0m"),
    ("a\u{202e}b", "a<U+202E>b"), ("a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>"),
    ("a\u{9b}31m", "a<U+009B>31m"), ("a\u{feff}b", "a<U+FEFF>b"), ("a\u{7f}", "a<U+007F>"),
    ("a\u{e0041}b", "a<U+E0041>b"), ("a\u{200f}b", "a<U+200F>b"), ("a\u{61c}b", "a<U+061C>b"),
    ("a\tb\r\nc", "a b  c"), ("a\u{2028}b\u{85}c", "a b c"),
  ])
  func `what could move the cursor or turn words around is shown by its number`(
    _ text: String, _ shown: String
  ) {
    #expect(VisibleText.line(text) == shown)
  }

  @Test func `lines stay lines where lines are wanted`() {
    #expect(VisibleText.lines("a\nb\u{1b}c") == "a\nb<U+001B>c")
  }

  @Test(arguments: [
    ("Łukaszenka – “ja”…", "Lukaszenka - \"ja\"..."), ("Минск", "?????"), ("größer", "grosser"),
    ("Ąžuolas → x", "Azuolas -> x"),
  ])
  func `a screen that knows ASCII only is sent nothing else`(_ text: String, _ plain: String) {
    #expect(PlainLetters.ascii(text) == plain)
  }
}

struct LayoutTests {
  @Test func `no line is longer than the screen`() {
    let text = String(repeating: "Words of some length, и русские слова. ", count: 20)
    for columns in [20, 40, 80] {
      let lines = Wrapping.lines(text, columns: columns, first: "  ", rest: "    ")
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
      #expect(
        lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
    }
  }

  @Test(arguments: [("abc", 3), ("Минск", 5), ("e\u{301}", 1), ("漢字", 4), ("🙂", 2)])
  func `columns are counted as a terminal does`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  private static let ages: [(Int64, String)] = [
    (0, "now"), (59, "59 seconds ago"), (10_800, "3 hours ago"), (1_123_200, "13 days ago"),
    (1_296_000, "2 weeks ago"), (-259_200, "in 3 days"), (69_120_000, "2 years ago"),
  ]

  @Test(arguments: ages)
  func `ages are said as people say them`(_ seconds: Int64, _ words: String) {
    let now = Timestamp(seconds: 1_700_000_000)
    #expect(Ages.relative(now.advanced(by: -seconds), now: now) == words)
  }

  @Test func `marks say what colour says`() {
    let difference = Difference(
      class: .date, field: .text, before: "2023", after: "2024", offset: 0,
      contextBefore: "by 1 December", contextAfter: ", the ministers said")
    let plain = TextStyle(layout: .screen(columns: 80), now: Timestamp(seconds: 0))
    #expect(
      DiffText.marked(difference, style: plain)
        == "by 1 December [-2023-]{+2024+}, the ministers said")
    var coloured = plain
    coloured.hasColour = true
    let text = DiffText.marked(difference, style: coloured)
    #expect(text.contains("[-2023-]") && text.contains("{+2024+}") && text.contains("\u{1b}[31m"))
  }

  @Test func `a heading stands before each day and a mark before each change`() {
    let reference = PublicationReference(
      id: PublicationID(firstHalfOf: .zero), source: SourceID("s"), title: "T\u{1b}", link: nil)
    let change = Change(
      revision: Revision(1), ordinal: 0, time: Timestamp(seconds: 1_700_000_000), kind: .added,
      publication: reference, version: 1, isSilent: nil, differences: [], topics: [])
    let screen = TextStyle(layout: .screen(columns: 80), now: change.time)
    #expect(
      ChangesText.lines([change], style: screen) == [
        "Tuesday 14 November 2023", "  22:13 + new       T<U+001B>",
        "                    s · 0000000000",
      ])
    let lines = TextStyle(layout: .lines, now: change.time)
    #expect(
      ChangesText.lines([change], style: lines) == [
        "2023-11-14T22:13:20Z\tadded\ts\t00000000000000000000000000000000\t1\t-\t-\tT<U+001B>"
      ])
  }
}
