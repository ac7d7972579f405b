import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two versions, word by word.",
    discussion: """
      Without numbers, between the last two versions; with one (ID 2, ID@v2) from that to the \
      newest. With --files, between two text files. \
      Each difference carries its class: date, number, name, negation, addition, removal, \
      rewording, metadata.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Flag(help: "Compare two files instead of two versions.")
  var files = false

  @Flag(help: "Print a web page that needs no other file.")
  var html = false

  @Argument(help: "ID [OLDER [NEWER]], or two files.", completion: .file())
  var operands: [String] = []

  func validate() throws {
    try PageForm.check(html: html, shared)
    guard files ? operands.count == 2 : (1...3).contains(operands.count) else {
      throw ValidationError(
        files
          ? "Give two files: brief-sync diff --files OLD NEW"
          : "Give an id and up to two version numbers: brief-sync diff ID [OLDER [NEWER]]")
    }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    if files { return try compareFiles(context) }
    let operand = try PublicationOperand(operands[0])
    var numbers = try operands.dropFirst().map(versionNumber)
    if let version = operand.version { numbers.insert(version, at: 0) }
    guard numbers.count <= 2 else {
      throw CommandFailure(
        .usage, "Two versions are compared, and \(operands.joined(separator: " ")) names three.",
        nextCommand: "brief-sync log \(operand.id)")
    }
    let (cursor, comparison) = try context.answer(asOf: moment.asOf) { snapshot in
      let publication = try snapshot.publication(matching: operand.id)
      // From the newest there is nothing to go to: then it is what made it.
      if numbers == [publication.versions], operand.version != nil { numbers = [] }
      return (
        try snapshot.cursor(),
        try snapshot.comparison(
          of: publication.reference.id, from: numbers.first,
          to: numbers.count > 1 ? numbers[1] : nil)
      )
    }
    if shared.isForPrograms {
      try context.print(
        "diff", store: cursor, DiffDocument(comparison), rows: comparison.differences)
    } else if html {
      try context.write(DiffPage.text(comparison, cursor: cursor))
    } else {
      try context.print(DiffText.lines(comparison, style: context.style.asPage))
    }
    try context.finish()
  }

  /// Asked for here and not in ``validate()``, which comes before an option that does not exist is
  /// named: two files behind `--fils` are no numbers, but that is not what is wrong.
  private func versionNumber(_ text: String) throws -> Int {
    guard let number = Int(text) else {
      throw CommandFailure(
        .usage,
        "“\(text)” is no version number. To compare two files: brief-sync diff --files OLD NEW",
        nextCommand: "brief-sync log \(operands[0])")
    }
    return number
  }

  private func compareFiles(_ context: CommandContext) throws {
    let texts = try operands.map { try TextFile.read($0) }
    let differences = ContentDiff.differences(
      from: Content(body: Body(text: texts[0])), to: Content(body: Body(text: texts[1])))
    if shared.isForPrograms {
      try context.print(
        "diff", store: nil, FilesDiffDocument(differences: differences), rows: differences)
    } else if html {
      try context.write(DiffPage.text(differences, older: operands[0], newer: operands[1]))
    } else {
      let lines = DiffText.lines(differences, style: context.style.asPage)
      try context.print(Array(lines.dropFirst()))
    }
  }
}
