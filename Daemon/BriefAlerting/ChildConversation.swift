import Glibc

/// What is said to a child and heard from it until it ends or is ended.
struct Conversation {
  let child: pid_t
  let input: PipeEnd
  let output: PipeEnd
  private var kept: [UInt8] = []

  init(child: pid_t, input: PipeEnd, output: PipeEnd) {
    self.child = child
    self.input = input
    self.output = output
  }

  mutating func hold(_ run: AlertRun, isCancelled: () -> Bool) -> AlertRunEnd {
    for end in [input, output] { _ = fcntl(end.number, F_SETFL, O_NONBLOCK) }
    var rest = run.input[...]
    let deadline = Self.milliseconds() + Int64(max(run.command.timeout, 1))
    while true {
      if let status = ended() {
        // The group may outlive its leader: nothing of it stays behind.
        kill(-child, SIGKILL)
        hear()
        return end(status)
      }
      if isCancelled() {
        endGroup()
        return .interrupted
      }
      let left = deadline - Self.milliseconds()
      guard left > 0 else {
        endGroup()
        return .timedOut
      }
      wait(milliseconds: Int32(min(left, 50)), wantsToWrite: !rest.isEmpty)
      say(&rest)
      hear()
    }
  }

  private func wait(milliseconds: Int32, wantsToWrite: Bool) {
    var waited = [pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)]
    if wantsToWrite {
      waited.append(pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0))
    }
    poll(&waited, nfds_t(waited.count), milliseconds)
    // A closed pipe answers at once: the child's end is then a moment away.
    if waited[0].revents & Int16(POLLHUP) != 0 { usleep(2_000) }
  }

  private func say(_ rest: inout ArraySlice<UInt8>) {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input.number, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0 && errno == EAGAIN {
        return
      } else {
        rest = []  // it reads no more, and may still exit with 0
      }
    }
    input.close()
  }

  private mutating func hear() {
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(output.number, &piece, piece.count)
      guard count > 0 else { return }
      let room = AlertCommandLimits.keptOutput - kept.count
      if room > 0 { kept.append(contentsOf: piece[..<min(count, room)]) }
    }
  }

  /// The wait status, once the child has ended.
  private func ended() -> Int32? {
    var status: Int32 = 0
    return waitpid(child, &status, WNOHANG) == child ? status : nil
  }

  private func end(_ status: Int32) -> AlertRunEnd {
    let signal = status & 0x7F  // WTERMSIG
    return signal == 0
      ? .exited((status >> 8) & 0xFF, output: String(decoding: kept, as: UTF8.self))
      : .signalled(signal)
  }

  /// Asks the whole group to end, and ends what has not ended after the grace.
  private func endGroup() {
    kill(-child, SIGTERM)
    let deadline = Self.milliseconds() + Int64(AlertCommandLimits.grace)
    while ended() == nil {
      if Self.milliseconds() > deadline {
        kill(-child, SIGKILL)
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return
      }
      usleep(5_000)
    }
    kill(-child, SIGKILL)
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
