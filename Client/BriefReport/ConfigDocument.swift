/// `config`: which store is meant and why, and what the screen can do.
package struct ConfigDocument: Encodable, Sendable {
  package var store: String
  /// `--store`, `BRIEF_SYNC_STORE` or `usual places`.
  package var origin: String
  package var isThere: Bool
  package var usualPlaces: [String]
  /// `nil` when the output is no terminal.
  package var columns: Int?
  package var hasColour: Bool
  package var isUnicode: Bool

  package init(
    store: String, origin: String, isThere: Bool, usualPlaces: [String], columns: Int?,
    hasColour: Bool, isUnicode: Bool
  ) {
    self.store = store
    self.origin = origin
    self.isThere = isThere
    self.usualPlaces = usualPlaces
    self.columns = columns
    self.hasColour = hasColour
    self.isUnicode = isUnicode
  }

  private enum CodingKeys: String, CodingKey {
    case path, origin, exists, columns, colour, unicode
    case usualPlaces = "usual_places"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(store, forKey: .path)
    try container.encode(origin, forKey: .origin)
    try container.encode(isThere, forKey: .exists)
    try container.encode(usualPlaces, forKey: .usualPlaces)
    try container.encode(columns, forKey: .columns)
    try container.encode(hasColour, forKey: .colour)
    try container.encode(isUnicode, forKey: .unicode)
  }

  package func lines(style: TextStyle) -> [String] {
    let rows = [
      ("store", style.line(store) + (isThere ? "" : " (not there)")), ("because of", origin),
      ("usual places", usualPlaces.map(style.line).joined(separator: ", ")),
      ("screen", columns.map { "\($0) columns" } ?? "none: one record a line"),
      ("colour", hasColour ? "yes" : "no"), ("letters", isUnicode ? "UTF-8" : "ASCII only"),
    ]
    guard case .screen = style.layout else { return rows.map { "\($0)\t\($1)" } }
    return rows.flatMap { name, value in
      Wrapping.lines(
        value, columns: style.columns, first: style.padded(name, to: 14),
        rest: String(repeating: " ", count: 14))
    }
  }
}
