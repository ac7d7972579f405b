/// Why a document gives no entry at all.
///
/// A document whose text is missing but whose existence is known (a PDF that cannot be read) is no
/// trouble: it is an entry whose body is `nil`.
package enum ExtractionTrouble: Error, Hashable, Sendable {
  /// The name's ending is none that we read; the endings that we do.
  case unknownFormat(fileName: String, known: [String])
  /// More bytes than the limit allows.
  case tooLarge(bytes: Int, limit: Int)
  /// Nothing but white space.
  case empty
  /// Bytes that are no text (a picture, an archive); the reason in words.
  case notText(reason: String)
}

extension ExtractionTrouble: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownFormat(let name, let known):
      "\(name): unknown kind of document; known are \(known.joined(separator: " "))"
    case .tooLarge(let bytes, let limit):
      "document of \(bytes) bytes is over the limit of \(limit) bytes"
    case .empty: "document holds no text"
    case .notText(let reason): "document is no text: \(reason)"
    }
  }
}
