import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "One page on what happened: edits, withdrawals, dates, blind spots.",
    discussion: """
      With --since last, everything since the last time: the place is kept in \
      $XDG_STATE_HOME/brief-sync-reader/brief.cursor (else under ~/.local/state), or in the file of \
      --cursor, and moves on once the whole page was written. Without such a file, the last seven \
      days.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "A time (2024-05-01, \"2 weeks ago\", 7d), or last.")
  var since = "7d"

  @Option(help: "Keep the place in this file, for --since last.", completion: .file())
  var cursor: String?

  @Flag(help: "Print a web page that needs no other file.")
  var html = false

  @Flag(name: .customLong("md"), help: "Print Markdown.")
  var markdown = false

  func validate() throws {
    try PageForm.check(html: html, markdown: markdown, shared)
    if cursor != nil, since != "last" {
      throw ValidationError("--cursor keeps the place of --since last: give both.")
    }
    if moment.asOf != nil, since == "last" {
      throw ValidationError("--since last is about now: with --as-of, name a time.")
    }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let choice = try context.topicChoice()
    let file = since == "last" ? try ReaderPlace.file(cursor, context) : nil
    let kept = try file?.read()
    let start = kept == nil ? try context.moment(file == nil ? since : "7d", option: "since") : nil
    let (brief, here) = try context.answer(asOf: moment.asOf) { snapshot in
      if let kept { try snapshot.check(kept) }
      let cursor = try kept ?? snapshot.cursor(before: start ?? context.now)
      let brief = try DeskBrief(
        snapshot, since: cursor, sinceTime: start, now: context.now, label: choice.label)
      return (brief, try snapshot.cursor())
    }
    if shared.isForPrograms {
      try context.print("brief", store: here, brief, rows: [brief])
    } else {
      let form: PagePrinting.Form = html ? .html : markdown ? .markdown : .text
      try PagePrinting.print(brief.document(label: choice.label), as: form, context)
    }
    if !context.sawDamage { try file?.replace(with: here) }
    try context.finish()
  }
}

/// Prints a report in the form that was asked for.
enum PagePrinting {
  enum Form { case text, markdown, html }

  static func print(
    _ report: ReportDocument, as form: Form, _ context: CommandContext
  ) throws {
    switch form {
    case .html: try context.write(ReportPage.text(report))
    case .markdown: try context.write(ReportMarkdown.text(report))
    case .text: try context.print(ReportText.lines(report, style: context.style.asPage))
    }
  }
}
