import BriefAlerting
import Foundation

/// Where a secret is kept.
package enum SecretPlace: Hashable, Sendable {
  case file(String)
  /// A name in systemd's `$CREDENTIALS_DIRECTORY` (systemd.exec(5), LoadCredential=).
  case credential(String)
  /// The first line of what a program prints.
  case command([String])

  private static let longest = 8 << 10

  /// The first line, without blanks around it.
  func read(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws(UnreadableSecret) -> String {
    switch self {
    case .file(let path):
      return try Self.line(of: path, mend: "let its owner or group be the daemon's account")
    case .credential(let name):
      guard let folder = environment["CREDENTIALS_DIRECTORY"] else {
        throw UnreadableSecret(
          "The credential \(name) is not there, since systemd passed none. Add LoadCredential=\(name):PATH to the service, or name a file."
        )
      }
      return try Self.line(
        of: folder + "/" + name, mend: "add LoadCredential=\(name):PATH to the service")
    case .command(let arguments):
      return try await Self.output(of: arguments)
    }
  }

  private static func line(of path: String, mend: String) throws(UnreadableSecret) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw UnreadableSecret("The secret file \(path) cannot be read (\(reason)): \(mend).")
    }
    defer { try? handle.close() }
    guard let bytes = try? handle.read(upToCount: longest), let line = firstLine([UInt8](bytes))
    else {
      throw UnreadableSecret("The secret file \(path) holds no secret in its first line.")
    }
    return line
  }

  static func firstLine(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes.prefix { $0 != 0x0a && $0 != 0x0d }, as: UTF8.self)
    else { return nil }
    let line = text.trimmingCharacters(in: .whitespaces)
    return line.isEmpty ? nil : line
  }
}

/// A secret that could not be had. The sentence says where it was looked for, never what it is.
package struct UnreadableSecret: Error, Hashable {
  package var sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

extension SecretPlace {
  /// Runs the program with an empty environment but for its path; what it says on standard error
  /// is taken for a part of the answer, so it must be silent there.
  private static func output(of arguments: [String]) async throws(UnreadableSecret) -> String {
    let run = AlertRun(
      command: AlertCommand(arguments: arguments), input: [],
      environment: ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"])
    let name = arguments.first ?? ""
    switch await LocalRunner().run(run) {
    case .exited(0, let output):
      guard let line = firstLine(Array(output.utf8)) else {
        throw UnreadableSecret("The program \(name) printed no secret in its first line.")
      }
      return line
    case .exited(let status, _):
      throw UnreadableSecret(
        "The program \(name) for the secret ended with status \(status): run it as the daemon's account to see why."
      )
    case .signalled(let signal):
      throw UnreadableSecret("The program \(name) for the secret was ended by signal \(signal).")
    case .timedOut:
      throw UnreadableSecret("The program \(name) for the secret was not done in time.")
    case .notStarted(let reason):
      throw UnreadableSecret("The program \(name) for the secret did not start: \(reason).")
    case .interrupted:
      throw UnreadableSecret("The program \(name) for the secret was interrupted.")
    }
  }
}
