import BriefCatalogue

extension TopicCatalogue {
  /// The catalogue that is built into the program.
  package static func shipped() throws(CatalogueTrouble) -> TopicCatalogue {
    try TopicCatalogue().adding(ShippedFile.topics, named: "topics.json")
  }

  /// The shipped catalogue with a user's files on top, in the order of their names. A file that is
  /// refused is left out whole, and what was before it stays in force.
  package static func loading(
    userFiles: [(name: String, bytes: [UInt8])]
  ) throws(CatalogueTrouble) -> (catalogue: TopicCatalogue, refused: [CatalogueTrouble]) {
    var catalogue = try shipped()
    var refused: [CatalogueTrouble] = []
    for file in userFiles.sorted(by: { $0.name < $1.name }) {
      do {
        catalogue = try catalogue.adding(file.bytes, named: file.name)
      } catch {
        refused.append(error)
      }
    }
    return (catalogue, refused)
  }
}
