import ArgumentParser
import BriefClient
import BriefConfiguration
import BriefModel
import BriefReport

struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "Try rules for alerts on what is in the store.",
    subcommands: [AlertsTest.self])
}

struct AlertsTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Show what a rule would have sent.",
    discussion: """
      Reads the store and the configuration, and sends nothing. Dates are judged by what is known \
      today, and of sources those are told that are in trouble or silent now.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The rule's name.")
  var rule: String

  @Option(help: "From when on, such as 30d or 2024-01-31.")
  var since = "30d"

  @Option(
    help: "The configuration file. Without it the usual places are tried.", completion: .file())
  var config: String?

  func run() throws {
    let context = CommandContext(shared)
    let rules = try AlertRules(config, environment: context.environment)
    let rule = try rules.rule(rule)
    let since = try context.moment(since, option: "since") ?? context.now
    let (cursor, trial) = try context.answer { snapshot in
      (
        try snapshot.cursor(),
        try Self.trial(of: rule, among: rules.rules, since: since, now: context.now, in: snapshot)
      )
    }
    if shared.isForPrograms {
      try context.print("alerts", store: cursor, trial, rows: trial.rows)
    } else {
      try context.print(RuleTrialText.lines(trial, style: context.style))
    }
    try context.finish(trial.rows.isEmpty ? .nothingMatched : .success)
  }

  private static func trial(
    of rule: AlertRule, among rules: [AlertRule], since: Timestamp, now: Timestamp,
    in snapshot: ArchiveSnapshot
  ) throws -> RuleTrial {
    var start = try snapshot.cursor()
    start.revision = .none
    let changes = try snapshot.changes(since: start, ChangeQuestion(since: since)).changes
    let listed = Dictionary(
      uniqueKeysWithValues: try snapshot.sources().map { ($0.id, $0.publications) })
    var trial = RuleTrial(rule: rule, since: since, examined: changes.count)
    // One revision is one poll of one source.
    for (revision, poll) in Dictionary(grouping: changes, by: \.revision).sorted(by: {
      $0.key < $1.key
    }) {
      guard let source = poll.first?.publication.source else { continue }
      var details: [PublicationID: ChangeDetails] = [:]
      if rules.contains(where: \.asksForDetails) {
        for change in poll { details[change.publication.id] = try snapshot.details(of: change) }
      }
      let first = try snapshot.changes(since: start, ChangeQuestion(source: source, limit: 1))
      let alerts = Alert.owed(
        for: poll, rules: [rule], source: source,
        bulk: PollBulk(
          isFirstPoll: first.changes.first?.revision == revision,
          listed: listed[source] ?? poll.count), details: details)
      let sent = alerts.filter { $0.channel == rule.channels.first }
      trial.messages += sent.count
      trial.changes += sent.flatMap(\.changes)
      for alert in alerts {
        for change in alert.changes {
          let told = rules.deciding(alert.channel) {
            $0.matches(change, details: details[change.publication.id])
          }
          if let told, told.name != rule.name { trial.pass(to: told, on: alert.channel) }
        }
      }
    }
    trial.dates = try snapshot.dates(passedAfter: since.day, today: now.day).filter(rule.matches)
    trial.sources = try snapshot.sourcesInTrouble(since: since).filter(rule.matches)
    trial.messages += trial.dates.count + trial.sources.count
    return trial
  }
}
