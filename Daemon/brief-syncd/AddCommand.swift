import ArgumentParser
import BriefConfiguration
import BriefDaemon
import BriefModel
import Foundation

struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Find what can be followed on a site, and put it into the configuration.",
    discussion: """
      The feeds that the page names come first, then those in the usual places, the page's own list \
      of publications, and sitemaps. The file keeps all that stands in it; the source goes to its end.
      Example: brief-syncd add https://example.org --dry-run
      """)

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Option(help: "The new source's id. Without it one is made from the title or the host.")
  var id: String?

  @Option(help: "Which of those found, counted from 1.")
  var choose = 1

  @Flag(help: "Show what was found and would be written, and write nothing.")
  var dryRun = false

  @Flag(help: "Let the site live on this machine or a private network.")
  var allowPrivate = false

  @Argument(help: "The site, a page of it, or a feed: http or https.")
  var url: String

  func validate() throws {
    if choose < 1 { throw ValidationError("--choose counts from 1.") }
  }

  func run() async throws {
    do {
      let path = ConfigurationPlace.path(
        config, environment: ProcessInfo.processInfo.environment)
      var edit = try ConfigurationEdit(path: path, topics: try ShippedTopics.names())
      let found = try await search(contact: edit.contact)
      for (index, source) in found.enumerated() {
        Answer.print(
          "\(index + 1)  \(source.kind.rawValue)  \(source.url)\n   \(source.shownSummary)")
      }
      guard choose <= found.count else {
        throw ValidationError("--choose \(choose): there are \(found.count).")
      }
      try edit.add(
        ConfigurationEdit.Addition(
          id: id, found: found[choose - 1], allowsPrivateAddresses: allowPrivate))
      if dryRun {
        Answer.print("\nWould be added to \(path):\n\(edit.added)")
      } else {
        try edit.write()
        Answer.print(
          "\nAdded to \(path) as \(edit.ids.joined(separator: ", ")). Poll it with: \(NextStep.command(config: config))"
        )
      }
    } catch {
      throw ExitStatus.failure(error)
    }
  }

  private func search(contact: String?) async throws -> [FoundSource] {
    let search = try await SiteSearch(
      url: url, allowsPrivateAddresses: allowPrivate, contact: contact)
    do {
      let found = try await search.run()
      await search.shutDown()
      return found
    } catch {
      await search.shutDown()
      throw error
    }
  }
}
