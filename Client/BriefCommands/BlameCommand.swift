import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct BlameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame", abstract: "Tell for each sentence in which version it came to read so.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Argument(help: "Id of the publication, or its first four digits or more.")
  var id: String

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let (cursor, publication, sentences) = try context.answer(asOf: moment.asOf) { snapshot in
      let publication = try snapshot.publication(matching: id)
      return (
        try snapshot.cursor(), publication, try snapshot.blame(of: publication.reference.id)
      )
    }
    if shared.isForPrograms {
      let document = BlameDocument(publication, sentences)
      try context.print("blame", store: cursor, document, rows: document.sentences)
    } else {
      try context.print(BlameText.lines(sentences, style: context.style))
    }
    try context.finish()
  }
}
