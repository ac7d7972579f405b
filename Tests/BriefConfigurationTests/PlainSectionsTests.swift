import BriefModel
import Testing

@testable import BriefConfiguration

/// What we read of a configuration by ourselves is what the library reads in it.
@Suite struct PlainSectionsTests {
  private static let plain = """
    [[source]]
    id = "a"
    url = "https://a.example/feed"
    """

  private static let last = "id = \"z\"\nurl = \"https://z.example/feed\"\n"

  /// The configuration, or what is wrong with it.
  private func read(_ text: String) -> Result<DaemonConfiguration, ConfigurationFaults> {
    Result { () throws(ConfigurationFaults) in
      try ConfigurationFile.read(text, file: "test.toml", topics: [])
    }
  }

  @Test(arguments: [
    plain,
    plain + "\n",
    "store = \"/srv\"\n\(plain)\ninterval = \"2h\"\nallow_private = true\n# done\n\n\t\n\(plain)b",
    "[[source]]\nid = \"a\"\nurl = \"https://a.example/\"\n[polling]\ntransfers = 3\n[[source]]\nid = \"b\"\nurl = \"http://б.example/\"",
    "\(plain)\nlanguages = [\"en\", \"pl\"]\n[[source]]\nid = \"b\"\nurl = \"https://b.example/\"",
    "\(plain)\n[source.selectors]\nitem = \"article\"\n[[source]]\nid = \"b\"\nurl = \"https://b.example/\"",
    "\(plain)\nlanguages = [\n  \"en\",\n]\n[[source]]\nid = \"b\"\nurl = \"https://b.example/\"",
    "\(plain)\nseries = \"\"\"\n[[source]]\nid = \"no\"\"\"\"\n",
    "\(plain)\nseries = '[[source]]'\n[[source]]\nid = \"b\"\nurl = \"https://b.example/\"",
    "\(plain)\nseries = \"a \\u0041 \\\" b\"\n",
    "\(plain)\nseries = \"Briefs\" # weekly",
    "\(plain)\nid = \"again\"",
    "\(plain)\nunknown = 1\ninterval = 5\nkind = \"nothing\"",
    "\(plain)\ninterval = \"1s\"\n\(plain)",
    "\(plain)\nid\n",
    "\(plain)\nid =\n",
    "\(plain)\n= \"x\"\n",
    "\(plain)\nseries = \"a\n",
    "\(plain)\nseries = \"a\tb\"\n",
    "\(plain)\nseries = \"a\u{7}b\"\n",
    "\(plain)\nseries = 007\n",
    "\(plain)\nseries = True\n",
    "# \u{7}\n\(plain)\n",
    "\(plain)\n# \u{7}\n",
    "\(plain)\r\nseries = \"a\"\r\n",
    "source = 1\n\(plain)",
    "x = [\n\(plain)\n]\n",
    "[[source]\nid = \"a\"",
    "[ [source] ]\nid = \"a\"",
    "[[ source ]]\nid = \"a\"\nurl = \"https://a.example/\"\n\(plain)b",
    "\(plain)\nchannels = 1\n[[channel]]\nid = \"c\"\n[[rule]]\n",
  ])
  func `a configuration reads the same with and without the library`(text: String) throws {
    // A comment behind a header is nothing plain, and then the whole is the library's.
    let special = text + "\n[[source]] # of the library\n" + Self.last
    #expect(PlainSections(special) == nil)
    #expect(read(text + "\n[[source]]\n" + Self.last) == read(special))
  }

  @Test func `a long list of plain sections leaves nothing to the library but the rest`() throws {
    let text = "store = \"/srv\"\n\(Self.plain)\n[polling]\ntransfers = 3\n\(Self.plain)\n"
    let sections = try #require(PlainSections(text))
    #expect(sections.rest == "store = \"/srv\"\n[polling]\ntransfers = 3\n")
    #expect(
      sections.sources.compactMap { $0?.rows.map(\.key) } == [["id", "url"], ["id", "url"]])
    #expect(sections.leaves(0) && !sections.leaves(1))
  }
}
