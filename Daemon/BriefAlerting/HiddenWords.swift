import BriefFetching
import Foundation

/// What of a letter is secret: the path and query of its address, each longer part of them, what proves
/// who we are, a password. Receivers repeat such things in their answers ("The requested URL ... was not
/// found"), which are kept and shown.
struct HiddenWords: Sendable {
  /// Fewer bytes than this are a word like any other (`api`, `hook`), not a secret.
  private static let shortest = 8
  private static let mark = Array("(not shown)".utf8)

  /// The longest first.
  private let words: [[UInt8]]

  init(_ content: Letter.Content) {
    var texts: [String] = []
    switch content {
    case .post(let url, let fields, _), .put(let url, let fields, _):
      texts = Self.parts(of: url)
      for field in fields where field.name.lowercased() == "authorization" {
        texts += field.value.split(separator: " ").dropFirst().map(String.init)
      }
    case .mail(let mail):
      if let password = mail.password { texts = [password] }
    }
    texts += texts.compactMap(\.removingPercentEncoding)
    words = Set(texts).map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
      .sorted { $0.count > $1.count }
  }

  /// From the first slash after the host on, whole and in pieces.
  private static func parts(of url: String) -> [String] {
    guard let scheme = url.range(of: "://"),
      let slash = url[scheme.upperBound...].firstIndex(where: { $0 == "/" || $0 == "?" })
    else { return [] }
    let path = url[slash...].prefix { $0 != "#" }
    let pieces = path.split { "/?&=;".contains($0) }.map(String.init).filter(isOdd)
    return [String(path), String(path.prefix { $0 != "?" })] + pieces
  }

  /// A part that is no plain word (`services`): it has digits or capitals, or is long.
  private static func isOdd(_ piece: String) -> Bool {
    piece.utf8.count >= 2 * shortest || !piece.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// The bytes with a mark in place of each secret, and of the beginning of one at the end, where an
  /// answer was cut off.
  func hidden(in bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard !words.isEmpty else { return bytes }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let rest = bytes[place...]
      let left = rest.count
      let found = words.first { word in
        left >= word.count
          ? rest.starts(with: word) : left >= Self.shortest && word.starts(with: rest)
      }
      guard let found else {
        result.append(bytes[place])
        place += 1
        continue
      }
      result += Self.mark
      place += found.count
    }
    return result
  }
}
