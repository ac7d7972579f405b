import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct CiteCommand: ParsableCommand {
  enum Style: String, ExpressibleByArgument, CaseIterable {
    case bibtex, ris, chicago, apa
    case cslJSON = "csl-json"
  }

  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Cite a version of a publication.",
    discussion: """
      The version, the day it was first read and the SHA-256 of its content are part of each \
      citation, so that a later edit cannot hide behind it. The key stays the same in every store \
      that saw the same text. Where the publication's link moved since, the address is the present \
      one, and the one at which the version was read stands beside it.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "bibtex, ris, csl-json, chicago or apa.")
  var style: Style = .chicago

  @Argument(help: "Id of the publication; ID@v2 is its second version.")
  var id: String

  func run() throws {
    let context = CommandContext(shared)
    let operand = try PublicationOperand(id)
    let (cursor, citation) = try context.answer { snapshot in
      let publication = try snapshot.publication(matching: operand.id)
      let reading = try snapshot.reading(
        of: publication.reference.id, version: operand.version)
      let facts = try snapshot.facts(
        of: publication.reference.id, version: reading.version.number)
      return (
        try snapshot.cursor(), Citation(reading.publication, reading.version, facts)
      )
    }
    if shared.isForPrograms {
      let document = CiteDocument(citation)
      try context.print("cite", store: cursor, document, rows: [document])
    } else {
      try context.write(try text(citation))
    }
    try context.finish()
  }

  private func text(_ citation: Citation) throws -> String {
    switch style {
    case .bibtex: BibTeX.text(citation)
    case .ris: RIS.text(citation)
    case .cslJSON: try JSONText.encode([CSLItem(citation)], isIndented: true) + "\n"
    case .chicago: ProseCitation.chicago(citation) + "\n"
    case .apa: ProseCitation.apa(citation) + "\n"
    }
  }
}
