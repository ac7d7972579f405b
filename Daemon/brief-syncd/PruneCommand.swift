import ArgumentParser
import BriefDaemon
import BriefModel
import BriefWriting

struct PruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Take the contents of old versions out of the store, for good.",
    discussion: """
      Says what would go, and takes it out only with --yes. A publication's newest version always \
      stays. Ids, digests, dates and differences of pruned versions stay too, so that the chain \
      still verifies; brief-sync verify counts them.
      Example: brief-syncd prune --before 2y
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "Versions that were replaced by newer ones before this: 2020-01-01, 2y.")
  var before: String

  @Option(help: "Of this source only.")
  var source: String?

  @Option(help: "Of the publication with this id only, 32 hexadecimal digits.")
  var publication: String?

  @Flag(help: "Do it.")
  var yes = false

  func validate() throws {
    if let publication, PublicationID(hexadecimal: publication) == nil {
      throw ValidationError(
        "--publication “\(publication)” is no whole id. brief-sync list --json has them.")
    }
    if TimeExpression.moment(before, now: Timestamp(seconds: 0)) == nil {
      throw ValidationError(
        "--before “\(before)” is no time. Accepted: \(TimeExpression.accepted).")
    }
  }

  func run() async throws {
    try options.requireStore()
    try await options.withAssembly(needsConfiguration: false) { assembly in
      let maintenance = StoreMaintenance(assembly)
      guard let moment = TimeExpression.moment(before, now: maintenance.now) else {
        throw ExitStatus.usage
      }
      let source = self.source.map { SourceID($0) }
      if let source { try await maintenance.check(source) }
      let scope = PruneScope(
        replacedBefore: moment, source: source,
        publication: publication.flatMap { PublicationID(hexadecimal: $0) })
      let report =
        try await yes ? maintenance.prune(scope) : maintenance.prunable(scope)
      Answer.print(text(report))
    }
  }

  private func text(_ report: PruneReport) -> String {
    guard report.versions > 0 else {
      return "No version was replaced before that: there is nothing to prune."
    }
    let what =
      "the contents of \(counted(report.versions, "version")) of \(counted(report.publications, "publication")) (\(counted(Int(clamping: report.bytes), "byte")))"
    return yes
      ? "Taken out: \(what). Their ids and digests stay; brief-sync verify --data proves the rest."
      : "This would take out \(what), for good.\nKeep a copy with: brief-syncd backup DIR\nDo it with the same command and --yes."
  }
}
