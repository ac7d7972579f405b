import BriefModel
import Testing

/// What counts as a change: the specification as examples. Entries stand newest first.
struct ChangeSetTests {
  @Test func `a first poll adds everything it lists`() {
    var scene = Scene()
    #expect(scene.poll([entry("b", day: 2), entry("a", day: 1)]) == ["+b", "+a"])
  }

  @Test func `the same entries again change nothing`() {
    var scene = Scene()
    _ = scene.poll([entry("b", day: 2), entry("a", day: 1)])
    #expect(scene.poll([entry("b", day: 2), entry("a", day: 1)]) == [])
  }

  @Test func `one digit of a year in an old entry is a silent date revision`() {
    var scene = Scene()
    _ = scene.poll([entry("b", day: 2), entry("a", "Due on 1 December 2023.", day: 1)])
    #expect(
      scene.poll([entry("b", day: 2), entry("a", "Due on 1 December 2024.", day: 1)])
        == ["~a date silent"])
  }

  @Test(arguments: [
    (updated: Int?.none, correction: String?.none, expected: "silent"),
    (5, nil, "announced"),
    (nil, "Correction: the date was wrong.", "announced"),
  ])
  func `an edit is announced by a moved date of change or a correction`(
    updated: Int?, correction: String?, expected: String
  ) {
    var scene = Scene()
    _ = scene.poll([entry("a", "Prices rise by 5%.")])
    let edited = entry("a", "Prices rise by 9%.", updated: updated, correction: correction)
    #expect(scene.poll([edited]) == ["~a number \(expected)"])
  }

  @Test(arguments: [
    ("Brief a", "[Corrected] Brief a", true), ("Brief a", "UPDATED: Brief a", true),
    ("Brief a", "Brief a (updated, 5 June)", true), ("Brief a", "Sprostowanie: Brief a", true),
    ("Brief a", "Обновлено: Brief a", true), ("[Corrected] Brief a", "[Corrected] Brief a", false),
    ("Updated 5 June: Brief a", "Updated 7 June: Brief a", true),
    ("Brief a", "Correction of gas prices", false), ("Brief a", "Brief a (Note)", false),
    ("UPDATED: Brief a", "Brief a", false),
  ])
  func `a label that is put on a title announces the edit`(
    before: String, after: String, isAnnounced: Bool
  ) {
    var scene = Scene()
    func brief(_ title: String, _ text: String) -> IdentifiedEntry {
      var brief = entry("a", text)
      brief.entry.content.title = title
      return brief
    }
    _ = scene.poll([brief(before, "Prices rise by 5%.")])
    let changes = scene.poll([brief(after, "Prices rise by 9%.")])
    #expect(changes.allSatisfy { $0.hasSuffix("announced") == isAnnounced } && !changes.isEmpty)
  }

  @Test func `an edit under a date of change that had moved before it is silent`() {
    var scene = Scene()
    _ = scene.poll([entry("a", "Prices rise by 5%.", updated: 1)])
    #expect(scene.poll([entry("a", "Prices rise by 5%.", updated: 5)]) == [])
    #expect(scene.poll([entry("a", "Prices rise by 5%.", updated: 5)]) == [])
    #expect(scene.poll([entry("a", "Prices rise by 9%.", updated: 5)]) == ["~a number silent"])
    #expect(scene.poll([entry("a", "Prices rise by 7%.", updated: 6)]) == ["~a number announced"])
  }

  @Test func `the hundredth edit is seen like the first`() {
    var scene = Scene()
    _ = scene.poll([entry("a", "Programme 0 of the Union State.")])
    for number in 1...100 {
      #expect(scene.poll([entry("a", "Programme \(number) of the Union State.")]).count == 1)
    }
  }

  @Test func `white space is no content`() {
    var scene = Scene()
    _ = scene.poll([entry("a", "One gas market\n\nby 2023.")])
    #expect(scene.poll([entry("a", "One  gas market by\n2023.")]) == [])
  }

  @Test func `an entry that comes back after its withdrawal is restored and compared`() {
    var scene = Scene()
    let (b, c) = (entry("b", day: 2), entry("c", day: 3))
    _ = scene.poll([c, b, entry("a", day: 1)])
    #expect(scene.poll([c, entry("a", day: 1)], deleted: ["b"]) == ["-b declared"])
    #expect(scene.poll([c, b, entry("a", day: 1)]) == ["^b"])
    _ = scene.poll([c, entry("a", day: 1)], deleted: ["b"])
    #expect(
      scene.poll([c, entry("b", "Oil, not gas.", day: 2), entry("a", day: 1)]).first == "^b")
  }
}

/// Feed-wide changes: no flood of "added".
struct FeedWideChangeTests {
  static let before = [entry("c", day: 3), entry("b", day: 2), entry("a", day: 1)]

  @Test func `new ids on old links are recognised and remembered`() {
    var scene = Scene()
    _ = scene.poll(Self.before)
    let renamed = ["c", "b", "a"].enumerated().map {
      entry($1, day: 3 - $0, id: "new-\($1)", link: "example.org/\($1)")
    }
    #expect(scene.poll(renamed) == [])
    #expect(scene.lastOddities == [.changedIDs])
    #expect(scene.poll(renamed) == [])
    #expect(scene.lastOddities == [])
  }

  @Test func `ids that flip back and forth add nothing`() {
    var scene = Scene()
    _ = scene.poll([entry("a", id: "1", link: "example.org/a")])
    for round in 0..<6 {
      #expect(
        scene.poll([entry("a", id: round.isMultiple(of: 2) ? "2" : "1", link: "example.org/a")])
          == [])
    }
  }

  @Test func `a reversed order withdraws nothing`() {
    var scene = Scene()
    _ = scene.poll(Self.before)
    for _ in 0..<5 { #expect(scene.poll(Self.before.reversed()) == []) }
  }

  @Test func `an empty document withdraws nothing and is noted`() {
    var scene = Scene()
    _ = scene.poll(Self.before)
    for _ in 0..<5 { #expect(scene.poll([]) == []) }
    #expect(scene.lastOddities == [.emptied])
    #expect(scene.presence("a") == "present")
  }

  @Test func `entries that share an id are told apart by their links`() {
    var scene = Scene()
    let shared = [
      entry("x", "On gas.", id: "same", link: "example.org/x"),
      entry("y", "On oil.", id: "same", link: "example.org/y"),
    ]
    #expect(scene.poll(shared).count == 2)
    #expect(scene.lastOddities == [.duplicateIDs])
    #expect(scene.poll(shared) == [])
  }

  @Test func `entries that share id and link are told apart by title and date, or by content`() {
    var scene = Scene()
    let shared = ["x", "y", "z"].map { entry($0, "On \($0).", id: "same", link: "example.org/") }
    #expect(scene.poll(shared).count == 3)
    #expect(scene.poll(shared) == [])
    #expect(scene.poll([shared[2]]) == [], "the last one left is no new publication")
  }

  @Test func `the same entry twice counts once`() {
    var scene = Scene()
    #expect(scene.poll([entry("a"), entry("a")]) == ["+a"])
    #expect(scene.lastOddities == [.repeatedEntries])
  }
}
