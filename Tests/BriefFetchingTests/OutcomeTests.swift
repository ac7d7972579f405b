import BriefFetching
import BriefModel
import Testing

@Suite struct OutcomeTests {
  static let statuses: [(Int?, FetchOutcome)] = [
    (nil, .protocolTrouble), (0, .protocolTrouble), (101, .unexpectedStatus(101)), (200, .document),
    (201, .unexpectedStatus(201)), (203, .document), (204, .unexpectedStatus(204)),
    (206, .unexpectedStatus(206)), (300, .unexpectedStatus(300)),
    (301, .redirectTrouble(.noTarget)), (308, .redirectTrouble(.noTarget)),
    (304, .unexpectedStatus(304)), (401, .credentialsWanted(status: 401)),
    (403, .clientError(status: 403)), (404, .clientError(status: 404)),
    (407, .credentialsWanted(status: 407)), (410, .gone), (418, .clientError(status: 418)),
    (429, .rateLimited(status: 429, retryAfter: nil)), (500, .serverTrouble(status: 500)),
    (503, .serverTrouble(status: 503)), (599, .serverTrouble(status: 599)),
    (999, .unexpectedStatus(999)),
  ]

  @Test(arguments: statuses)
  func `a whole answer is classed by its status`(status: Int?, outcome: FetchOutcome) {
    #expect(FetchOutcome(TransferEnd(status: status)) == outcome)
  }

  @Test func `304 counts only when it was asked for`() {
    #expect(FetchOutcome(TransferEnd(status: 304, isConditional: true)) == .notModified)
  }

  @Test func `503 with Retry-After is a request to wait`() {
    #expect(
      FetchOutcome(TransferEnd(status: 503, retryAfter: 90))
        == .rateLimited(status: 503, retryAfter: 90))
    #expect(
      FetchOutcome(TransferEnd(status: 429, retryAfter: 5))
        == .rateLimited(status: 429, retryAfter: 5))
  }

  @Test func `410 is for good only where no temporary redirect led to it`() {
    #expect(FetchOutcome(TransferEnd(status: 410)) == .gone)
    let away = FetchOutcome(TransferEnd(status: 410, wasSentAway: true))
    #expect(away == .clientError(status: 410))
    #expect(away.next == .backOff)
    #expect(away.sentence.hasPrefix("A temporary redirect leads to what is gone for good (410)."))
  }

  @Test func `a condition may be at fault where a server refuses or is in trouble, no other way`() {
    let doubted = Self.statuses.filter(\.1.mayBeTheCondition).map(\.0)
    #expect(doubted == [101, 201, 204, 206, 300, 304, 403, 418, 500, 503, 599, 999])
    #expect(Self.codes.allSatisfy { !$0.1.mayBeTheCondition })
    #expect(Self.stops.allSatisfy { !$0.1.mayBeTheCondition })
    #expect(!FetchOutcome.rateLimited(status: 503, retryAfter: 5).mayBeTheCondition)
    #expect(!FetchOutcome.clientError(status: 410).mayBeTheCondition)
  }

  /// By libcurl's numbers.
  static let codes: [(Int32, FetchOutcome)] = [
    (1, .protocolTrouble), (3, .refused(.malformed)), (5, .proxyTrouble), (6, .nameNotFound),
    (7, .notConnected), (8, .protocolTrouble), (16, .protocolTrouble), (18, .incomplete),
    (22, .ours(.library)), (23, .ours(.library)), (27, .ours(.memory)), (28, .tooSlow(.total)),
    (35, .security(.handshake)), (42, .ours(.library)), (47, .redirectTrouble(.tooMany)),
    (52, .connectionLost), (55, .connectionLost), (56, .connectionLost),
    (58, .security(.handshake)), (60, .security(.certificate)), (61, .damaged(.corrupt)),
    (63, .tooLarge(.transfer)), (67, .credentialsWanted(status: 401)), (77, .ours(.library)),
    (83, .security(.certificate)), (92, .protocolTrouble), (97, .proxyTrouble),
    (12345, .ours(.library)),
  ]

  @Test(arguments: codes)
  func `a broken transfer is classed by libcurl's result, whatever the status was`(
    code: Int32, outcome: FetchOutcome
  ) {
    #expect(FetchOutcome(TransferEnd(code: code)) == outcome)
    #expect(FetchOutcome(TransferEnd(code: code, status: 200, isConditional: true)) == outcome)
    #expect(FetchOutcome(TransferEnd(code: code, status: 304, isConditional: true)) == outcome)
  }

  static let stops: [(StopReason, FetchOutcome)] = [
    (.cancelled, .cancelled), (.shutDown, .cancelled),
    (.address(.loopback), .refused(.address(.loopback))), (.url(.scheme), .refused(.scheme)),
    (.redirect(.loop), .redirectTrouble(.loop)), (.tooLarge(.header), .tooLarge(.header)),
    (.tooLarge(.transfer), .tooLarge(.transfer)), (.tooSlow(.body), .tooSlow(.body)),
    (.encoding(.corrupt), .damaged(.corrupt)), (.encoding(.truncated), .incomplete),
    (.encoding(.tooLarge), .tooLarge(.body)), (.crowded, .ours(.crowded)),
    (.noSocket, .ours(.descriptors)), (.unsendable, .ours(.credentials)), (.setUp, .ours(.library)),
  ]

  @Test(arguments: stops)
  func `our own reason to stop comes before all else`(stop: StopReason, outcome: FetchOutcome) {
    #expect(FetchOutcome(TransferEnd(stop: stop)) == outcome)
    #expect(FetchOutcome(TransferEnd(stop: stop, code: 23, status: 200)) == outcome)
  }

  @Test func `every failure says what is wrong, whose it is to mend and what comes next`() {
    let outcomes =
      Self.statuses.map(\.1) + Self.codes.map(\.1) + Self.stops.map(\.1) + [
        .notModified, .rateLimited(status: 429, retryAfter: 60), .tooSlow(.connecting),
        .tooSlow(.answering),
      ]
    for outcome in outcomes {
      switch outcome {
      case .document, .notModified, .cancelled:
        #expect(outcome.trouble == nil)
      default:
        let sentences = outcome.sentence.split(separator: ". ").count
        #expect(sentences >= 2, "\(outcome.sentence)")
        #expect(outcome.trouble?.code == outcome.code)
        #expect(outcome.trouble?.isFinal == (outcome == .gone))
        #expect(outcome.code.utf8.allSatisfy { $0 == 0x2D || (0x30...0x7A).contains($0) })
      }
    }
  }
}
