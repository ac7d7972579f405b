/// Builds a tree of ``JSONNode`` from an `Encodable` value.
struct JSONTreeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.form {} else { node.form = .object([]) }
    return KeyedEncodingContainer(JSONObjectWriter(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.form {} else { node.form = .array([]) }
    return JSONArrayWriter(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONValueWriter(node: node, codingPath: codingPath)
  }
}

extension JSONNode {
  /// Takes the value's form; the types that JSON knows itself go without a container.
  func take(_ value: some Encodable, codingPath: [any CodingKey]) throws {
    switch value {
    case let text as String: form = .text(text)
    case let flag as Bool: form = .literal(flag ? "true" : "false")
    case let number as any BinaryInteger: form = .literal(number.description)
    case let number as Double: form = .literal(try Self.literal(number, codingPath: codingPath))
    case let number as Float:
      form = .literal(try Self.literal(Double(number), codingPath: codingPath))
    default: try value.encode(to: JSONTreeEncoder(node: self, codingPath: codingPath))
    }
  }

  private static func literal(_ number: Double, codingPath: [any CodingKey]) throws -> String {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: codingPath, debugDescription: "JSON has no \(number)"))
    }
    if let whole = Int64(exactly: number) { return String(whole) }
    return number.description
  }
}

private struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  private func place(_ key: some CodingKey) -> JSONNode {
    let child = JSONNode()
    guard case .object(var members) = node.form else { return child }
    // Taken out while it grows, so that appending does not copy what is there.
    node.form = .null
    members.append((key.stringValue, child))
    node.form = .object(members)
    return child
  }

  func encodeNil(forKey key: Key) { _ = place(key) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try place(key).take(value, codingPath: codingPath + [key])
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONTreeEncoder(node: place(key), codingPath: codingPath + [key]).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    JSONTreeEncoder(node: place(key), codingPath: codingPath + [key]).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    JSONTreeEncoder(node: place(SuperKey()), codingPath: codingPath)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    JSONTreeEncoder(node: place(key), codingPath: codingPath + [key])
  }
}

private struct SuperKey: CodingKey {
  var stringValue: String { "super" }
  var intValue: Int? { nil }
  init() {}
  init?(stringValue: String) { nil }
  init?(intValue: Int) { nil }
}

private struct JSONArrayWriter: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  var count: Int {
    if case .array(let elements) = node.form { elements.count } else { 0 }
  }

  private func place() -> JSONNode {
    let child = JSONNode()
    guard case .array(var elements) = node.form else { return child }
    node.form = .null
    elements.append(child)
    node.form = .array(elements)
    return child
  }

  func encodeNil() { _ = place() }

  func encode(_ value: some Encodable) throws {
    try place().take(value, codingPath: codingPath)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONTreeEncoder(node: place(), codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONTreeEncoder(node: place(), codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONTreeEncoder(node: place(), codingPath: codingPath) }
}

private struct JSONValueWriter: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() { node.form = .null }

  func encode(_ value: some Encodable) throws { try node.take(value, codingPath: codingPath) }
}
