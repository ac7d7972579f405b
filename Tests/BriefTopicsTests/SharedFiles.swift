import Foundation

/// Files beside the checkout that a test may read and must do without.
enum SharedFiles {
  /// `BRIEF_SYNC_SHARED`, else `../shared` seen from the package's root.
  static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["BRIEF_SYNC_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared")
  }

  /// The first file below a folder, in order of the names; `nil` when there is none.
  static func first(in name: String) -> String? {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    guard let file = files?.sorted(by: { $0.path < $1.path }).first else { return nil }
    return try? String(contentsOf: file, encoding: .utf8)
  }

  static let seed = first(in: "seeds")
}
