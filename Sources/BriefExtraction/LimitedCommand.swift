import Glibc

/// Runs a program on foreign input with limits on time, address space and output.
///
/// The input is an unlinked file that the program reads as its standard input; the limits are set
/// by `prlimit` (util-linux) before the program starts; where the kernel lets an ordinary user make
/// a network namespace, the program has no network.
struct LimitedCommand: Sendable {
  /// Why there is no output.
  enum Trouble: Error, Hashable, Sendable {
    /// `errno` and the call that failed.
    case notStarted(call: String, errno: Int32)
    case timedOut(seconds: Int)
    case tooMuchOutput(limit: Int)
    /// Exit code, or 128 and the signal's number; the first line of what the program said.
    case failed(code: Int32, message: String)
  }

  var program: String
  var arguments: [String]
  var limits: CommandLimits

  func output(for input: [UInt8]) throws(Trouble) -> [UInt8] {
    let wrapped =
      [Self.prlimit, "--as=\(limits.addressSpace)", "--cpu=\(limits.seconds)", "--core=0"]
      + ["--nofile=32", "--", program] + arguments
    let isolated = [Self.unshare, "--user", "--net", "--"] + wrapped
    if Self.isRunnable(Self.unshare) {
      let result = try run(isolated, input: input)
      // `unshare` ends with 1 and its own name before the message where the kernel refuses.
      let isRefused = result.code != 0 && result.errors.hasPrefix("unshare:")
      if !isRefused { return try bytes(of: result) }
    }
    return try bytes(of: try run(wrapped, input: input))
  }

  static func isRunnable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  private static let prlimit = "/usr/bin/prlimit"
  private static let unshare = "/usr/bin/unshare"

  private struct Result {
    var output: [UInt8]
    var errors: String
    var code: Int32
  }

  private func bytes(of result: Result) throws(Trouble) -> [UInt8] {
    guard result.code == 0 else {
      let line = result.errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      throw .failed(code: result.code, message: line)
    }
    return result.output
  }

  private func run(_ command: [String], input: [UInt8]) throws(Trouble) -> Result {
    let file = try inputFile(input)
    defer { close(file) }
    let output = try pipe()
    defer { close(output.read) }
    let errors: (read: Int32, write: Int32)
    do {
      errors = try pipe()
    } catch {
      close(output.write)
      throw error
    }
    defer { close(errors.read) }
    let child: pid_t
    do {
      defer {
        close(output.write)
        close(errors.write)
      }
      child = try spawn(command, input: file, output: output.write, errors: errors.write)
    }
    let read = collect(from: child, output: output.read, errors: errors.read)
    let code = Self.wait(for: child)
    if read.isLate { throw .timedOut(seconds: limits.seconds) }
    if read.isOver { throw .tooMuchOutput(limit: limits.output) }
    return Result(
      output: read.output, errors: String(decoding: read.errors, as: UTF8.self), code: code)
  }
}

/// What a program may take.
package struct CommandLimits: Hashable, Sendable {
  /// Seconds, by the wall and of CPU. A brief takes a tenth of one; a book of 500 pages three.
  package var seconds = 20
  /// Bytes of address space: pictures unpack to hundreds of megabytes.
  package var addressSpace = 1 << 30
  /// Bytes of output; words with their places take ten times their text.
  package var output = 128 << 20

  package init() {}
}
