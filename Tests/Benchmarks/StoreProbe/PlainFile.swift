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

/// The lines of a file, some at a time: a file that is looked at as a whole would count as memory
/// of the writer that is measured.
final class PlainLines {
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws {
    guard let file = fopen(path, "r") else { throw CocoaError(.fileReadUnknown) }
    self.file = file
  }

  deinit { fclose(file) }

  /// The next lines, without their ends; fewer at the end of the file.
  func next(_ count: Int) -> [String] {
    var (lines, line, room): ([String], UnsafeMutablePointer<CChar>?, Int) = ([], nil, 0)
    defer { free(line) }
    while lines.count < count {
      let length = getline(&line, &room, file)
      guard length > 0, let start = line else { break }
      let bytes = UnsafeRawBufferPointer(start: start, count: length)
      lines.append(
        String(decoding: bytes.last == 0x0a ? bytes.dropLast() : bytes[...], as: UTF8.self))
    }
    return lines
  }
}
