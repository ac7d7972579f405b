import BriefConfiguration
import BriefModel
import BriefTopics

/// The rules of a configuration file, for commands that say what they would do.
struct AlertRules {
  let rules: [AlertRule]
  let path: String

  /// The file that is named, else that of the usual places. Throws ``CommandFailure``.
  init(_ named: String?, environment: Environment) throws(CommandFailure) {
    path = ConfigurationPlace.path(named, environment: environment.places)
    let topics = try TopicChoice.shippedNames().map { ($0.id, $0.parent) }
    do {
      rules = try ConfigurationFile.read(path: path, topics: TopicNames(topics)).rules
    } catch {
      throw CommandFailure(
        .usage, error.description, nextCommand: "brief-syncd check-config --config \(path)")
    }
  }

  func rule(_ name: String) throws(CommandFailure) -> AlertRule {
    if let rule = rules.first(where: { $0.name == name }) { return rule }
    let hint = NearestName.of(name, among: rules.map(\.name)).map { " Did you mean “\($0)”?" } ?? ""
    throw CommandFailure(
      .usage, "\(path) has no rule “\(name)”.\(hint)",
      nextCommand: "brief-syncd check-config --config \(path)")
  }
}
