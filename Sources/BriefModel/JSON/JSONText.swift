/// JSON as text, the members in the order in which a value writes them: the document's `schema`
/// stands first and a record reads like its documentation. Needs nothing but the standard library.
package enum JSONText {
  /// Throws `EncodingError` for a number that JSON cannot say (not a number, infinite).
  ///
  /// - Parameters:
  ///   - isIndented: two spaces a level, for people; otherwise everything is on one line.
  package static func encode(_ value: some Encodable, isIndented: Bool = false) throws -> String {
    let node = JSONNode()
    try value.encode(to: JSONTreeEncoder(node: node, codingPath: []))
    var bytes: [UInt8] = []
    node.write(to: &bytes, level: isIndented ? 0 : nil)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A value that is being encoded. A class, because `Encoder` hands out containers that fill their
/// parent's place later.
final class JSONNode {
  enum Form {
    /// Nothing was encoded yet.
    case null
    /// A number or literal, as it is written.
    case literal(String)
    case text(String)
    case object([(key: String, value: JSONNode)])
    case array([JSONNode])
  }

  var form: Form = .null

  /// - Parameter level: depth of indentation; `nil` is one line.
  func write(to bytes: inout [UInt8], level: Int?) {
    switch form {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .literal(let text): bytes.append(contentsOf: text.utf8)
    case .text(let text): JSONQuotation.append(text, to: &bytes)
    case .array(let elements):
      Self.list(elements, "[", "]", to: &bytes, level: level) { element, bytes, level in
        element.write(to: &bytes, level: level)
      }
    case .object(let members):
      Self.list(members, "{", "}", to: &bytes, level: level) { member, bytes, level in
        JSONQuotation.append(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if level != nil { bytes.append(UInt8(ascii: " ")) }
        member.value.write(to: &bytes, level: level)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    to bytes: inout [UInt8], level: Int?, write: (Element, inout [UInt8], Int?) -> Void
  ) {
    func newLine(_ level: Int?) {
      guard let level, !elements.isEmpty else { return }
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }
    bytes.append(UInt8(ascii: open))
    let inner = level.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(inner)
      write(element, &bytes, inner)
    }
    newLine(level)
    bytes.append(UInt8(ascii: close))
  }
}
