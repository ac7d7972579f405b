import ArgumentParser
import BriefTopics
import Foundation

/// `--topics DIR`: topic files of the user's own on top of the shipped catalogue.
struct OwnTopics: ParsableArguments {
  @Option(
    help: "A folder with topic files of your own, on top of the shipped catalogue.",
    completion: .directory)
  var topics: String?

  /// `nil` when none is named. Throws ``CommandFailure`` when there is no such folder.
  func folder() throws(CommandFailure) -> TopicFolder? {
    guard let topics else { return nil }
    guard let folder = TopicFolder.existing(topics) else {
      throw CommandFailure(
        .failure, "There is no folder “\(topics)”.", nextCommand: "brief-sync topics check --help")
    }
    return folder
  }

  /// The catalogue in force. A file that is refused is left out and named on standard error.
  func catalogue() throws(CommandFailure) -> TopicCatalogue {
    guard let folder = try folder() else { return try TopicChoice.shipped() }
    do {
      let loaded = try folder.load()
      for trouble in loaded.refused {
        StandardError.write("Left out: \(trouble)\n")
      }
      return loaded.catalogue
    } catch {
      throw CommandFailure(
        .failure, error.description,
        nextCommand: "brief-sync topics check --topics \(folder.path)")
    }
  }
}
