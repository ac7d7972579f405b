import Foundation

/// A folder with catalogue files of a user's own: each `*.json` in it, in the order of the names.
package struct TopicFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The name of the folder that is taken when it lies beside a configuration file.
  package static let usualName = "topics.d"

  /// `nil` when there is no such folder.
  package static func existing(_ path: String) -> TopicFolder? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    return TopicFolder(path: path)
  }

  /// The shipped catalogue with the folder's files on top, and what was refused. A file that cannot
  /// be read is refused as one that is wrong.
  package func load() throws(CatalogueTrouble) -> (
    catalogue: TopicCatalogue, refused: [CatalogueTrouble]
  ) {
    let (files, unreadable) = try files()
    let loaded = try TopicCatalogue.loading(userFiles: files)
    return (loaded.catalogue, unreadable + loaded.refused)
  }

  /// The files with their bytes, and those that cannot be read.
  package func files() throws(CatalogueTrouble) -> (
    files: [(name: String, bytes: [UInt8])], unreadable: [CatalogueTrouble]
  ) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw CatalogueTrouble(file: path, reason: .unreadable)
    }
    var files: [(name: String, bytes: [UInt8])] = []
    var unreadable: [CatalogueTrouble] = []
    for name in names.sorted() where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      if let data = FileManager.default.contents(atPath: file) {
        files.append((name: file, bytes: [UInt8](data)))
      } else {
        unreadable.append(CatalogueTrouble(file: file, reason: .unreadable))
      }
    }
    return (files, unreadable)
  }
}
