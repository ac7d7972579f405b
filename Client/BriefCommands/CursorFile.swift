import BriefModel
import Glibc

/// A file that keeps a reader's place between runs.
struct CursorFile {
  let path: String

  /// `nil` when the file does not exist. Throws ``CommandFailure`` when it holds no cursor: it may be
  /// another file, named by mistake.
  func read() throws(CommandFailure) -> Cursor? {
    if access(path, F_OK) != 0, errno == ENOENT { return nil }
    let text = try TextFile.read(path)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if let cursor = Cursor(text: line) { return cursor }
    throw CommandFailure(
      .failure, "\(path) holds no cursor, and is left as it is.",
      nextCommand: "brief-sync changes --cursor ANOTHER-FILE")
  }

  /// Writes beside the file, brings it to the disk, and takes the file's place: a crash leaves the
  /// old cursor or the new one.
  ///
  /// A symbolic link stays: the file that it names is replaced. So does the mode of the file.
  func replace(with cursor: Cursor) throws(CommandFailure) {
    let path = target
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    if isThere { fchmod(descriptor, facts.st_mode & 0o777) }
    var text = cursor.text + "\n"
    let isWritten = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
    let isKept = isWritten && fsync(descriptor) == 0
    close(descriptor)
    guard isKept, rename(temporary, path) == 0 else {
      let error = failure()
      unlink(temporary)
      throw error
    }
    syncFolder(of: path)
  }

  /// The file behind symbolic links; the path itself where there is none yet.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The new name is on the disk only when its folder is.
  private func syncFolder(of path: String) {
    let folder =
      path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func failure() -> CommandFailure {
    CommandFailure(
      .failure,
      "The cursor could not be kept in \(path): \(String(cString: strerror(errno))). The next run gives the same changes again.",
      nextCommand: "ls -ld \(path)")
  }
}
