import BriefModel
import Testing

/// What opens an address is never shown with it.
struct ShownAddressTests {
  @Test(arguments: [
    ("https://example.org/feed", "https://example.org/feed"),
    ("https://desk:word@example.org/feed", "https://example.org/feed"),
    ("https://desk@example.org:8443", "https://example.org:8443"),
    ("https://a@b:c@example.org/x@y", "https://example.org/x@y"),
    ("https://example.org/@desk?page=2&monkeys=3", "https://example.org/@desk?page=2&monkeys=3"),
    ("https://example.org/f?key=s3&format=rss", "https://example.org/f?key=***&format=rss"),
    ("https://example.org/f?a=1&feed_token=s3#top", "https://example.org/f?a=1&feed_token=***#top"),
    (
      "https://example.org/f?api-key=s3&API_KEY=s4", "https://example.org/f?api-key=***&API_KEY=***"
    ),
    ("https://example.org/f?os_password=s3=4", "https://example.org/f?os_password=***"),
    ("https://example.org/f?auth&sig=", "https://example.org/f?auth&sig=***"),
    (
      "https://example.org/f?keyword=gas&author=a&pass=p",
      "https://example.org/f?keyword=gas&author=a&pass=***"
    ),
    ("/srv/briefs?key=s3", "/srv/briefs?key=s3"), ("", ""),
  ])
  func `user and password go, and the values of parameters that are named like a secret`(
    _ address: String, _ shown: String
  ) {
    #expect(ShownAddress.of(address) == shown)
    #expect(ShownAddress.of(shown) == shown)
  }

  @Test(arguments: [
    ("Nothing here (404).", "Nothing here (404)."),
    (
      "It was asked at https://u:p@example.org/f?token=s3 and (http://u@h/) as well.",
      "It was asked at https://example.org/f?token=*** and (http://h/) as well."
    ),
  ])
  func `addresses in a sentence are shown likewise`(_ sentence: String, _ shown: String) {
    #expect(ShownAddress.inText(sentence) == shown)
    #expect(PollTrouble(code: "x", sentence: sentence).sentence == shown)
  }
}
