import BriefModel
import Foundation
import Testing

@testable import BriefClient
@testable import BriefReport

/// Pages, Markdown and feeds of hostile words, as other programs read them.
struct PageKitTests {
  static let cursor = Cursor(store: StoreID(rawValue: "s"), revision: Revision(7))

  static func change(_ kind: Change.Kind, _ title: String, name: UInt8, revision: Int64 = 1)
    -> Change
  {
    Change(
      revision: Revision(revision), ordinal: 0, time: Timestamp(seconds: 1_700_000_000 + revision),
      kind: kind,
      publication: PublicationReference(
        id: PublicationID([UInt8](repeating: name, count: 16)) ?? PublicationID(firstHalfOf: .zero),
        source: SourceID("pism"), title: title, link: "https://example.org/a?b=1&c=<2>",
        series: "Spotlight", number: "1/2024"),
      version: kind == .revised ? 2 : 1, isSilent: kind == .revised ? true : nil,
      differences: kind == .revised
        ? [
          Difference(
            class: .date, field: .text, before: "2023 </del>", after: "2024", offset: 3,
            contextBefore: "by", contextAfter: ", said")
        ] : [], topics: [TopicID("gas")])
  }

  /// A report with every kind of block, all of it in the words of a stranger.
  static func report(_ words: String) -> ReportDocument {
    var report = ReportDocument(title: words, lead: [.text(words)], cursor: cursor)
    for place in ["a", "b", "c"] {
      report.append(
        words, place: place,
        [
          .warning([.strong(words)]),
          .items([
            ReportDocument.Item(
              tag: words, spans: [.link(words, "javascript:alert(1)"), .code(words)],
              details: [[.link(words, "https://example.org/\(words)")]],
              differences: change(.revised, words, name: 1).differences, quote: words,
              language: "\"><script>")
          ]), .table(caption: words, heads: [words, "b"], rows: [[[.text(words)], [.text("|")]]]),
        ])
    }
    return report
  }

