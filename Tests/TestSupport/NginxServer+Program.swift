import Glibc

/// A program that a test started and ends itself, by its process number. (Foundation's `Process`
/// hands the calling thread's signal mask on, and on the threads of tasks every signal is blocked:
/// a program started there cannot be terminated.)
package struct StartedProgram: Sendable {
  private let id: pid_t

  /// Throws when the program could not be started. It has the test's environment, no input, and its
  /// output goes nowhere.
  package init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0..<Int32(3) {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pointers = ([path] + arguments).map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    var id = pid_t()
    let code = posix_spawn(&id, path, &actions, &attributes, pointers, environ)
    guard code == 0 else { throw NotStarted(path: path, code: code) }
    self.id = id
  }

  package struct NotStarted: Error {
    package var path: String
    /// An errno.
    package var code: Int32
  }

  /// Also collects the exit status, so that it may be asked once after the end.
  package var isRunning: Bool {
    var status: Int32 = 0
    return waitpid(id, &status, WNOHANG) == 0
  }

  /// Waits for the end. The exit code; `nil` when a signal ended it or it was waited for before.
  @discardableResult
  package func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  package func terminate() {
    kill(id, SIGTERM)
    wait()
  }
}
