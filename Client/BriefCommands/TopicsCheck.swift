package import BriefTopics

/// `brief-sync topics check FILE...`: whether a user's catalogue files would be taken.
package struct TopicsCheck: Sendable {
  /// The catalogue with the files that were taken.
  package var catalogue: TopicCatalogue
  /// What was refused, each with file, topic, place and pattern.
  package var refused: [CatalogueTrouble]

  /// Reads the files on top of the shipped catalogue, in the order of their names.
  package init(_ files: [(name: String, bytes: [UInt8])]) throws(CatalogueTrouble) {
    (catalogue, refused) = try TopicCatalogue.loading(userFiles: files)
  }

  /// The files of a folder first, then those.
  package init(
    _ folder: TopicFolder, _ files: [(name: String, bytes: [UInt8])]
  ) throws(CatalogueTrouble) {
    let (read, unreadable) = try folder.files()
    let loaded = try TopicCatalogue.loading(userFiles: read + files)
    (catalogue, refused) = (loaded.catalogue, unreadable + loaded.refused)
  }

  /// One line for each refused file, and what is in force in the end.
  package var lines: [String] {
    refused.map(\.description) + ["\(catalogue.topics.count) topics in force"]
  }
}
