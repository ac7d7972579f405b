import BriefModel
import Testing

struct LanguageRangeTests {
  @Test func `a range means its own language and what is below it, in any case`() {
    let table: [(range: String, tag: String, holds: Bool)] = [
      ("en", "en", true), ("EN", "en", true), ("en", "EN", true), ("en", "en-GB", true),
      ("en-gb", "en-GB", true), ("en-GB", "en", false), ("en", "enm", false), ("e", "en", false),
      ("pl", "en", false), ("sr-Latn", "sr-latn-RS", true),
    ]
    for row in table {
      #expect(LanguageRange.holds(row.range, for: row.tag) == row.holds, "\(row)")
    }
  }

  @Test func `a language is a tag that begins with two letters of ISO 639-1`() {
    for tag in ["en", "PL", "uk", "be", "en-GB", "sr-Latn-RS", "zh-Hans"] {
      #expect(LanguageRange.isLanguage(tag), "\(tag)")
    }
    for text in ["", "e", "ua", "by", "cz", "english", "en_GB", "en-", "-en", "en-%", "%", "eng"] {
      #expect(!LanguageRange.isLanguage(text), "\(text)")
    }
  }
}
