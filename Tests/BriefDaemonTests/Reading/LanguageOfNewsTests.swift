import BriefModel
import BriefStore
import Testing

@testable import BriefDaemon

/// When the language of a text is told, where nobody states it.
struct LanguageOfNewsTests {
  private static let english =
    "The ministers agreed that the price of gas for the coming year will be set in the autumn."
  private static let polish =
    "Ministrowie uzgodnili, że cena gazu na nadchodzący rok nie będzie ustalona przed jesienią."

  private static func entry(_ name: String, _ text: String, language: String? = nil) -> Entry {
    Entry(
      identity: Identity(kind: .entryID, value: name),
      content: Content(title: name, body: Body(text: text)), language: language)
  }

  private static func identified(_ entries: [Entry], _ languages: [String] = [])
    -> IdentifiedSnapshot
  {
    let source = Source(
      id: SourceID("s"), url: "https://example.org/feed", kind: .feed, languages: languages)

    return IdentifiedSnapshot(Snapshot(entries: entries), source: source)
  }

  @Test func `the language of a text is told unless the store has it as it stands`() {
    var snapshot = Self.identified([
      Self.entry("known", Self.english), Self.entry("edited", Self.polish),
      Self.entry("new", Self.english), Self.entry("stated", Self.english, language: "de"),
    ])
    var heads = Dictionary(
      uniqueKeysWithValues: snapshot.entries.prefix(2).map { ($0.publication, $0.versionID) })
    heads[snapshot.entries[1].publication] = snapshot.entries[0].versionID
    snapshot.tellLanguages(beside: heads)
    #expect(snapshot.entries.map(\.entry.language) == [nil, "pl", "en", "de"])
  }

  @Test func `a correction in the source's own text is found unless the store has it as it stands`()
  {
    let notice = "Sprostowanie: podano inny rok."
    var snapshot = Self.identified([
      Self.entry("known", notice), Self.entry("new", Self.polish + "\n\n" + notice),
      Self.entry("plain", Self.polish),
    ])
    snapshot.tellLanguages(
      beside: [snapshot.entries[0].publication: snapshot.entries[0].versionID])
    #expect(snapshot.entries.map(\.entry.correction) == [nil, notice, nil])
  }

  @Test func `a source of one language says it of every text, one of several of none`() {
    let one = Self.identified([Self.entry("known", Self.english)], ["pl"])
    #expect(one.entries.map(\.entry.language) == ["pl"])
    let several = Self.identified([Self.entry("known", Self.english)], ["pl", "en"])
    #expect(several.entries.map(\.entry.language) == [nil])
  }
}
