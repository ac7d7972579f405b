import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a publication with its topics and dated claims.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(name: [.customLong("version-number"), .customShort("n")], help: "An older version.")
  var number: Int?

  @Argument(
    help: "Id of the publication, or its first four digits or more; ID@v2 is its second version.")
  var id: String

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let operand = try PublicationOperand(id)
    let (cursor, reading) = try context.answer(asOf: moment.asOf) { snapshot in
      let publication = try snapshot.publication(matching: operand.id)
      return (
        try snapshot.cursor(),
        try snapshot.reading(
          of: publication.reference.id, version: number ?? operand.version)
      )
    }
    if shared.isForPrograms {
      let document = ShowDocument(reading)
      try context.print("show", store: cursor, document, rows: [document])
    } else {
      try context.print(PublicationText.lines(reading, style: context.style.asPage))
    }
    try context.finish()
  }
}

extension TextStyle {
  /// A text is read by people, in a pipe too: paragraphs of a book's width, never one long line.
  var asPage: TextStyle {
    guard case .lines = layout else { return self }
    var style = self
    style.layout = .screen(columns: 80)
    return style
  }
}