  private static let allowed: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "nav", "ul",
    "li",
    "main", "section", "footer", "span", "div", "strong", "code", "ol", "del", "ins", "blockquote",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
  ]

  @Test(arguments: CitationTests.hostile)
  func `no word of a stranger becomes an element or an attribute`(_ words: String) {
    let page = ReportPage.text(Self.report(words))
    let elements = Set(
      page.matches(of: /<([a-z0-9]+)/).map { String($0.output.1) })
    #expect(elements.isSubset(of: Self.allowed), "\(elements.subtracting(Self.allowed))")
    #expect(!page.contains("javascript:") && !page.contains("lang=\"&quot;"))
    let text = ReportText.lines(
      Self.report(words), style: TextStyle(layout: .screen(columns: 60), now: Timestamp(seconds: 0))
    )
    #expect(text.allSatisfy { !$0.contains("\r") && !$0.contains("\u{202e}") })
    // Between backticks everything is code.
    let markdown = ReportMarkdown.text(Self.report(words)).replacing(/`[^`]*`/, with: "")
    #expect(!markdown.contains("<script") && !markdown.contains("\u{202e}"))
  }

  @Test(.enabled(if: Reader.has("tidy"), "there is no tidy (Debian: tidy)"))
  func `a page is valid by tidy, without a warning`() throws {
    for words in CitationTests.hostile where !words.isEmpty {
      let run = try Reader.run(
        ["tidy", "-e", "-q", "--drop-empty-elements", "no"],
        input: ReportPage.text(Self.report(words)))
      #expect(run.status == 0, "\(words): \(run.errors)")
    }
  }

  @Test func `a withdrawal is told, and takes the publication out of a reader's list`() {
    let feed = ChangeFeed.text(
      [Self.change(.withdrawn, "T", name: 1, revision: 2), Self.change(.added, "T", name: 1)],
      store: StoreID(rawValue: "s"), title: "Changes", created: Timestamp(seconds: 0)
    ) { $0.rawValue }
    let id = "tag:brief-sync.example,2026:s/publication/\(String(repeating: "01", count: 16))"
    #expect(feed.contains("<at:deleted-entry ref=\"\(id)\" when=\"2023-11-14T22:13:22Z\"/>"))
    #expect(feed.contains("<id>\(id)/withdrawn/2</id>") && feed.contains("<id>\(id)</id>"))
  }

  @Test(.enabled(if: Reader.hasModule("feedparser"), "there is no feedparser (PyPI: feedparser)"))
  func `a real reader of feeds reads every title`() throws {
    let program = """
      import feedparser, json, sys
      feed = feedparser.parse(sys.stdin.buffer.read())
      print(json.dumps([bool(feed.bozo), feed.version, [e.title for e in feed.entries], \
      [e.id for e in feed.entries]]))
      """
    let titles = CitationTests.hostile
    let changes = titles.enumerated().map { index, title in
      Self.change(.revised, title, name: UInt8(index))
    }
    let feed = ChangeFeed.text(
      changes, store: StoreID(rawValue: "s"), title: "Changes", created: Timestamp(seconds: 0)
    ) { $0.rawValue }
    let run = try Reader.run(["python3", "-c", program], input: feed)
    let read = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any]
    #expect(read?[0] as? Bool == false && read?[1] as? String == "atom10", "\(run.errors)")
    #expect((read?[2] as? [String])?.count == titles.count)
    #expect(
      (read?[2] as? [String])?[3] == "Edited silently: 50% of $x_1 & #2")
    #expect(Set(read?[3] as? [String] ?? []).count == titles.count)
  }

  @Test(.enabled(if: Reader.has("newsboat"), "there is no newsboat (Debian: newsboat)"))
  func `newsboat takes the feed`() throws {
    let room = try Reader.room()
    defer { try? FileManager.default.removeItem(at: room) }
    let feed = ChangeFeed.text(
      [Self.change(.revised, "Łódź & 1", name: 1), Self.change(.added, "Two", name: 2)],
      store: StoreID(rawValue: "s"), title: "Changes", created: Timestamp(seconds: 0)
    ) { $0.rawValue }
    try Data(feed.utf8).write(to: room.appending(path: "feed.atom"))
    try Data("file://\(room.path)/feed.atom\n".utf8).write(to: room.appending(path: "urls"))
    let files = ["-u", "urls", "-c", "cache.db", "-C", "/dev/null"]
    let reload = try Reader.run(
      ["env", "HOME=\(room.path)", "newsboat"] + files + ["-x", "reload"], in: room)
    #expect(reload.status == 0, "\(reload.errors)")
    let unread = try Reader.run(
      ["env", "HOME=\(room.path)", "newsboat"] + files + ["-x", "print-unread"], in: room)
    #expect(unread.output.hasPrefix("2 "), "\(unread.output)\(unread.errors)")
  }

  @Test func `a blind spot is told only where coverage is known`() {
    let now = Timestamp(seconds: 1_700_000_000)
    func activity(_ topic: String, _ source: String, days: Int64) -> TopicActivity {
      TopicActivity(
        topic: TopicID(topic), source: SourceID(source), publications: 1,
        latest: now.advanced(by: -days * 86_400))
    }
    func coverage(_ source: String, days: Int64, isOpen: Bool = true) -> Coverage {
      Coverage(
        source: SourceID(source),
        intervals: [
          Coverage.Interval(
            first: now.advanced(by: -days * 86_400), last: now.advanced(by: -3600), isOpen: isOpen)
        ])
    }
    let (spots, unknown) = DeskBrief.quiet(
      [
        activity("gas", "known", days: 40), activity("gas", "young", days: 90),
        activity("oil", "young", days: 40), activity("tax", "sealed", days: 50),
        activity("visa", "known", days: 40), activity("visa", "young", days: 2),
      ],
      [
        coverage("known", days: 31), coverage("young", days: 29),
        coverage("sealed", days: 90, isOpen: false),
      ], now: now
    ) { $0.rawValue }
    #expect(
      spots == [
        DeskBrief.BlindSpot(
          topic: TopicID("gas"), label: "gas", last: now.advanced(by: -40 * 86_400).day,
          watched: [SourceID("known")])
      ])
    #expect(unknown == 2)
  }
}
