import Glibc

/// Where the reader's own place between two briefs is kept. No store is ever in this folder.
enum ReaderPlace {
  /// The file, its folder made when it is the usual one. Throws ``CommandFailure``.
  static func file(
    _ named: String?, _ context: CommandContext
  ) throws(CommandFailure) -> CursorFile {
    if let named { return CursorFile(path: named) }
    var state = context.environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    if state == nil, let home = context.environment["HOME"], home.hasPrefix("/") {
      state = home + "/.local/state"
    }
    guard let state else {
      throw CommandFailure(
        .failure, "There is no home folder to keep the place in.",
        nextCommand: "brief-sync brief --since last --cursor FILE")
    }
    let folder = state + "/brief-sync-reader"
    try make(folder)
    return CursorFile(path: folder + "/brief.cursor")
  }

  private static func make(_ folder: String) throws(CommandFailure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST, access(path, F_OK) != 0 {
        throw CommandFailure(
          .failure, "Cannot make \(path): \(String(cString: strerror(errno))).",
          nextCommand: "brief-sync brief --since last --cursor FILE")
      }
    }
  }
}
