import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Write a folder or zip file that proves a version without this program.",
    discussion: """
      Text, differences to the version before, what HTTP said, the citation, and the bytes that its \
      entry in the chain is the digest of; README.txt tells how to recompute them with sha256sum \
      and openssl. Nothing that exists is overwritten. A name that ends in .zip makes a zip file.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "The folder or zip file to make; else evidence-KEY here.", completion: .file())
  var output: String?

  @Argument(help: "Id of the publication; ID@v2 is its second version.")
  var id: String

  func run() throws {
    let context = CommandContext(shared)
    let operand = try PublicationOperand(id)
    let evidence = try context.answer { snapshot in
      let publication = try snapshot.publication(matching: operand.id)
      return try snapshot.evidence(of: publication.reference.id, version: operand.version)
    }
    // Half a proof is none.
    if context.sawDamage { return try context.finish() }
    let citation = Citation(evidence.publication, evidence.version, evidence.facts)
    let files = try EvidenceFiles.files(of: evidence)
    var place = output ?? "evidence-\(citation.key)"
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    if place.hasSuffix(".zip") {
      let zip = ZipArchive.bytes(
        of: files, folder: "evidence-\(citation.key)", time: evidence.version.firstSeen)
      try NewFolder.writeFile(zip, to: place)
    } else {
      try NewFolder.write(files, to: place)
    }
    if shared.isForPrograms {
      let document = EvidenceDocument(evidence, files: files, path: place)
      try context.print("evidence", store: evidence.cursor, document, rows: [document])
    } else {
      let check =
        place.hasSuffix(".zip")
        ? "unzip it, then: sha256sum -c SHA256SUMS" : "cd \(place) && sha256sum -c SHA256SUMS"
      try context.print([
        context.style.line("\(place): \(counted(files.count, "file"))"),
        context.style.spelled("→ ") + context.style.line(check),
      ])
    }
  }
}
