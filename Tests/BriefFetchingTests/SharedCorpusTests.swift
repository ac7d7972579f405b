import BriefFetching
import BriefModel
import Foundation
import TestSupport
import Testing

/// Hostile answers and addresses that the project did not write, where they are at hand.
@Suite(
  .enabled(if: SharedCorpus.isPresent, "no corpus beside the checkout or in BRIEF_SYNC_SHARED"))
struct SharedCorpusTests {
  /// The service's own times are a minute in all; the cases are as slow as they are.
  static let hasty: RequestPolicy = {
    var policy = RequestPolicy()
    policy.answerTimeout = 1500
    policy.ratePeriod = 2500
    return policy
  }()

  @Test func `every hostile answer ends as it should`() async throws {
    let rows = try SharedCorpus.rows(tool: "http")
    let answers = Dictionary(
      uniqueKeysWithValues: try rows.map { ($0.name, (row: $0, bytes: try $0.bytes())) })
    let server = try RawHTTPServer { request in
      let path = request.split(separator: " ").dropFirst().first ?? ""
      let name = path.dropFirst(3).prefix { !"%?".contains($0) }
      guard path.hasPrefix("/c/"), let (row, bytes) = answers[String(name)] else {
        return .init(status: "404 Not Found", text: "")
      }
      let host = request.split(separator: "\r\n").first { $0.hasPrefix("Host: ") }?.dropFirst(6)
      return row.script(bytes, server: "http://\(host ?? "127.0.0.1")")
    }
    defer { server.stop() }
    let engine = try FetchEngine()
    for row in rows {
      let url = "\(server.url)c/\(row.name)"
      let before = server.requests.count
      let response = await engine.perform(
        FeedRequest(url: url, allowsPrivateAddresses: true, policy: Self.hasty))
      let requests = server.requests.dropFirst(before)
      #expect(!requests.contains { $0.contains("/canary") }, "\(row.name)")
      #expect(requests.count <= row.mostRequests, "\(row.name): \(requests.count) requests")
      switch row.outcome {
      case "ok":
        #expect(response.outcome == .document, "\(row.name): \(response.outcome)")
      case "error" where response.outcome == .document:
        // What is left for the parser to refuse: a document that is no feed.
        #expect(
          !String(decoding: response.body, as: UTF8.self).contains("<rss"),
          "\(row.name) was taken for a document")
      default:
        break
      }
    }
    await engine.shutDown()
  }

  @Test func `every address in the list is allowed or refused as it should be`() throws {
    for row in try SharedCorpus.rows(tool: "check-url") {
      for line in try row.lines() where !line.value.contains("\0") {
        let isAllowed = URLRule.verdict(url: line.value) == .allowed
        #expect(isAllowed == (line.verdict == "allow"), "\(line.value)")
      }
    }
  }

  @Test func `every name in the list is judged by all that it resolves to`() throws {
    for row in try SharedCorpus.rows(tool: "check-name") {
      for line in try row.lines() {
        // "A then B" is a name server that changes its mind: each connection is judged by itself.
        let turns = (line.answers ?? "").components(separatedBy: " then ")
        let verdicts = turns.map { turn in
          AddressRule.verdict(
            forAnswers: turn.split(separator: ",").compactMap(IPAddressBytes.init(text:)))
        }
        let isAllowed = verdicts.allSatisfy { $0 == .allowed }
        #expect(isAllowed == (line.verdict == "allow"), "\(line.value)")
      }
    }
  }
}

enum SharedCorpus {
  struct Row: Decodable {
    struct Checks: Decodable {
      var mostRequests: Int?
      private enum CodingKeys: String, CodingKey { case mostRequests = "max_requests" }
    }
    struct Pace: Decodable {
      var bytes: Int?
      var pause: Int?
      var hang: Bool?
      var `repeat`: Bool?
      var reset: Bool?
      private enum CodingKeys: String, CodingKey {
        case bytes, hang, `repeat`, reset
        case pause = "every_ms"
      }
    }
    var path: String
    var tool: String?
    var outcome: String?
    var checks: Checks?
    var pace: Pace?
    var next: String?

    var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }
    var mostRequests: Int { checks?.mostRequests ?? 10 }
  }

  struct Line: Decodable {
    var value: String
    var verdict: String
    var answers: String?
    private enum CodingKeys: String, CodingKey {
      case value, verdict
      case answers = "resolves_to"
    }
  }

  static let folder: URL = {
    let shared = ProcessInfo.processInfo.environment["BRIEF_SYNC_SHARED"].map { URL(filePath: $0) }
    let beside = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../../shared").standardized
    return (shared ?? beside).appending(path: "corpus/hostile")
  }()

  static var manifest: URL { folder.appending(path: "manifest.jsonl") }
  static var isPresent: Bool { FileManager.default.fileExists(atPath: manifest.path) }

  static func rows(tool: String) throws -> [Row] {
    try records(Row.self, in: manifest).filter { $0.tool == tool }
  }

  static func records<T: Decodable>(_ type: T.Type, in file: URL) throws -> [T] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }
}

extension SharedCorpus.Row {
  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: SharedCorpus.folder.appending(path: path)))
  }

  func lines() throws -> [SharedCorpus.Line] {
    try SharedCorpus.records(
      SharedCorpus.Line.self, in: SharedCorpus.folder.appending(path: path))
  }

  /// What the server sends, by the rules of the corpus: places filled in, paced as the row says.
  func script(_ bytes: [UInt8], server: String) -> RawHTTPServer.Script {
    let port = server.split(separator: ":").last.map(String.init) ?? ""
    let following = (next ?? "ok-feed.http").replacing(".http", with: "")
    var bytes = bytes
    for (place, text) in [
      ("@@PORT@@", port), ("@@SELF@@", "\(server)/c/\(name)"),
      ("@@NEXT@@", "\(server)/c/\(following)"), ("@@CANARY@@", "\(server)/canary"),
    ] {
      bytes = Array(bytes.replacing(Array(place.utf8), with: Array(text.utf8)))
    }
    var script = RawHTTPServer.Script([bytes])
    if let size = pace?.bytes {
      let pieces = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      script = RawHTTPServer.Script(pieces, pause: pace?.pause ?? 0)
    }
    script.repeatsLast = pace?.repeat == true
    script.lingers = pace?.hang == true ? 30_000 : 0
    script.resets = pace?.reset == true
    return script
  }
}
