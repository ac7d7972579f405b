import BriefAlerting
import BriefConfiguration
import BriefFetching
import BriefModel
import BriefWriting
import Foundation

/// A secret that could not be had. The sentence says where it was looked for, never what it is.
package struct UnreadableSecret: Error, Hashable {
  package var sentence: String
}

extension SourceKey {
  /// Read anew for each poll, so that a changed secret needs no reload.
  func read() async throws(UnreadableSecret) -> Credentials {
    let secret: String
    do {
      let environment = ProcessInfo.processInfo.environment
      secret = try await SecretReader(environment: environment, runner: LocalRunner()).read(place)
    } catch {
      let reason = (error as? ChannelFault)?.reason ?? "\(error)"
      throw UnreadableSecret(
        sentence: "The source is locked: \(reason). Mend it, or run: brief-syncd check-config")
    }
    switch kind {
    case .basic: return .basic(user: name, password: secret)
    case .bearer: return .bearer(token: secret)
    case .header: return .fields([HeaderField(name, secret)])
    }
  }
}

extension PolledSource {
  /// A source whose secret could not be read: no request is made, the others go on.
  init(locked source: Source, seen: Timestamp, reason: UnreadableSecret) {
    record = PollRecord(
      source: source.id, time: seen,
      observation: .trouble(
        PollTrouble(code: "secret-unreadable", sentence: reason.sentence)),
      outcome: "secret-unreadable")
    report = PollReport(.failed(.refused))
  }
}
