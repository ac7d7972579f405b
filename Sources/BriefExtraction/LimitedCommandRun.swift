import Glibc

/// The system calls of ``LimitedCommand``.
extension LimitedCommand {
  struct Collected {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var isLate = false
    var isOver = false
  }

  /// An open file without a name that holds `input`, at its beginning.
  func inputFile(_ input: [UInt8]) throws(Trouble) -> Int32 {
    var template = Array("/tmp/brief-sync-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw .notStarted(call: "mkstemp", errno: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(template)
    var written = 0
    while written < input.count {
      let count = input.withUnsafeBytes { buffer in
        write(file, buffer.baseAddress.map { $0 + written }, input.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let reason = errno
        close(file)
        throw .notStarted(call: "write", errno: reason)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  func pipe() throws(Trouble) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .notStarted(call: "pipe", errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// In a process group of its own, so that all of it can be ended at once; with the C locale and
  /// nothing else of our environment.
  func spawn(
    _ command: [String], input: Int32, output: Int32, errors: Int32
  ) throws(Trouble) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    sigaddset(&mask, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &mask)
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { text in strdup(text) }
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment.map { text in strdup(text) }
    arguments.append(nil)
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, command[0], &actions, &attributes, &arguments, &environment)
    guard code == 0 else { throw .notStarted(call: command[0], errno: code) }
    return child
  }

  private static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]

  /// Reads both pipes until they close, or kills the group when a limit is crossed.
  func collect(from child: pid_t, output: Int32, errors: Int32) -> Collected {
    var collected = Collected()
    let deadline = ContinuousClock.now.advanced(by: .seconds(limits.seconds))
    var open = [output, errors]
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while !open.isEmpty {
      let left = ContinuousClock.now.duration(to: deadline).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else {
        collected.isLate = true
        break
      }
      var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&waiting, nfds_t(waiting.count), Int32(clamping: milliseconds))
      if ready < 0 && errno != EINTR { break }
      for end in waiting where end.revents != 0 {
        let count = read(end.fd, &buffer, buffer.count)
        if count > 0, end.fd == output {
          collected.output += buffer[..<count]
        } else if count > 0 {
          // Only the first message is shown; a damaged file has thousands.
          if collected.errors.count < 4096 { collected.errors += buffer[..<count] }
        } else if count == 0 || errno != EINTR {
          open.removeAll { $0 == end.fd }
        }
      }
      if collected.output.count > limits.output {
        collected.isOver = true
        break
      }
    }
    if collected.isLate || collected.isOver { kill(-child, SIGKILL) }
    return collected
  }

  static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
