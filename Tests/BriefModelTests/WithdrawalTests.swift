import BriefModel
import Testing

/// The withdrawal state machine. Entries stand newest first.
struct WithdrawalTests {
  static let whole = (1...5).reversed().map { (day: Int) in entry("\(day)", day: day) }

  @Test func `one missing from between its siblings is withdrawn on the third poll`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let lacking = Self.whole.filter { $0.entry.identity.value != "3" }
    #expect(scene.poll(lacking) == [])
    #expect(scene.presence("3") == "missing")
    #expect(scene.poll(lacking) == [])
    #expect(scene.poll(lacking) == ["-3 missing"])
    #expect(scene.poll(lacking) == [])
  }

  @Test func `polls that bring the same document count too`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    _ = scene.poll(Self.whole.filter { $0.entry.identity.value != "3" })
    #expect(scene.pollUnchanged() == [])
    #expect(scene.pollUnchanged() == ["-3 missing"])
  }

  @Test func `one that comes back in time was never withdrawn`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    _ = scene.poll(Self.whole.filter { $0.entry.identity.value != "3" })
    #expect(scene.poll(Self.whole) == [])
    #expect(scene.presence("3") == "present")
  }

  @Test func `the newest is missed as well`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let lacking = Array(Self.whole.dropFirst())
    _ = scene.poll(lacking)
    _ = scene.poll(lacking)
    #expect(scene.poll(lacking) == ["-5 missing"])
  }

  @Test func `the oldest rolls off when new ones come`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    for day in 6...9 {
      let window = (day - 4...day).reversed().map { (day: Int) in entry("\(day)", day: day) }
      #expect(scene.poll(window) == ["+\(day)"])
    }
    #expect(scene.presence("1") == "rolled_off")
    #expect(scene.presence("4") == "rolled_off")
  }

  @Test func `an old entry that stays at the end is no proof against those that roll off`() {
    let pinned = ["x", "y"].map { name in
      var old = entry(name)
      old.entry.content.published = CalendarDate(year: 2020, month: 1, day: 1)?.midnight
      return old
    }
    for count in 1...2 {
      var scene = Scene()
      for day in 6...14 {
        let window = (day - 5...day).reversed().map { (day: Int) in entry("\(day)", day: day) }
        let changes = scene.poll(window + pinned.prefix(count))
        #expect(day == 6 || changes == ["+\(day)"])
      }
      #expect(scene.presence("4") == "rolled_off")
      // One from the middle is missed as ever.
      let lacking =
        (9...14).reversed().filter { $0 != 11 }.map { (day: Int) in entry("\(day)", day: day) }
        + pinned.prefix(count)
      _ = scene.poll(lacking)
      _ = scene.poll(lacking)
      #expect(scene.poll(lacking) == ["-11 missing"])
    }
  }

  private static func old(_ name: String, days: Int64) -> IdentifiedEntry {
    var old = entry(name)
    old.entry.content.published = CalendarDate(year: 2024, month: 1, day: 1)?.midnight.advanced(
      by: -days * 86_400)
    return old
  }

  /// One pinned to the top, up to three kept at the end, ten in between.
  @Test(arguments: 0...1, 0...3)
  func `what rolls off between old entries at both ends is not missed`(top: Int, end: Int) {
    let pinned = [Self.old("top", days: 800)].prefix(top)
    let kept = (0..<3).map { Self.old("end \($0)", days: 900 + 40 * Int64($0)) }.prefix(end)
    var scene = Scene()
    func window(_ days: ClosedRange<Int>, but one: Int? = nil) -> [IdentifiedEntry] {
      pinned
        + days.reversed().filter { $0 != one }.map { (day: Int) in entry("\(day)", day: day) }
        + kept
    }
    for day in 10...20 {
      let changes = scene.poll(window(day - 9...day))
      #expect(day == 10 || changes == ["+\(day)"])
    }
    #expect(scene.presence("5") == "rolled_off")
    // One from the middle is missed as ever, and one that is not pinned any more is not.
    for _ in 0..<2 { #expect(scene.poll(window(11...20, but: 15)) == []) }
    #expect(scene.poll(window(11...20, but: 15)) == ["-15 missing"])
    for _ in 0..<4 {
      #expect(scene.poll(Array(window(11...20, but: 15).dropFirst(top))) == [])
    }
  }

  /// A window of ten, sorted by title: of all that there are, or of the ten newest.
  @Test(arguments: [false, true])
  func `what a list that is sorted by title lets go is not missed`(isOfNewest: Bool) {
    var scene = Scene()
    for count in 12...24 {
      let all = (1...count).map { (day: Int) in entry("\(day)", day: day) }
      let byTitle = (isOfNewest ? all.suffix(10) : all[...]).sorted {
        $0.entry.identity.value < $1.entry.identity.value
      }
      let changes = scene.poll(Array(byTitle.prefix(10)))
      #expect(!changes.contains { $0.hasPrefix("-") }, "\(count): \(changes)")
    }
  }

  @Test func `a listed entry whose page is gone is withdrawn once, and restored with its page`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    var listed = Self.whole
    listed[2].pageIsGone = true
    #expect(scene.poll(listed) == ["-3 gone"])
    #expect(scene.poll(listed) == [])
    #expect(scene.poll([entry("6", day: 6)] + listed) == ["+6"])
    #expect(scene.presence("3") == "withdrawn")
    #expect(scene.poll([entry("6", day: 6)] + Self.whole) == ["^3"])
    #expect(scene.presence("3") == "present")
  }

  @Test func `an old entry that jumps to the top is no proof against the others`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    // Sorted by time of change: 1 was edited, 6 to 9 are new, 2 to 5 rolled off the end.
    let window =
      [entry("1", day: 1)] + (6...9).reversed().map { (day: Int) in entry("\(day)", day: day) }
    for _ in 0..<4 { #expect(!scene.poll(window).contains { $0.hasPrefix("-") }) }
  }

  @Test func `an entry pinned to the top does not make the others missing`() {
    var scene = Scene()
    let pinned = entry("0", day: 1)
    _ = scene.poll([pinned] + (2...5).reversed().map { (day: Int) in entry("\(day)", day: day) })
    for day in 6...12 {
      let changes = scene.poll(
        [pinned] + (day - 3...day).reversed().map { (day: Int) in entry("\(day)", day: day) })
      #expect(changes == ["+\(day)"])
    }
  }

  @Test func `a document that lists everything withdraws at once`() {
    var scene = Scene()
    _ = scene.poll(Self.whole, isComplete: true)
    #expect(
      scene.poll(Array(Self.whole.dropLast()), isComplete: true) == ["-1 not-in-complete-feed"])
  }

  @Test func `a cut-off document withdraws nothing and may add`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    for _ in 0..<4 {
      #expect(scene.poll([Self.whole[0], Self.whole[4]], isWhole: false) == [])
    }
    #expect(scene.poll([entry("9", day: 9)], isWhole: false) == ["+9"])
    #expect(scene.presence("3") == "present")
  }

  @Test func `a feed from old to new is read from its other end`() {
    var scene = Scene()
    _ = scene.poll(Self.whole.reversed())
    let lacking = Self.whole.reversed().filter { $0.entry.identity.value != "3" }
    _ = scene.poll(lacking)
    _ = scene.poll(lacking)
    #expect(scene.poll(lacking) == ["-3 missing"])
    #expect(scene.presence("1") == "present")
  }
}
