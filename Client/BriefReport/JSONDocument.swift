package import BriefModel

/// A document as programs read it: the schema's name, the store that answered, and the verb's own
/// members beside them. With `store` left out, a row of `--jsonl`.
package struct JSONDocument<Body: Encodable>: Encodable {
  private let schema: String
  private let store: Cursor?
  private let body: Body

  /// - Parameter verb: the command's name; `brief-sync/VERB/1` is the schema.
  package init(_ verb: String, store: Cursor?, _ body: Body) {
    schema = "brief-sync/\(verb)/1"
    self.store = store
    self.body = body
  }

  private enum CodingKeys: String, CodingKey { case schema, store }
  private enum StoreKeys: String, CodingKey { case id, revision }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    if let store {
      var stamp = container.nestedContainer(keyedBy: StoreKeys.self, forKey: .store)
      try stamp.encode(store.store, forKey: .id)
      try stamp.encode(store.revision, forKey: .revision)
    }
    try body.encode(to: encoder)
  }
}
