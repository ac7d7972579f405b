import BriefAlerting
import BriefConfiguration
import Foundation

/// Reads secrets from where the configuration says they are.
struct SecretReader {
  let environment: [String: String]
  let runner: any AlertRunning

  /// Bytes; no password or token is longer, and a file that is was named by mistake.
  private static let longest = 1_900
  /// Milliseconds for a program that prints a secret.
  private static let timeout = 10_000

  /// The secret without white space around it. Throws ``ChannelFault`` that says where it was
  /// looked for.
  func read(_ place: SecretPlace) async throws -> String {
    switch place {
    case .file(let path):
      return try text(of: path, "its secret file \(path)")
    case .credential(let name):
      guard let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else {
        throw ChannelFault(
          reason:
            "there are no systemd credentials; give the unit LoadCredential=\(name):PATH")
      }
      return try text(of: "\(folder)/\(name)", "its credential \(name)")
    case .command(let arguments):
      return try await printed(by: arguments)
    case .written(let secret):
      return secret
    }
  }

  private func text(of path: String, _ what: String) throws(ChannelFault) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ChannelFault(reason: "\(what) cannot be read")
    }
    defer { try? handle.close() }
    let bytes = try? handle.read(upToCount: Self.longest + 1)
    guard let bytes = bytes ?? nil else { throw ChannelFault(reason: "\(what) holds no secret") }
    return try checked(String(decoding: bytes, as: UTF8.self), what)
  }

  private func printed(by arguments: [String]) async throws(ChannelFault) -> String {
    let what = "its secret command \(arguments.first ?? "")"
    let kept = ["PATH", "HOME", "LANG", "XDG_RUNTIME_DIR", "GNUPGHOME", "PASSWORD_STORE_DIR"]
    let run = AlertRun(
      command: AlertCommand(arguments: arguments, timeout: Self.timeout), input: [],
      environment: kept.compactMap { name in environment[name].map { "\(name)=\($0)" } })
    switch await runner.run(run) {
    case .exited(0, let output): return try checked(output, what)
    case .exited(let status, _): throw ChannelFault(reason: "\(what) ended with \(status)")
    case .signalled(let signal):
      throw ChannelFault(reason: "\(what) was ended by signal \(signal)")
    case .timedOut: throw ChannelFault(reason: "\(what) took more than ten seconds")
    case .notStarted(let reason): throw ChannelFault(reason: "\(what) did not start: \(reason)")
    case .interrupted: throw ChannelFault(reason: "\(what) was interrupted")
    }
  }

  private func checked(_ text: String, _ what: String) throws(ChannelFault) -> String {
    let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if secret.isEmpty { throw ChannelFault(reason: "\(what) holds no secret") }
    if secret.utf8.count >= Self.longest {
      throw ChannelFault(reason: "\(what) is too long to be a secret")
    }
    if secret.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw ChannelFault(reason: "\(what) has more than one line or a control character")
    }
    return secret
  }
}
