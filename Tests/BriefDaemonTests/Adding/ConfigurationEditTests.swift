import BriefConfiguration
import BriefFetching
import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// A source is put at the end of the configuration, which stays as it was.
struct ConfigurationEditTests {
  let path = FileManager.default.temporaryDirectory.appending(
    path: "brief-config-\(UUID().uuidString).toml"
  ).path

  static let before = """
    # Ours.
    store = "/srv/store"   # a comment

    [[source]]
    id = "briefs"
    url = "https://example.org/feed/"
    """

  static func found(_ url: String, _ title: String? = nil) -> FoundSource {
    FoundSource(url: url, kind: .feed, title: title, format: "RSS 2.0", entries: 0)
  }

  func edit(_ text: String?) throws -> ConfigurationEdit {
    if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    return try ConfigurationEdit(path: path, topics: [])
  }

  @Test func `all that stood in the file stands there still, with its mode`() throws {
    var edit = try edit(Self.before)
    chmod(path, 0o640)
    try edit.add(.init(found: Self.found("https://example.com/rss?a=\"b\\", "Briefs")))
    try edit.write()
    let after = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      after == Self.before + """


        [[source]]
        # “Briefs”, RSS 2.0, 0 entries
        id = "briefs-2"
        url = "https://example.com/rss?a=\\"b\\\\"

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    unlink(path)
  }

  @Test func `a file that is not there is begun`() throws {
    var edit = try edit(nil)
    try edit.add(.init(id: "x", found: Self.found("https://example.com/rss")))
    try edit.write()
    #expect(try ConfigurationFile.read(path: path, topics: []).sources.map(\.id.rawValue) == ["x"])
    unlink(path)
  }

  @Test func `what is followed already is refused, under any spelling of its address`() throws {
    var edit = try edit(Self.before)
    for url in ["https://example.org/feed", "http://EXAMPLE.org:80/feed/?utm_source=x"] {
      #expect(throws: ConfigurationEdit.Refusal.self) {
        try edit.add(.init(found: Self.found(url)))
      }
    }
    #expect(edit.added.isEmpty)
    unlink(path)
  }

  @Test func `what check-config would refuse is not written`() throws {
    var edit = try edit(Self.before)
    for id in ["briefs", "A b", "x\"\nstore = \"y"] {
      #expect(throws: ConfigurationFaults.self) {
        try edit.add(.init(id: id, found: Self.found("https://example.com/rss")))
      }
    }
    #expect(edit.added.isEmpty)
    unlink(path)
    #expect(throws: ConfigurationFaults.self) { _ = try self.edit("stroe = 1") }
    unlink(path)
  }

  @Test func `a title cannot leave its comment`() throws {
    var edit = try edit(Self.before)
    try edit.add(
      .init(
        found: Self.found("https://example.com/1", "x\nstore = \"/evil\"\u{2028}\u{202E}\u{1B}[2J"))
    )
    #expect(edit.added.split(separator: "\n").count == 4)
    #expect(edit.added.contains("# “x store = \"/evil\"   [2J”"))
    unlink(path)
  }

  @Test func `a file that someone else changed meanwhile is left alone`() throws {
    var edit = try edit(Self.before)
    try edit.add(.init(found: Self.found("https://example.com/1")))
    try "# mine\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: FileReplacement.Trouble.self) { try edit.write() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "# mine\n")
    unlink(path)
  }

  @Test func `the feeds of a list become sources, and what is no web address does not`() throws {
    let list = FileManager.default.temporaryDirectory.appending(
      path: "brief-list-\(UUID().uuidString).opml"
    ).path
    try """
    <opml version="2.0"><body><outline text="Think tanks">
    <outline text="PISM &amp; Co" type="rss" xmlUrl="https://example.com/rss?a=1&amp;b=2"/>
    <outline text="Old" xmlUrl="https://example.org/feed"/>
    <outline text="Reader" xmlUrl="feed://example.net/rss"/>
    <outline text="Other" xmlUrl="feed:https://example.net/atom"/>
    <outline text="Own" xmlUrl="http://127.0.0.1/feed"/>
    <outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="No feed"/>
    </outline></body></opml>
    """.write(toFile: list, atomically: true, encoding: .utf8)
    var edit = try edit(Self.before)
    let lines = try ListImport.run(file: list, into: &edit)
    #expect(
      lines.map(\.text) == [
        "https://example.com/rss?a=1&b=2  pism-co",
        "https://example.org/feed  left out: https://example.org/feed is followed already, as briefs.",
        "http://example.net/rss  reader", "https://example.net/atom  other",
        "http://127.0.0.1/feed  own  not polled as it is: "
          + FetchOutcome.refused(.address(.loopback)).sentence,
        "file:///etc/passwd  left out: neither http nor https",
      ])
    #expect(edit.ids == ["pism-co", "reader", "other", "own"])
    unlink(list)
    unlink(path)
  }

  @Test(arguments: [
    "", "<html></html>", "<rss/>", "not xml", "<opml><body></body></opml>",
    "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml>&x;</opml>",
  ])
  func `what is no list of feeds is refused with a sentence`(text: String) throws {
    let list = FileManager.default.temporaryDirectory.appending(
      path: "brief-list-\(UUID().uuidString).opml"
    ).path
    try text.write(toFile: list, atomically: true, encoding: .utf8)
    var edit = try edit(Self.before)
    #expect(throws: ListImport.Trouble.self) { _ = try ListImport.run(file: list, into: &edit) }
    unlink(list)
    unlink(path)
  }
}
