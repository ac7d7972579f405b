import BriefConfiguration
import BriefFetching
import BriefModel
import BriefParsing

/// `brief-syncd inspect`: fetches once, under the policy of every poll, and tells what a poll would
/// see. The store is not touched.
package struct InspectURL: Sendable {
  package var url: String
  package var allowsPrivateAddresses: Bool
  /// An address or page that the User-Agent names.
  package var contact: String?

  package init(url: String, allowsPrivateAddresses: Bool = false, contact: String? = nil) {
    self.url = url
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.contact = contact
  }

  /// What to print, and whether it is a failure.
  package struct Answer: Hashable, Sendable {
    /// One JSON document: a feed with the members of `brief-sync inspect`, or `error` and `code`.
    package var json: String
    package var isFailure: Bool
  }

  /// Throws when the machine has no thread to fetch with.
  package func run() async throws -> Answer {
    let engine = try FetchEngine(limits: .byHand)
    let answer = try await run(engine)
    await engine.shutDown()
    return answer
  }

  func run(_ fetcher: any Fetching) async throws -> Answer {
    let policy = RequestPolicy(version: ProgramVersion.number, contact: contact)
    let request = FeedRequest(
      url: url, allowsPrivateAddresses: allowsPrivateAddresses, policy: policy)
    return try Self.answer(await fetcher.perform(request))
  }

  static func answer(_ response: FeedResponse) throws -> Answer {
    guard response.outcome == .document else {
      return try failure(response, code: response.outcome.code, response.outcome.sentence)
    }
    do {
      let feed = try FeedParser.parse(
        response.body, contentType: response.fields[.contentType], baseURL: response.finalURL)
      let seen = SeenFeed(fetch: SeenAnswer(response), feed: feed)
      return Answer(json: try JSONText.encode(seen), isFailure: false)
    } catch let trouble as FeedTrouble {
      return try failure(response, code: "not-a-feed", trouble.sentence)
    }
  }

  private static func failure(_ response: FeedResponse, code: String, _ sentence: String) throws
    -> Answer
  {
    let trouble = SeenTrouble(error: sentence, code: code, fetch: SeenAnswer(response))
    return Answer(json: try JSONText.encode(trouble), isFailure: true)
  }
}

/// `brief-syncd check-url`: whether a source may have this URL, decided without a connection.
package enum CheckURL {
  /// The name of the rule that refuses the URL; `nil` when it is allowed.
  package static func refusal(of url: String, allowsPrivateAddresses: Bool = false) -> String? {
    switch URLRule.verdict(url: asked(url), allowsPrivate: allowsPrivateAddresses) {
    case .allowed: nil
    case .refused(let reason): reason.name
    }
  }

  /// For people, as the rest of a sentence that begins with the URL.
  package static func clause(of url: String, allowsPrivateAddresses: Bool = false) -> String? {
    switch URLRule.verdict(url: asked(url), allowsPrivate: allowsPrivateAddresses) {
    case .allowed: nil
    case .refused(let reason): reason.clause
    }
  }

  /// What a source may have beside its address: a user and password go apart, and over https only.
  package static func remark(of url: String) -> String? {
    guard asked(url) != url else { return nil }
    return url.lowercased().hasPrefix("https:")
      ? "The user and password in it are sent as credentials."
      : "The user and password in it are not sent: everyone on the way reads http."
  }

  private static func asked(_ url: String) -> String { AddressWithKey(url).address }
}
