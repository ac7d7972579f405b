import BriefParsing

/// Stands for the address of a page that says none and of which the caller knows none: its links
/// stay as relative as they are printed.
enum UnknownAddress {
  /// Deep enough for `../../`; `invalid` is nobody's (RFC 6761).
  private static let root = "https://address.invalid"
  private static let folders = ["-", "-", "-", "-"]

  static let base = WebAddress(folder(folders.count))

  static func isHost(_ host: String) -> Bool { root.hasSuffix("/" + host) }

  /// A link that was resolved against ``base``, as it is printed; others as they are.
  static func relative(_ url: String) -> String {
    for depth in folders.indices.reversed() {
      let folder = folder(depth + 1)
      guard url.hasPrefix(folder) else { continue }
      let steps = String(repeating: "../", count: folders.count - 1 - depth)
      return steps + url.dropFirst(folder.count)
    }
    return url.hasPrefix(root + "/") ? String(url.dropFirst(root.count)) : url
  }

  private static func folder(_ depth: Int) -> String {
    root + "/" + folders.prefix(depth).map { $0 + "/" }.joined()
  }
}
