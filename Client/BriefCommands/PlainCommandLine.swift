import ArgumentParser

/// A command line that is understood without describing its command to ArgumentParser first, which
/// takes longer than to answer `status`.
///
/// What is read here is what the parser would give: names in full, each once, values that do not
/// begin with a dash. Everything else is left to the parser: help, `--name=value`, short names, what
/// is given twice, and every mistake.
struct PlainCommandLine {
  /// Lists and not tables: there are few, and a table's type alone takes longer to make.
  private var names: [String] = []
  private var values: [String] = []
  private(set) var operands: [String] = []

  /// `nil` when an argument is none of these.
  ///
  /// - Parameters:
  ///   - options: long names, without dashes, that take a value.
  ///   - flags: those that take none.
  init?(_ arguments: ArraySlice<String>, options: [String], flags: [String]) {
    var waiting: String?
    for argument in arguments {
      guard argument.utf8.first != UInt8(ascii: "-") else {
        let name = String(argument.dropFirst(2))
        guard waiting == nil, argument.hasPrefix("--"), !names.contains(name) else { return nil }
        if flags.contains(name) {
          put(name, "")
        } else if options.contains(name) {
          waiting = name
        } else {
          return nil
        }
        continue
      }
      guard !argument.isEmpty else { return nil }
      if let name = waiting {
        put(name, argument)
        waiting = nil
      } else {
        operands.append(argument)
      }
    }
    if waiting != nil { return nil }
  }

  private mutating func put(_ name: String, _ value: String) {
    names.append(name)
    values.append(value)
  }

  subscript(option: String) -> String? { names.firstIndex(of: option).map { values[$0] } }

  func has(_ flag: String) -> Bool { names.contains(flag) }

  /// The value as a number: the outer `nil` when it is none, the inner when the option is not there.
  func number(_ option: String) -> Int?? {
    guard let text = self[option] else { return .some(nil) }
    return Int(text).map { .some($0) }
  }
}

extension PlainCommandLine {
  /// Runs the command that a line means; false when the line is for the parser.
  static func run(_ arguments: [String]) throws -> Bool {
    // Without the command, whose options take a third of a millisecond to make.
    if arguments.first == "status" {
      guard let line = status(arguments.dropFirst()), let choice = SharedChoice(line) else {
        return false
      }
      try StatusCommand.tell(choice, asOf: line["as-of"], check: line.has("check"))
      return true
    }
    guard var command = command(arguments) else { return false }
    try command.run()
    return true
  }

  fileprivate static func status(_ arguments: ArraySlice<String>) -> PlainCommandLine? {
    let line = PlainCommandLine(shared: arguments, flags: ["check"])
    return line?.operands.isEmpty == true ? line : nil
  }

  /// The command that a line means; `nil` when it is for the parser.
  static func command(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let verb = arguments.first else { return nil }
    let rest = arguments.dropFirst()
    return switch verb {
    case "status": StatusCommand(plain: rest)
    case "changes": ChangesCommand(plain: rest)
    case "list": ListCommand(plain: rest)
    case "show": ShowCommand(plain: rest)
    case "search": SearchCommand(plain: rest)
    case "sources": SourcesCommand(plain: rest)
    default: nil
    }
  }

  /// What every command understands, with what this one does besides.
  fileprivate init?(
    shared arguments: ArraySlice<String>, options: [String] = [], flags: [String] = []
  ) {
    self.init(
      arguments, options: ["store", "color", "as-of"] + options,
      flags: ["json", "jsonl", "no-pager"] + flags)
  }
}

extension SharedChoice {
  /// `nil` for what ``SharedOptions`` would not take.
  fileprivate init?(_ line: PlainCommandLine) {
    self.init()
    store = line["store"]
    json = line.has("json")
    jsonl = line.has("jsonl")
    if let text = line["color"] {
      guard let choice = Terminal.ColourChoice(rawValue: text) else { return nil }
      color = choice
    }
    noPager = line.has("no-pager")
    if json && jsonl { return nil }
  }
}

extension SharedOptions {
  fileprivate init?(_ line: PlainCommandLine) {
    guard let choice = SharedChoice(line) else { return nil }
    self.init()
    (store, json, jsonl) = (choice.store, choice.json, choice.jsonl)
    (color, noPager) = (choice.color, choice.noPager)
  }
}

extension MomentOptions {
  fileprivate init(_ line: PlainCommandLine) {
    self.init()
    asOf = line["as-of"]
  }
}

extension FilterOptions {
  fileprivate static let options = ["since", "until", "source", "topic", "lang", "limit"]

  fileprivate init?(_ line: PlainCommandLine) {
    self.init()
    since = line["since"]
    until = line["until"]
    source = line["source"]
    topic = line["topic"]
    lang = line["lang"]
    guard let number = line.number("limit") else { return nil }
    limit = number
    if (try? validate()) == nil { return nil }
  }
}

extension StatusCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard let line = PlainCommandLine.status(arguments), let options = SharedOptions(line) else {
      return nil
    }
    self.init()
    (shared, moment, check) = (options, MomentOptions(line), line.has("check"))
  }
}

extension ChangesCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard
      let line = PlainCommandLine(
        shared: arguments, options: FilterOptions.options + ["cursor"], flags: ["exit-code"]),
      line.operands.isEmpty, let options = SharedOptions(line), let wanted = FilterOptions(line)
    else { return nil }
    self.init()
    (shared, moment, filter) = (options, MomentOptions(line), wanted)
    (cursor, exitCode) = (line["cursor"], line.has("exit-code"))
  }
}

extension ListCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard let line = PlainCommandLine(shared: arguments, options: FilterOptions.options),
      line.operands.isEmpty, let options = SharedOptions(line), let wanted = FilterOptions(line)
    else { return nil }
    self.init()
    (shared, moment, filter) = (options, MomentOptions(line), wanted)
  }
}

extension ShowCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard let line = PlainCommandLine(shared: arguments, options: ["version-number"]),
      line.operands.count == 1, let operand = line.operands.first,
      let version = line.number("version-number"), let options = SharedOptions(line)
    else { return nil }
    self.init()
    (shared, moment, number, id) = (options, MomentOptions(line), version, operand)
  }
}

extension SearchCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard let line = PlainCommandLine(shared: arguments, options: ["limit"]),
      !line.operands.isEmpty, let most = line.number("limit"), let options = SharedOptions(line)
    else { return nil }
    self.init()
    (shared, moment, limit, words) = (options, MomentOptions(line), most, line.operands)
    if (try? validate()) == nil { return nil }
  }
}

extension SourcesCommand {
  fileprivate init?(plain arguments: ArraySlice<String>) {
    guard let line = PlainCommandLine(shared: arguments, flags: ["opml"]),
      line.operands.count <= 1, let options = SharedOptions(line)
    else { return nil }
    self.init()
    (shared, moment, opml, id) = (
      options, MomentOptions(line), line.has("opml"), line.operands.first
    )
    if (try? validate()) == nil { return nil }
  }
}
