import Foundation

/// A file that is written and synced, and nothing else.
struct PlainFile {
  private let handle: FileHandle

  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    self.handle = handle
  }

  /// Appends so many bytes and waits until they are on the disk.
  func append(_ count: Int) throws {
    try handle.write(contentsOf: Data(repeating: 0x61, count: count))
    fdatasync(handle.fileDescriptor)
  }
}
