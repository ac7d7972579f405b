import BriefModel
import BriefReport
import Glibc

/// Says what changed on the desktop of whoever runs the command: org.freedesktop.Notifications on
/// the session bus, called by systemd's `busctl` with an array of arguments and no shell.
struct DesktopNotice {
  /// A line.
  var title: String
  /// Plain text; the server may read markup in a body, so its three characters are escaped.
  var body: String

  private enum Limits {
    /// Changes of one moment that are told one by one; more become one notice.
    static let single = 5
    /// UTF-8 bytes of a title, and of a body: bubbles show less.
    static let title = 200
    static let body = 600
    /// Seconds in which the session bus must answer.
    static let answer = 5
  }

  /// A notice for each change, or one for many.
  static func notices(of changes: [Change]) -> [DesktopNotice] {
    guard changes.count > Limits.single else { return changes.map(DesktopNotice.init) }
    let titles = changes.prefix(Limits.single).map { "• " + title(of: $0) }
    return [
      DesktopNotice(
        title: "brief-sync: \(changes.count) changes",
        body: escaped(titles.joined(separator: "\n")))
    ]
  }

  private init(title: String, body: String) {
    self.title = Self.cut(VisibleText.line(title), to: Limits.title)
    self.body = body
  }

  private init(_ change: Change) {
    let classes = change.classes.map(\.rawValue).joined(separator: ", ")
    let silence = change.isSilent == true ? "silently " : ""
    self.init(
      title: "\(change.publication.source): \(silence)\(change.kind.rawValue)"
        + (classes.isEmpty ? "" : " (\(classes))"),
      body: Self.escaped(
        ([Self.title(of: change)] + change.differences.prefix(3).map(Self.words))
          .joined(separator: "\n")))
  }

  private static func title(of change: Change) -> String {
    VisibleText.line(change.publication.title ?? change.publication.link ?? "(without a title)")
  }

  private static func words(_ difference: Difference) -> String {
    VisibleText.line("\(difference.before ?? "–") → \(difference.after ?? "–")")
  }

  private static func escaped(_ text: String) -> String {
    MarkupEscape.escaped(cut(VisibleText.lines(text), to: Limits.body))
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var kept = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > limit { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// Shows it; throws ``CommandFailure`` with the reason where there is no desktop.
  func show() throws(CommandFailure) {
    let arguments = [
      "busctl", "--user", "--quiet", "--timeout=\(Limits.answer)", "call", "--",
      "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
      "org.freedesktop.Notifications", "Notify", "susssasa{sv}i", "brief-sync", "0", "", title,
      body, "0", "0", "-1",
    ]
    switch Self.run("/usr/bin/busctl", arguments) {
    case 0: return
    case nil:
      throw CommandFailure(
        .failure, "No notice can be shown: busctl is missing.",
        nextCommand: "apt install systemd")
    default:
      throw CommandFailure(
        .failure,
        "No notice can be shown: there is no session bus, or nobody on it shows notices.",
        nextCommand: "busctl --user status org.freedesktop.Notifications")
    }
  }

  /// The exit status; `nil` when the program could not be started.
  private static func run(_ program: String, _ arguments: [String]) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // What it says is for programmers; ours is for people, and standard output is the answer's.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for text in texts { free(text) } }
    texts.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, texts, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128
  }
}
