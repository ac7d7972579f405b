/// One example for each command, that runs as it stands. `ID` is a publication's.
package enum ManualExamples {
  package static let all: [(verb: String, arguments: String, says: String)] = [
    ("status", "status", "How does everything fare?"),
    ("changes", "changes --since 7d --topic gas", "What changed on gas this week?"),
    ("list", "list --lang en --limit 20", "The twenty publications that changed last."),
    ("show", "show ID", "Read a publication."), ("log", "log ID", "What happened to it?"),
    ("diff", "diff ID", "What did the last edit change?"),
    ("search", "search '\"gas market\" OR миграция'", "A phrase, or a word in any of its forms."),
    ("blame", "blame ID", "When did each sentence come to read so?"),
    ("when", "when 'single gas market'", "Who said it first, and who last?"),
    ("watch", "watch --since 1d --count 1 --jsonl", "One change a line, as they come."),
    (
      "deadlines", "deadlines --topic gas",
      "Which dates were named for the gas market, and did they move?"
    ),
    ("figures", "figures --topic gas --csv", "The prices and shares that were named, as a series."),
    ("explain", "explain ID", "Why has it these topics and dates?"),
    ("sources", "sources", "How do the polls go?"),
    ("traffic", "traffic", "What is asked of which host?"),
    ("coverage", "coverage", "For which time is a source complete?"),
    ("outbox", "outbox", "Which alerts wait or were given up, and why?"),
    (
      "alerts", "alerts test RULE --since 30d --config FILE",
      "What would a rule have sent in the last month?"
    ),
    ("verify", "verify --data", "Is everything as it was recorded?"),
    ("export", "export", "The whole store as JSON Lines."),
    ("doctor", "doctor", "What is wrong or odd?"), ("config", "config", "Which store is meant?"),
    ("completions", "completions bash", "Let the shell complete commands."),
    ("cite", "cite ID@v1 --style bibtex", "Cite the first version."),
    ("evidence", "evidence ID@v2 --output FILE.zip", "Prove a version to someone else."),
    ("feed", "feed --atom --topic gas", "Changes for a feed reader."),
    ("matrix", "matrix", "Who writes about what?"),
    ("brief", "brief --since 7d --md", "What happened this week, on one page?"),
    ("dossier", "dossier single-gas-market", "All about one topic."),
    ("inspect", "inspect FILE", "What does a feed hold, before one follows it?"),
    ("extract", "extract FILE", "What is read from a page?"),
    ("topics", "topics check FILE", "Can a catalogue of topics be read?"),
  ]
}
