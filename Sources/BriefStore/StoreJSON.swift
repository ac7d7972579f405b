import Foundation

/// JSON as it stands in the store's columns: sorted keys, so that equal values have equal text.
package enum StoreJSON {
  package static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  package static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Authors and categories, which are read with every publication: without a decoder where none of
  /// them is written with an escape.
  package static func value(
    _ type: [String].Type, _ text: String, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> [String] {
    if let texts = plainTexts(text) { return texts }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .damaged(record: record(), detail: "its JSON cannot be read")
    }
  }

  /// The elements of a list as ``RowJSON`` writes it; `nil` for a list with escapes, and for what
  /// is none.
  private static func plainTexts(_ text: String) -> [String]? {
    let quote = UInt8(ascii: "\"")
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "["), rest.popLast() == UInt8(ascii: "]") else {
      return nil
    }
    var texts: [String] = []
    while !rest.isEmpty {
      guard texts.isEmpty || rest.popFirst() == UInt8(ascii: ","), rest.popFirst() == quote,
        let end = rest.firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
        rest[end] == quote
      else { return nil }
      texts.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[rest.index(after: end)...]
    }
    return texts
  }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` when the text is no such value.
  package static func value<Element: Decodable>(
    _ type: [Element].Type, _ text: String, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> [Element] {
    // Most lists are empty, and a decoder costs more than the row that it is for.
    if text == "[]" { return [] }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .damaged(record: record(), detail: "its JSON cannot be read")
    }
  }
}
