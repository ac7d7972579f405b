import BriefModel
package import BriefTopics

/// `brief-sync topics check FILE...`: whether a user's catalogue files would be taken.
package struct TopicsCheck: Sendable {
  /// The catalogue with the files that were taken.
  package var catalogue: TopicCatalogue
  /// What was refused, each with file, topic, place and pattern.
  package var refused: [CatalogueTrouble]
  /// What has no effect in files that were taken.
  package var doubts: [CatalogueTrouble]

  /// Reads the files on top of the shipped catalogue, in the order of their names.
  package init(_ files: [(name: String, bytes: [UInt8])]) throws(CatalogueTrouble) {
    (catalogue, refused) = try TopicCatalogue.loading(userFiles: files)
    doubts = try Self.doubts(files, refused)
  }

  /// The files of a folder first, then those.
  package init(
    _ folder: TopicFolder, _ files: [(name: String, bytes: [UInt8])]
  ) throws(CatalogueTrouble) {
    let (read, unreadable) = try folder.files()
    let loaded = try TopicCatalogue.loading(userFiles: read + files)
    (catalogue, refused) = (loaded.catalogue, unreadable + loaded.refused)
    doubts = try Self.doubts(read + files, refused)
  }

  private static func doubts(
    _ files: [(name: String, bytes: [UInt8])], _ refused: [CatalogueTrouble]
  ) throws(CatalogueTrouble) -> [CatalogueTrouble] {
    let shipped = try CatalogueOutline.shipped().version
    return files.filter { file in !refused.contains { $0.file == file.name } }
      .flatMap { CatalogueDoubts.of($0.bytes, named: $0.name, shipped: shipped) }
  }

  /// Nothing was refused, and all that the files say has an effect.
  package var isSound: Bool { refused.isEmpty && doubts.isEmpty }

  /// One line for each refused file and each doubt, and what is in force in the end.
  package var lines: [String] {
    refused.map(\.description) + doubts.map { "\($0) (the file is taken)" }
      + ["\(counted(catalogue.topics.count, "topic")) in force"]
  }
}
