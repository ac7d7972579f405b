import Foundation
import Testing

/// Programs of others that read what we write.
enum Reader {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static func has(_ program: String) -> Bool {
    (try? run(["sh", "-c", "command -v \(program)"]))?.status == 0
  }

  /// True when python3 can import the module.
  static func hasModule(_ name: String) -> Bool {
    (try? run(["python3", "-c", "import \(name)"]))?.status == 0
  }

  /// A folder of its own.
  static func room() throws -> URL {
    let room = FileManager.default.temporaryDirectory.appending(path: "read-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    return room
  }

  static func run(_ arguments: [String], in room: URL? = nil, input: String = "") throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = room
    let place = FileManager.default.temporaryDirectory.appending(path: "in-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try Data(input.utf8).write(to: place)
    process.standardInput = try FileHandle(forReadingFrom: place)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let trouble = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: trouble, as: UTF8.self))
  }

  /// A bibliography style that prints what was read of each entry, and warns of what it misses.
  static let style = """
    ENTRY { author title institution type number year month url note } { } { }
    INTEGERS { place count }
    FUNCTION {names}
    { author num.names$ 'count :=
      #1 'place :=
      { place count #1 + < }
      { "NAME " author place "{vv~}{ll}" format.name$ * "|" * write$
        place #1 + 'place := }
      while$
    }
    FUNCTION {techreport}
    { "KEY " cite$ * write$ newline$ names newline$
      title empty$ { "empty title in " cite$ * warning$ } { title write$ } if$ newline$
      institution write$ newline$ type write$ number write$ year write$ newline$
      url write$ newline$ note write$ newline$
    }
    FUNCTION {default.type} { "unknown type of " cite$ * warning$ }
    READ
    ITERATE {call.type$}
    """

  /// A style of CSL that prints authors, title, year and number.
  static let citationStyle = """
    <?xml version="1.0" encoding="utf-8"?>
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
      <info><title>Ours</title><id>ours</id><updated>2024-01-01T00:00:00Z</updated></info>
      <citation><layout><text variable="title"/></layout></citation>
      <bibliography><layout suffix="."><group delimiter=". ">
        <names variable="author"><name initialize-with="." name-as-sort-order="all"
          sort-separator=", " delimiter="; "/></names>
        <text variable="title"/>
        <date variable="issued"><date-part name="year"/></date>
        <text variable="number"/><text variable="publisher"/>
      </group></layout></bibliography>
    </style>
    """
}
