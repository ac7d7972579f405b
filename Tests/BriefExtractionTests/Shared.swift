import Foundation

/// The folder of seeds and corpora beside the checkout, which not every machine has.
enum Shared {
  /// `BRIEF_SYNC_SHARED`, else `../shared` seen from the package's root; `nil` when there is none.
  static let root: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["BRIEF_SYNC_SHARED"]
      ?? root.deletingLastPathComponent().appending(path: "shared").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static func has(_ part: String) -> Bool {
    root.map { FileManager.default.fileExists(atPath: "\($0)/\(part)") } ?? false
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: "\(root ?? "")/\(path)")))
  }
}
