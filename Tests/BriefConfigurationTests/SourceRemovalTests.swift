import BriefConfiguration
import BriefModel
import Testing

/// One source's lines leave the file, and nothing else does.
struct SourceRemovalTests {
  private static let head = "store = \"/srv/s\"   # ours\n\n# The first.\n"
  private static let first = "[[source]]\nid = \"a\"\nurl = \"https://a.example/\"\n\n"
  private static let second = """
    [[source]]
    # Found by hand.
    id = "b"
    url = "https://b.example/"
    [source.extract]
    main = "div"


    """
  private static let third = "# Whom to tell.\n[[channel]]\nid = \"j\"\nkind = \"journal\"\n"

  @Test(arguments: [
    ("a", 0, head + second + third), ("b", 1, head + first + third),
  ])
  func `its table goes with the tables below it; comments above the next stay`(
    _ id: String, _ place: Int, _ after: String
  ) throws {
    let text = Self.head + Self.first + Self.second + Self.third
    #expect(try SourceRemoval.text(text, without: SourceID(id), at: place) == after)
  }

  @Test func `a header inside a text is no header`() throws {
    let text = "note = '''\n[[source]]\n'''\n" + Self.first
    #expect(
      try SourceRemoval.text(text, without: SourceID("a"), at: 0)
        == "note = '''\n[[source]]\n'''\n")
  }

  @Test func `a source that has no table of its own is left to a person`() {
    #expect(throws: SourceRemoval.Refusal.self) {
      try SourceRemoval.text(
        "source = [{ id = \"a\", url = \"https://a.example/\" }]", without: SourceID("a"), at: 0)
    }
  }
}
