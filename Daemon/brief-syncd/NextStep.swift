import BriefConfiguration
import BriefStore

/// What to do when the configuration was changed.
enum NextStep {
  /// The command that has the change taken over: of the daemon that runs, else a round.
  static func command(config: String?) -> String {
    var options = DaemonOptions()
    (options.config, options.store) = (config, nil)
    guard let configuration = try? options.configuration(),
      let holder = StoreHolder.current(of: options.location(configuration)),
      holder.name.hasPrefix("brief-syncd")
    else { return "brief-syncd once" }
    return "brief-syncd reload"
  }
}
