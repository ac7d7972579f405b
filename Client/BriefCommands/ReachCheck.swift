import BriefConfiguration
import BriefModel
import BriefReport
import BriefTopics
import Glibc

/// What the daemon's configuration says of how publishers are reached, as `doctor` tells it.
struct ReachCheck {
  let check: DoctorReport.Check

  /// - Parameter named: the file of the command line; `nil` looks in the usual places.
  init(_ named: String?, environment: Environment) throws(CommandFailure) {
    let path = ConfigurationPlace.path(named, environment: environment.places)
    guard named != nil || access(path, F_OK) == 0 else {
      check = Self.check(
        .well, "no configuration at \(path); name another with --config", nil)
      return
    }
    let command = "brief-syncd check-config --config \(path)"
    let topics = try TopicChoice.shippedNames().map { ($0.id, $0.parent) }
    do {
      let configuration = try ConfigurationFile.read(path: path, topics: TopicNames(topics))
      check = Self.check(configuration, command)
    } catch {
      let reason = error.faults.first?.description ?? error.description
      check = Self.check(.wrong, reason, command)
    }
  }

  private static func check(
    _ configuration: DaemonConfiguration, _ command: String
  ) -> DoctorReport.Check {
    if let proxy = configuration.polling.proxy {
      return check(
        .odd,
        "requests go through the proxy \(Self.shown(proxy)), which looks names up itself: it "
          + "answers for the rule that no private address is reached, and only names that are "
          + "private by their spelling are still refused here", command)
    }
    let open = configuration.sources.count { $0.allowsPrivateAddresses }
    guard open > 0 else {
      return check(.well, "no private address is reached, whatever a name leads to", nil)
    }
    return check(
      .well,
      "\(counted(open, "source")) may live on a private network (allow_private); no other reaches one",
      nil)
  }

  /// Without the name and password that may stand in it.
  private static func shown(_ proxy: String) -> String {
    guard let at = proxy.lastIndex(of: "@"), let scheme = proxy.firstRange(of: "://") else {
      return proxy
    }
    return String(proxy[..<scheme.upperBound] + proxy[proxy.index(after: at)...])
  }

  private static func check(
    _ verdict: DoctorReport.Verdict, _ detail: String, _ command: String?
  ) -> DoctorReport.Check {
    DoctorReport.Check(what: "network", verdict: verdict, detail: detail, nextCommand: command)
  }
}
