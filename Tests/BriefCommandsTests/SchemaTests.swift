import BriefModel
import Foundation
import Testing

/// Every document is what its JSON Schema under `Client/Schemas` says.
struct SchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Client/Schemas")

  @Test func `every document has the form that its schema promises`() async throws {
    let scene = try await Scene()
    let id = scene.gas.hexadecimal
    // One a line.
    let commands: [(String, String)] = [
      ("status", ""),
      ("changes", ""),
      ("list", ""),
      ("sources", ""),
      ("show", id),
      ("log", id),
      ("diff", id),
      ("search", "gas"),
      ("blame", id),
      ("when", "gas"),
      ("coverage", ""),
      ("outbox", ""),
      ("verify", "--data"),
      ("doctor", ""),
      ("config", ""),
      ("cite", "\(id)@1"),
      ("matrix", ""), ("brief", "--since 2020-01-01"), ("dossier", "gas"),
      ("evidence", "\(id)@2 --output \(scene.folder)/evidence"),
      ("deadlines", ""),
      ("explain", id),
      ("figures", ""),
      ("topics", "list"),
      ("traffic", ""),
    ]
    for (verb, arguments) in commands {
      let schema = try Self.json(
        Data(contentsOf: Self.folder.appendingPathComponent("\(verb).json")))
      let output = try scene.run(
        verb == "topics" ? "topics list --json" : "\(verb) --json \(arguments)"
      ).output
      let faults = SchemaCheck(schema).faults(in: try Self.json(Data(output.utf8)))
      #expect(faults == [], "\(verb)")
    }
  }

  @Test func `what explain says of a source has the form that its schema promises`() async throws {
    let scene = try await Scene()
    let schema = try Self.json(
      Data(contentsOf: Self.folder.appendingPathComponent("explain-source.json")))
    for source in ["pism", "dead"] {
      let output = try scene.run("explain --json \(source)").output
      #expect(SchemaCheck(schema).faults(in: try Self.json(Data(output.utf8))) == [], "\(source)")
    }
  }

  @Test func `the score card of the self-test has the form that its schema promises`() throws {
    let schema = try Self.json(
      Data(contentsOf: Self.folder.appendingPathComponent("selftest.json")))
    let output = try Run.script("\"${B}d\" selftest --json").output
    #expect(SchemaCheck(schema).faults(in: try Self.json(Data(output.utf8))) == [])
  }

  @Test func `the check itself sees what is wrong`() throws {
    let schema = try Self.json(Data(contentsOf: Self.folder.appendingPathComponent("log.json")))
    let document = try Self.json(
      Data(
        #"{"schema":"brief-sync/log/2","store":{"id":"x"},"publication":{"id":"XYZ","title":1},"versions":{}}"#
          .utf8))
    #expect(SchemaCheck(schema).faults(in: document).count == 5)
  }

  private static func json(_ data: Data) throws -> Any {
    try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  }
}

/// As much of JSON Schema 2020-12 as our schemas use: type, const, enum, pattern, minimum,
/// required, properties, items, $ref into $defs.
struct SchemaCheck {
  private let root: [String: Any]

  init(_ schema: Any) { root = schema as? [String: Any] ?? [:] }

  func faults(in value: Any) -> [String] { faults(value, root, at: "") }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return target.map { faults(value, $0, at: path) } ?? ["\(path): no \(reference)"]
    }
    var found: [String] = []
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(path): not \(constant)")
    }
    if let choices = schema["enum"] as? [Any],
      !choices.contains(where: { "\($0)" == "\(value)" })
    {
      found.append("\(path): \(value) is none of the choices")
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { Self.is(value, $0) }) {
      return found + ["\(path): \(value) is not \(types)"]
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) is not \(pattern)")
    }
    if let members = value as? [String: Any] {
      for name in schema["required"] as? [String] ?? [] where members[name] == nil {
        found.append("\(path): no \(name)")
      }
      for (name, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
        if let member = members[name] { found += faults(member, inner, at: "\(path).\(name)") }
      }
    }
    if let elements = value as? [Any], let inner = schema["items"] as? [String: Any] {
      for (index, element) in elements.enumerated() {
        found += faults(element, inner, at: "\(path)[\(index)]")
      }
    }
    return found
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    let number = value as? NSNumber
    let isFlag = number.map { CFBooleanLike.isBoolean($0) } ?? false
    switch type {
    case "null": return value is NSNull
    case "string": return value is String
    case "boolean": return isFlag
    case "integer":
      return number.map { !isFlag && $0.doubleValue.rounded() == $0.doubleValue } ?? false
    case "number": return number != nil && !isFlag
    case "array": return value is [Any]
    default: return value is [String: Any]
    }
  }
}

/// Foundation keeps JSON's true and false as numbers of one bit.
private enum CFBooleanLike {
  static func isBoolean(_ number: NSNumber) -> Bool {
    number === NSNumber(value: true) || number === NSNumber(value: false)
      || String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
