import BriefAlerting
import BriefFetching
import BriefModel
import BriefWriting
import Foundation

/// How a source is opened, and where the secret for it is kept. The configuration holds no secret.
package struct SourceKey: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case basic, bearer, header
  }

  package var kind: Kind
  /// For `basic`: the user. For `header`: the field's name.
  package var name: String
  package var place: SecretPlace

  /// Read anew for each poll, so that a changed secret needs no reload.
  func read() async throws(UnreadableSecret) -> Credentials {
    let secret = try await place.read()
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
