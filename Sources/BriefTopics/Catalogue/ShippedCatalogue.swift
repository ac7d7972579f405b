import BriefCatalogue

extension TopicCatalogue {
  /// The catalogue that is built into the program.
  package static func shipped() throws(CatalogueTrouble) -> TopicCatalogue { try read.get() }

  // Once: the configuration asks for its names, and the matcher is made of it.
  private static let read = Result { () throws(CatalogueTrouble) in
    try TopicCatalogue().adding(ShippedFile.topics, named: shippedName)
  }

  static let shippedName = "topics.json"

  /// The shipped catalogue with a user's files on top, in the order of their names. A file that is
  /// refused is left out whole, and what was before it stays in force.
  package static func loading(
    userFiles: [(name: String, bytes: [UInt8])]
  ) throws(CatalogueTrouble) -> (catalogue: TopicCatalogue, refused: [CatalogueTrouble]) {
    var catalogue = try shipped()
    let shipped = catalogue.version
    var refused: [CatalogueTrouble] = []
    var taken = CatalogueDigest()
    for file in userFiles.sorted(by: { $0.name < $1.name }) {
      do {
        catalogue = try catalogue.adding(file.bytes, named: file.name)
        taken.add(file.bytes)
        catalogue.ownFiles.append(OwnFile(name: file.name, bytes: file.bytes))
      } catch {
        refused.append(error)
      }
    }
    catalogue.version = taken.number(shipped)
    return (catalogue, refused)
  }
}

/// Numbers a catalogue with user files, so that what an older state of them tagged is found.
struct CatalogueDigest {
  /// FNV-1a of 32 bits.
  private var digest: UInt32 = 2_166_136_261
  private var isEmpty = true

  mutating func add(_ bytes: [UInt8]) {
    isEmpty = false
    for byte in bytes { digest = (digest ^ UInt32(byte)) &* 16_777_619 }
    // Where one file ends counts.
    digest = (digest ^ 0x100) &* 16_777_619
  }

  /// The shipped catalogue's number without a user file; else that number in the upper bits and the
  /// files' digest in the lower 32.
  func number(_ shipped: Int) -> Int {
    isEmpty
      ? shipped : Int(truncatingIfNeeded: UInt64(UInt32(clamping: shipped)) << 32 | UInt64(digest))
  }
}
