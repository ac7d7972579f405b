import ArgumentParser
import BriefDaemon
import Foundation

struct SelftestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Try this installation against publishers of its own, and print a score card.",
    discussion: """
      Publishers on loopback edit, withdraw, answer 429, lie with 304, cut off what they compressed \
      and write windows-1251; a scratch store takes what comes of it and is removed again. Your own \
      configuration and store are not touched. Exits with 1 unless all is as it should be.
      Example: brief-syncd selftest
      """)

  @Flag(help: "Print one JSON document instead of lines.")
  var json = false

  func run() async throws {
    do {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "brief-sync-selftest-\(UUID().uuidString)")
      let card = try await Selftest(folder: folder.path, topics: try ShippedTopics.names()).run()
      Answer.print(try json ? card.json() : card.text)
      if !card.isPerfect { throw ExitStatus.failure }
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
