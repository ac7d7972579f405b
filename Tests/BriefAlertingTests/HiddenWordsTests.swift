import BriefFetching
import Testing

@testable import BriefAlerting

/// What a receiver repeats of a secret is neither kept nor shown.
struct HiddenWordsTests {
  private static let slack = Letter.Content.post(
    url: "https://hooks.example.org/services/T0000/B0000/XXXXsecretXXXX?key=0123456789",
    fields: [], body: [])
  private static let bearer = Letter.Content.put(
    url: "https://m.example.org/rooms/1",
    fields: [HeaderField("Authorization", "Bearer abcdef0123")],
    body: [])

  static let answers: [(Letter.Content, String, String)] = [
    (
      slack,
      "The requested URL /services/T0000/B0000/XXXXsecretXXXX was not found on this server.",
      "The requested URL (not shown) was not found on this server."
    ),
    (slack, "no hook XXXXsecretXXXX", "no hook (not shown)"),
    (slack, "bad key 0123456789.", "bad key (not shown)."),
    (slack, "services are down", "services are down"),
    // The answer was cut off within the secret.
    (slack, "no hook XXXXsecretX", "no hook (not shown)"),
    (bearer, "token abcdef0123 is unknown", "token (not shown) is unknown"),
    (bearer, "GET /rooms/1", "GET (not shown)"),
    (
      .post(url: "https://e.example.org/a%2Fsecret%20word", fields: [], body: []),
      "none: /a/secret word", "none: (not shown)"
    ),
    (.post(url: "https://example.org", fields: [], body: []), "example.org", "example.org"),
  ]

  @Test(arguments: answers)
  func `a secret that an answer repeats is hidden`(
    content: Letter.Content, answer: String, expected: String
  ) {
    let hidden = HiddenWords(content).hidden(in: Array(answer.utf8))
    #expect(String(decoding: hidden, as: UTF8.self) == expected)
  }
}
