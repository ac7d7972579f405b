import Foundation

/// A file replaced as a whole, and only if nobody else wrote to it meanwhile.
enum FileReplacement {
  struct Trouble: Error, CustomStringConvertible {
    var description: String
  }

  /// - Parameters:
  ///   - before: what the file held when it was read; empty for one that did not exist.
  ///   - text: what it is to hold.
  static func replace(_ path: String, was before: String, by text: String) throws {
    let target = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let path = target ?? path
    if target == nil {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    } else if try String(contentsOfFile: path, encoding: .utf8) != before {
      throw Trouble(description: "\(path) was changed meanwhile and is left as it is; try again.")
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let temporary = "\(path).\(getpid()).new"
    // A configuration may name secrets: nobody sees the new file before it has the old one's mode.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isKept =
      write(text, to: descriptor)
      && (!exists || fchown(descriptor, status.st_uid, status.st_gid) == 0 || getuid() != 0)
      && fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o644) == 0
      && fsync(descriptor) == 0
    close(descriptor)
    guard isKept, rename(temporary, path) == 0 else {
      let trouble = failure(path)
      unlink(temporary)
      throw trouble
    }
    let folder = open(
      (path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String) -> Trouble {
    Trouble(
      description:
        "\(path) cannot be written (\(String(cString: strerror(errno)))) and is left as it is; see ls -ld \(path)"
    )
  }
}
