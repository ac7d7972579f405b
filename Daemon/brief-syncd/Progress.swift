import BriefAlerting
import Glibc

/// One line on standard error that is written over, where a person watches.
enum Progress {
  static func show(_ text: String) { write("\r\u{1b}[K" + text) }

  static func end() { write("\r\u{1b}[K") }

  private static func write(_ text: String) {
    guard isatty(STDERR_FILENO) != 0 else { return }
    StandardStream.errors.write(text)
  }
}
