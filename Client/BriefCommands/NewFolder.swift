import BriefReport
import Glibc

/// Writes files where nothing was before: what exists is never touched, and nothing is written
/// outside.
enum NewFolder {
  /// Makes the folder and its files. What was begun is taken away again when a file cannot be
  /// written. Throws ``CommandFailure``.
  static func write(_ files: [EvidenceFile], to folder: String) throws(CommandFailure) {
    guard mkdir(folder, 0o755) == 0 else { throw failure(folder, errno) }
    var written: [String] = []
    for file in files {
      let path = "\(folder)/\(file.name)"
      do throws(CommandFailure) {
        try writeFile(file.bytes, to: path)
        written.append(path)
      } catch {
        for path in written { unlink(path) }
        rmdir(folder)
        throw error
      }
    }
  }

  /// Makes the file. Throws ``CommandFailure``.
  static func writeFile(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var place = 0
    var trouble: CInt = 0
    bytes.withUnsafeBytes { all in
      while place < all.count, let start = all.baseAddress {
        let count = Glibc.write(descriptor, start + place, all.count - place)
        if count >= 0 {
          place += count
        } else if errno != EINTR {
          trouble = errno
          return
        }
      }
    }
    if trouble == 0, fsync(descriptor) != 0, errno != EINVAL { trouble = errno }
    close(descriptor)
    if trouble != 0 {
      unlink(path)
      throw failure(path, trouble)
    }
  }

  private static func failure(_ path: String, _ code: CInt) -> CommandFailure {
    if code == EEXIST {
      return CommandFailure(
        .failure, "\(path) is there already, and is left as it is.",
        nextCommand: "brief-sync evidence ID --output ANOTHER-NAME")
    }
    return CommandFailure(
      .failure, "Cannot write \(path): \(String(cString: strerror(code))).",
      nextCommand: "ls -ld \(path)")
  }
}
