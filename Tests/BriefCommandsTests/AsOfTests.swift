import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

/// What was printed at a moment is printed again, byte for byte, when asked as of that moment.
struct AsOfTests {
  /// A store whose polls are recorded one by one, by a writer that lets go after each.
  private final class History {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("history-\(UUID().uuidString)").path
    /// Ten days ago, so that nothing lies in the future of the program's clock.
    var now = Timestamp(seconds: Int64(Date().timeIntervalSince1970) - 864_000)
    var configured = ["pism", "osw"]

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func record(_ source: String, _ observation: Observation, warning: String? = nil) async throws {
      let writer = try await writer()
      let context = RecordingContext(
        tag: { entry in
          guard entry.content.body?.text.contains("gas") == true else { return Tagging() }
          return Tagging(mentions: [
            Mention(
              topic: TopicID("single-gas-market"), pattern: "gas", field: .text, offset: 0,
              length: 3, passage: entry.content.body?.text ?? "")
          ])
        }, body: { _, _, _ in AlertBody(type: "change", text: "{}") })
      var poll = PollRecord(
        source: SourceID(source), time: now, observation: observation,
        rawDigest: Fingerprint.sha256(Array("\(now)".utf8)), outcome: "document",
        nextPoll: now.advanced(by: 8_640_000))
      poll.warning = warning
      let recorded = try await writer.record([poll], context: context)
      if let trouble = recorded.first?.trouble { throw trouble }
    }

    /// A writer of an hour later, with what is configured then.
    private func writer() async throws -> StoreWriter {
      now = now.advanced(by: 3600)
      let writer = try StoreWriter(
        StoreLocation(folder: folder), holder: "test",
        newID: StoreID(rawValue: "00000000-0000-4000-8000-00000000000a"), now: now)
      try await writer.configure(
        configured.map { Source(id: SourceID($0), url: "https://example.org/\($0)") })
      return writer
    }

    func configure(_ sources: [String]) async throws {
      configured = sources
      _ = try await writer()
    }

    func pause(_ source: String, _ isPaused: Bool) async throws {
      _ = try await writer().setPaused(SourceID(source), isPaused, at: now)
    }

    func list(_ source: String, _ briefs: [(name: String, text: String, day: Int)]) async throws {
      let entries = briefs.map { brief in
        let entry = Entry(
          identity: Identity(kind: .entryID, value: brief.name),
          link: "https://example.org/\(brief.name)",
          content: Content(
            title: "Brief \(brief.name)", authors: ["A. Author"],
            published: CalendarDate(year: 2023, month: 1, day: brief.day)?.midnight,
            body: Body(text: brief.text)), language: "en")
        return IdentifiedEntry(
          entry: entry, canonicalLink: entry.link,
          publication: Fingerprint.publication(source: SourceID(source), identity: entry.identity),
          versionID: Fingerprint.version(entry.content))
      }
      try await record(
        source, .snapshot(IdentifiedSnapshot(entries: entries)),
        warning: source == "osw" ? "The document was cut off." : nil)
    }

    /// Everything that can be asked as of a moment.
    static let questions = [
      "status --json", "status", "sources --json", "list --json", "list", "changes --json",
      "changes --json --since 5h", "list --json --topic single-gas-market",
      "search --json gas", "search --json 'gas market'", "search --json oil", "matrix --json",
      "dossier --json single-gas-market", "brief --json --since 2020-01-01",
    ]

    /// The questions, with those about each publication that is listed now.
    func answers(_ asOf: String = "") throws -> [String: String] {
      let ids =
        ((try run("list --json \(asOf)").document["publications"] as? [[String: Any]]) ?? [])
        .compactMap { $0["id"] as? String }
      var answers: [String: String] = [:]
      let each = ids.flatMap { id in
        ["show \(id)", "show --json \(id)", "log --json \(id)"]
      }
      for question in Self.questions + each {
        let run = try run("\(question) \(asOf)")
        answers[question] = "\(run.status)\n\(run.output)"
      }
      return answers
    }

    private func run(_ arguments: String) throws -> Run {
      try Run.script("\"$B\" \(arguments)", ["BRIEF_SYNC_STORE": folder])
    }
  }

  @Test func `every answer as of a moment is byte for byte the one that was given then`()
    async throws
  {
    let history = History()
    let gas = { (year: Int) in ("gas", "The gas market opens in \(year), they said.", 3) }
    let oil = ("oil", "On oil and its price.", 2)
    let tax = ("tax", "On tax.", 1)
    let rounds: [() async throws -> Void] = [
      { try await history.list("pism", [gas(2023), oil, tax]) },
      { try await history.list("osw", [gas(2022)]) },
      { try await history.list("pism", [gas(2024), oil, tax]) },
      {
        try await history.record(
          "osw", .trouble(PollTrouble(code: "http-404", sentence: "Not found (404).")))
      },
      { try await history.list("pism", [gas(2024), tax]) },
      {
        try await history.record(
          "osw", .trouble(PollTrouble(code: "http-503", sentence: "Not now (503).")))
      },
      { try await history.list("pism", [gas(2025), tax]) },
      { try await history.list("osw", [gas(2022), ("new", "Another gas text.", 4)]) },
      { try await history.pause("osw", true) },
      { try await history.list("pism", [gas(2025), oil, tax]) },
      { try await history.configure(["pism", "fresh"]) },
      { try await history.list("pism", [gas(2026), oil, tax]) },
      { try await history.configure(["pism", "osw", "fresh"]) },
      { try await history.pause("osw", false) },
      { try await history.list("osw", [gas(2023), ("new", "Another gas text.", 4)]) },
    ]
    var given: [(moment: String, answers: [String: String])] = []
    for (number, round) in rounds.enumerated() {
      try await round()
      given.append((history.now.rfc3339, try history.answers("--as-of \(history.now.rfc3339)")))
      guard number % 4 == 3 else { continue }
      // Asked without a moment, what counts from today differs, and nothing else does.
      let plain = try history.answers()
      for (question, answer) in plain
      where question.contains("--json")
        && !["5h", "dossier", "brief "].contains(where: question.contains)
      {
        #expect(given.last?.answers[question] == answer, "\(question) at \(history.now.rfc3339)")
      }
    }
    for (moment, then) in given {
      let answers = try history.answers("--as-of \(moment)")
      #expect(Set(answers.keys) == Set(then.keys), "as of \(moment)")
      for (question, answer) in then {
        #expect(answers[question] == answer, "\(question) as of \(moment)")
      }
    }
  }
}
