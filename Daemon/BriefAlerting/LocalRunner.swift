import Foundation
import Glibc

/// Runs programs as children of this process, each in a process group of its own that is ended as a
/// whole.
package struct LocalRunner: AlertRunning {
  package init() {}

  package func run(_ run: AlertRun) async -> AlertRunEnd {
    let isCancelled = CancelFlag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Waiting for a child blocks: on a thread of its own it keeps no task from running.
        Thread.detachNewThread {
          continuation.resume(returning: ChildProcess.run(run) { isCancelled.isSet })
        }
      }
    } onCancel: {
      isCancelled.set()
    }
  }
}

/// One child, from its start to its end. Blocks.
enum ChildProcess {
  /// - Parameter isCancelled: asked about twenty times a second.
  static func run(_ run: AlertRun, isCancelled: () -> Bool) -> AlertRunEnd {
    guard let program = run.command.arguments.first, program.hasPrefix("/"),
      !(run.command.arguments + run.environment).contains(where: { $0.utf8.contains(0) })
    else { return .notStarted(reason: "the program needs an absolute path") }
    guard let input = pipe(), let output = pipe() else {
      return .notStarted(reason: String(cString: strerror(errno)))
    }
    defer {
      for end in [input.read, output.read, output.write] { end.close() }
      input.write.close()
    }
    let started = spawn(run, input: input.read.number, output: output.write.number)
    guard case .success(let child) = started else {
      if case .failure(let failure) = started { return .notStarted(reason: failure.reason) }
      return .notStarted(reason: "unknown")
    }
    input.read.close()
    output.write.close()
    var conversation = Conversation(child: child, input: input.write, output: output.read)
    return conversation.hold(run, isCancelled: isCancelled)
  }

  struct Failure: Error { var reason: String }

  private static func spawn(_ run: AlertRun, input: Int32, output: Int32) -> Result<pid_t, Failure>
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    // Nothing of the daemon's, its store's lock above all, lives on in a child. Everything of ours
    // is closed on exec; this is for what a library may have forgotten.
    for number in inheritable() { posix_spawn_file_actions_addclose(&actions, number) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var child: pid_t = 0
    let code = withCStrings(run.command.arguments) { arguments in
      withCStrings(run.environment) { environment in
        posix_spawn(&child, run.command.arguments[0], &actions, &attributes, arguments, environment)
      }
    }
    return code == 0 ? .success(child) : .failure(Failure(reason: String(cString: strerror(code))))
  }

  private static func inheritable() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { Int32($0) }.filter { number in
      let flags = number > 2 ? fcntl(number, F_GETFD) : -1
      return flags >= 0 && flags & FD_CLOEXEC == 0
    }
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      // The buffer ends with `nil`: it is never empty, so it has an address.
      body(buffer.baseAddress ?? .allocate(capacity: 0))
    }
  }

  private static func pipe() -> (read: PipeEnd, write: PipeEnd)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (PipeEnd(ends[0]), PipeEnd(ends[1]))
  }
}

/// A descriptor that is closed once.
final class PipeEnd {
  private(set) var number: Int32
  init(_ number: Int32) { self.number = number }

  func close() {
    guard number >= 0 else { return }
    Glibc.close(number)
    number = -1
  }
}
