import ArgumentParser
import BriefClient
import BriefModel

extension Terminal.ColourChoice: ExpressibleByArgument {}

/// What every command understands.
struct SharedOptions: ParsableArguments {
  @Option(
    help: "Folder of the store; else BRIEF_SYNC_STORE, else the usual places.",
    completion: .directory)
  var store: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print the rows as JSON, one a line.")
  var jsonl = false

  @Option(help: "Colour: auto, always or never. NO_COLOR is honoured.")
  var color: Terminal.ColourChoice = .auto

  @Flag(help: "Do not show long answers in a pager (BRIEF_SYNC_PAGER, PAGER, less).")
  var noPager = false

  /// True when a program reads the answer.
  var isForPrograms: Bool { json || jsonl }

  func validate() throws {
    if json && jsonl { throw ValidationError("Give --json or --jsonl, not both.") }
  }
}

/// What was chosen of ``SharedOptions``.
struct SharedChoice {
  var store: String?
  var json = false
  var jsonl = false
  var color = Terminal.ColourChoice.auto
  var noPager = false

  /// True when a program reads the answer.
  var isForPrograms: Bool { json || jsonl }
}

extension SharedOptions {
  var choice: SharedChoice {
    SharedChoice(store: store, json: json, jsonl: jsonl, color: color, noPager: noPager)
  }
}

/// Answers that are pages.
enum PageForm {
  /// Throws when more than one form is asked for.
  static func check(html: Bool, markdown: Bool = false, _ shared: SharedOptions) throws {
    let forms = [html, markdown, shared.json, shared.jsonl].count { $0 }
    if forms > 1 { throw ValidationError("Give one of --html, --md, --json and --jsonl.") }
  }
}

/// Which records are meant.
struct FilterOptions: ParsableArguments {
  @Option(help: "Of this time or later: 2024-05-01, \"2 weeks ago\", 7d.")
  var since: String?

  @Option(help: "Of this time or before.")
  var until: String?

  @Option(help: "Of this source.")
  var source: String?

  @Option(help: "About this topic of the catalogue.")
  var topic: String?

  @Option(help: "In this language: en, pl, ru.")
  var lang: String?

  @Option(help: "At most so many.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }
}
