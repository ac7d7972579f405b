import ArgumentParser
import BriefTopics
import Foundation

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "The topic catalogue: list it, find topics in texts, check own files.",
    subcommands: [TopicsListCommand.self, TopicsMatchCommand.self, TopicsCheckCommand.self])
}

struct TopicsMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Find the topics and dated claims of texts.",
    discussion: """
      Reads objects {"id", "lang", "published", "title", "text"}, one a line, from standard input, and \
      prints {"id", "topics", "claims"} for each, as they come.
      Example: brief-sync topics match --jsonl < texts.jsonl
      """)

  @Flag(help: "Read and print JSON, one object a line: the only form there is.")
  var jsonl = false

  @OptionGroup var own: OwnTopics

  func run() throws {
    do {
      let match = TopicsMatch(try own.catalogue())
      var number = 0
      while let line = readLine(strippingNewline: true) {
        number += 1
        guard let answer = try match.answer(Array(line.utf8), number: number) else { continue }
        try StandardOutput.answer(answer + "\n")
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .failure, "standard input: \(error)", nextCommand: "brief-sync topics match --help")
    }
  }
}

struct TopicsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether catalogue files of your own would be taken.")

  @Argument(help: "The files.", completion: .file())
  var files: [String] = []

  @OptionGroup var own: OwnTopics

  func run() throws {
    do {
      guard !files.isEmpty || own.topics != nil else {
        throw CommandFailure(
          .usage, "Name files, or a folder with --topics.",
          nextCommand: "brief-sync topics check --topics topics.d")
      }
      let read = try files.map { file in (name: file, bytes: try Self.bytes(file)) }
      let check = try own.folder().map { try TopicsCheck($0, read) } ?? TopicsCheck(read)
      try StandardOutput.answer(check.lines.joined(separator: "\n") + "\n")
      if !check.isSound { throw ExitCode(ExitStatus.failure.rawValue) }
    } catch let code as ExitCode {
      throw code
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .failure, (error as? CatalogueTrouble)?.description ?? error.localizedDescription,
        nextCommand: "brief-sync topics check --help")
    }
  }

  private static func bytes(_ file: String) throws(CatalogueTrouble) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: file) else {
      throw CatalogueTrouble(file: file, reason: .missing)
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CatalogueTrouble(file: file, reason: .unreadable)
    }
    return [UInt8](data)
  }
}
