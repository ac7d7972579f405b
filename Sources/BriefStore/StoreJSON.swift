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
