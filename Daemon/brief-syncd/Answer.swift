import ArgumentParser
import BriefAlerting
import Glibc
import Synchronization

/// What a command says to its caller, and whether that arrived.
enum Answer {
  /// The first failure of standard output, as errno.
  private static let failure = Mutex<CInt?>(nil)

  /// Lines of the answer. The work goes on when they cannot be written: ``status(_:)`` tells of it.
  static func print(_ text: String) { write(text + "\n") }

  static func write(_ text: String) {
    guard let code = StandardStream.output.write(text) else { return }
    failure.withLock { $0 = $0 ?? code }
  }

  /// A sentence of trouble on standard error.
  static func complain(_ text: String) { StandardStream.errors.write("brief-syncd: \(text)\n") }

  /// The status to end with instead of `status`: an answer that did not arrive is no success. A pipe whose
  /// reader had enough (`| head`) is no fault.
  static func status(_ status: Int32) -> Int32 {
    guard let code = failure.withLock({ $0 }), code != EPIPE,
      status == 0 || status == ExitStatus.someSourcesFailed.rawValue
    else { return status }
    complain("The answer could not be written: \(String(cString: strerror(code))).")
    return ExitStatus.failure.rawValue
  }
}
