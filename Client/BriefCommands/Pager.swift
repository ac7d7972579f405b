import Glibc

/// A program that shows long answers page by page: BRIEF_SYNC_PAGER, else PAGER, else less.
struct Pager {
  private let command: String
  private let environment: Environment

  /// `nil` where nobody turns pages: the output is no terminal, the answer fits on it, or no pager
  /// is wanted (`--no-pager`, an empty variable, `cat`).
  init?(_ context: CommandContext, lines: Int) {
    guard context.terminal.isTerminal, !context.options.noPager, !context.options.isForPrograms,
      let rows = context.terminal.rows, lines >= rows, context.environment["TERM"] != "dumb"
    else { return nil }
    let named = context.environment["BRIEF_SYNC_PAGER"] ?? context.environment["PAGER"]
    command = named ?? "less"
    environment = context.environment
    if command.isEmpty || command == "cat" { return nil }
  }

  /// Waits until the reader has had enough. False when the pager could not be started.
  func show(_ text: String) -> Bool {
    // Quit where the text fits, pass colours on, leave the text on the screen.
    if environment["LESS"] == nil { setenv("LESS", "FRX", 1) }
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let pager = start(input: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    // An interrupt is for the pager, which would leave the terminal in disorder without us.
    let before = signal(SIGINT, SIG_IGN)
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count, let start = bytes.baseAddress {
        let count = write(ends[1], start + place, bytes.count - place)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }  // the reader left
        place += count
      }
    }
    close(ends[1])
    var status: CInt = 0
    while waitpid(pager, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, before)
    // 126 and 127 are the shell's: the program could not be run, and nothing was shown.
    let code = (status >> 8) & 0xff
    return !(status & 0x7f == 0 && (code == 126 || code == 127))
  }

  private func start(input: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command)]
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process = pid_t()
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ) == 0
      ? process : nil
  }
}
