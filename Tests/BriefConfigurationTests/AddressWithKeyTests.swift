import BriefConfiguration
import BriefModel
import Testing

/// A user and password in a source's address open it, and stand nowhere else.
struct AddressWithKeyTests {
  private static func read(_ url: String, _ more: String = "") throws -> DaemonConfiguration {
    try ConfigurationFile.read(
      "[[source]]\nid = \"a\"\nurl = \"\(url)\"\n\(more)", file: "c.toml", topics: [])
  }

  @Test(arguments: [
    ("https://desk:w%3Aord@example.org/f?a=@", "https://example.org/f?a=@", "desk", "w:ord"),
    ("https://t0ken@example.org:8443/", "https://example.org:8443/", "t0ken", ""),
  ])
  func `they are taken as basic credentials, with a warning that does not repeat them`(
    _ url: String, _ address: String, _ user: String, _ password: String
  ) throws {
    let configuration = try Self.read(url)
    #expect(configuration.sources.map(\.url) == [address])
    #expect(
      configuration.keys[SourceID("a")]
        == SourceKey(kind: .basic, name: user, place: .written(password)))
    #expect(configuration.warnings.count == 1)
    #expect(
      configuration.warnings.first?.description.hasPrefix(
        "c.toml:3: source[1].url: holds a user and password") == true)
  }

  @Test func `over http they are not sent`() throws {
    let configuration = try Self.read("http://desk:word@example.org/f")
    #expect(configuration.sources.map(\.url) == ["http://example.org/f"])
    #expect(configuration.keys.isEmpty)
    #expect(configuration.warnings.count == 1)
  }

  @Test func `beside credentials they are a fault`() throws {
    let faults = try #require(throws: ConfigurationFaults.self) {
      try Self.read(
        "https://desk:word@example.org/f", "credentials = { kind = \"bearer\", file = \"/k\" }")
    }
    #expect(
      faults.description.contains("c.toml:3: source[1].url: holds a user and password beside"))
    #expect(!faults.description.contains("word@"))
  }

  @Test func `an address without them is left as it is`() throws {
    let configuration = try Self.read("https://example.org/@desk?to=a@b")
    #expect(configuration.sources.map(\.url) == ["https://example.org/@desk?to=a@b"])
    #expect(configuration.keys.isEmpty && configuration.warnings.isEmpty)
  }
}
