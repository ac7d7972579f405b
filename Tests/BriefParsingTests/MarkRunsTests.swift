import BriefModel
import TestSupport
import Testing

@testable import BriefParsing

/// Marks out of their canonical order are sorted whenever a text is composed or compared, in time
/// with the square of their number.
struct MarkRunsTests {
  /// An acute accent and a grave below: out of canonical order when they alternate.
  private static let pair = "\u{0301}\u{0316}"

  private static func marks(_ count: Int) -> String { String(repeating: pair, count: count) }

  /// What a feed may hold `marks` in.
  private static let places: [@Sendable (_ marks: String) -> String] = [
    { "<rss><channel><title>a\($0)</title></channel></rss>" },
    { "<rss><channel><item><title>a\($0)</title></item></channel></rss>" },
    { "<rss><channel><item><description>a\($0)&lt;p>b\($0)</description></item></channel></rss>" },
    { "<rss><channel><item><guid>a\($0)</guid></item></channel></rss>" },
    {
      "<rss><channel><item><author>a\($0)</author><category>b\($0)</category></item></channel></rss>"
    },
    {
      "<rss><channel><item><enclosure url='https://example.org/' type='a\($0)'/></item></channel></rss>"
    },
    {
      #"{"version":"https://jsonfeed.org/version/1.1","title":"a\#($0)","items":[{"id":"a\#($0)","content_text":"a\#($0)"}]}"#
    },
  ]

  /// How marks may be written.
  private static let spellings: [@Sendable (_ marks: String) -> String] = [
    { $0 },
    // What is dropped between marks brings them together.
    { $0.unicodeScalars.map { "\($0)\u{200B}" }.joined() },
    { $0.unicodeScalars.map { "&#\($0.value);" }.joined() },
  ]

  private static func texts(of feed: ParsedFeed) -> [String] {
    let entry = feed.entries.first
    return [feed.title, entry?.title, entry?.id, entry?.summary?.text, entry?.content?.text]
      .compactMap { $0 } + (entry?.authors ?? []) + (entry?.categories ?? [])
      + (entry?.enclosures.compactMap(\.type) ?? [])
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }

  @Test(arguments: places.indices, spellings.indices)
  func `no text of a feed has more marks in a row than the limit`(place: Int, spelling: Int) throws
  {
    let marks = Self.spellings[spelling](Self.marks(100))
    let document = Self.places[place](marks)
    // JSON has no references of this kind: they are text there.
    if document.first == "{", spelling == 2 { return }
    let feed = try parse(document)
    let texts = Self.texts(of: feed).filter { Self.longestRun(in: $0) > 0 }
    #expect(!texts.isEmpty)
    for text in texts { #expect((20...MarkRuns.limit).contains(Self.longestRun(in: text))) }
  }

  @Test func `marks spelled out in JSON count as written ones`() throws {
    let marks = String(repeating: #"\u0301\u0316"#, count: 100)
    let feed = try parse(
      #"{"version":"https://jsonfeed.org/version/1.1","title":"a\#(marks)","\#(marks)":1,"items":[{"id":"\#(marks)"}]}"#
    )
    #expect(Self.longestRun(in: feed.title ?? "") <= MarkRuns.limit)
    #expect(Self.longestRun(in: feed.entries.first?.id ?? "") == MarkRuns.limit)
  }

  @Test(arguments: [
    "", "Zażółć gęślą jaźń", "Саюзная дзяржава, Заява й Ёлка", "שָׁלוֹם עֲלֵיכֶם", "अंतर्राष्ट्रीय", "連合国家の条約",
    "ภาษาไทยไม่เว้นวรรคระหว่างคำในประโยคเดียวกันเลย", "Tiê\u{301}ng Viê\u{323}t",
    "각각\u{1100}\u{1161}\u{11A8}",
    "z\u{0335}\u{0321}a\u{0334}\u{0348}l\u{0337}\u{0347}g\u{0336}\u{0332}o\u{0338}\u{032A}",
  ])
  func `what people write stays, at the end of a long text too`(text: String) {
    for text in [
      text, String(repeating: text, count: 50), String(repeating: "x", count: 61) + text,
    ] {
      #expect(Array(MarkRuns.bounded(text).utf8) == Array(text.utf8))
    }
  }

  @Test func `a run goes on from one piece of a document to the next`() {
    let text = "ab" + Self.marks(60) + "c" + Self.marks(10) + "d\u{0F71}\u{0F73}"
    var whole = Array(text.utf8)
    var atOnce = MarkRuns()
    atOnce.bound(&whole)
    #expect(String(decoding: whole, as: UTF8.self).unicodeScalars.count == 2 + 30 + 1 + 20 + 3)
    let scalars = Array(text.unicodeScalars)
    for size in [1, 2, 7, 29, 64] {
      var runs = MarkRuns()
      var read: [UInt8] = []
      for start in stride(from: 0, to: scalars.count, by: size) {
        let before = read.count
        for scalar in scalars[start..<min(start + size, scalars.count)] {
          read.append(scalar: scalar)
        }
        runs.bound(&read, from: before)
      }
      #expect(read == whole)
    }
  }

  @Test(arguments: places.indices)
  func `a document of marks takes time with its length`(place: Int) throws {
    let documents = [4_000, 16_000].map { Self.places[place](Self.marks($0)) }
    let seconds = try documents.map { document in
      try cpuSeconds { _ = try Self.texts(of: parse(document)).map(\.hashValue) }
    }
    // Four times the marks: sorted they would take sixteen times as long.
    #expect(seconds[1] < 9 * seconds[0] + 0.02)
  }
}
