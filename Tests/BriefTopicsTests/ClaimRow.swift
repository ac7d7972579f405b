import Foundation
import Testing

/// A sentence of a table under `Fixtures/topics` with the dates that are to be found in it.
struct ClaimRow: Sendable, CustomTestStringConvertible {
  var language: String
  var published: String
  /// The day that is due, with its marks.
  var claims: [String]
  var text: String

  var testDescription: String { "\(language): \(text)" }

  /// Empty when the file is not there, which the tests notice that count its languages.
  static func rows(_ file: String) -> [ClaimRow] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/topics/\(file)")
    guard let table = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4 else { return nil }
      return ClaimRow(
        language: String(fields[0]), published: String(fields[1]),
        claims: fields[2].isEmpty ? [] : fields[2].components(separatedBy: "; "),
        text: String(fields[3]))
    }
  }
}
