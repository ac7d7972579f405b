import BriefModel
import Testing

@testable import BriefReport

/// A person is told that nothing matched, and what would widen the question.
struct NothingMatchedTests {
  private static func style(_ layout: TextStyle.Layout) -> TextStyle {
    TextStyle(layout: layout, hasColour: false, isUnicode: true, now: Timestamp(seconds: 0))
  }

  @Test(arguments: [
    ([String](), "The store holds none yet: brief-sync status tells how its sources fare."),
    (["--since"], "Leave out --since to see more."),
    (["--since", "--source"], "Leave out --since or --source to see more."),
    (["--a", "--b", "--c"], "Leave out --a, --b or --c to see more."),
  ])
  func `the options that narrowed it are named, on a terminal alone`(
    _ options: [String], _ words: String
  ) {
    let screen = Self.style(.screen(columns: 200))
    #expect(
      NothingMatched.lines(leavingOut: options, style: screen) == ["Nothing matched. \(words)"])
    #expect(NothingMatched.lines(leavingOut: options, style: Self.style(.lines)) == [])
  }

  @Test(arguments: [
    (0, "0 versions"), (1, "1 version"), (2, "2 versions"), (12_345, "12,345 versions"),
  ])
  func `one is counted in the singular`(_ number: Int, _ words: String) {
    #expect(counted(number, "version") == words)
  }
}
