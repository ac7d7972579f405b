import BriefConfiguration
import BriefExtraction
package import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// `brief-syncd import --source`: documents on disk become publications of a source, each with its
/// version.
package struct DocumentImport {
  private let assembly: Assembly

  package init(_ assembly: Assembly) {
    self.assembly = assembly
  }

  /// One file's result, for people.
  package struct Line: Sendable {
    package var file: String
    package var text: String
    package var isFailure: Bool
  }

  /// Each file is recorded by itself: one that cannot be read holds up no other.
  package func run(files: [String], source id: SourceID) async -> [Line] {
    let source =
      assembly.configuration.sources.first { $0.id == id } ?? Source(id: id, url: "", kind: .folder)
    var lines: [Line] = []
    for file in files { lines.append(await take(file, source)) }
    return lines
  }

  private func take(_ file: String, _ source: Source) async -> Line {
    let now = assembly.clock.moment.wall
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      return Line(
        file: file, text: "cannot be read: \(error.localizedDescription)", isFailure: true)
    }
    let entry: Entry
    do {
      entry = try DocumentReader.entry(bytes: bytes, fileName: (file as NSString).lastPathComponent)
    } catch {
      return Line(file: file, text: "\(error)", isFailure: true)
    }
    // A file says nothing of the source's other publications: it may add and revise, never
    // withdraw.
    var snapshot = IdentifiedSnapshot(Snapshot(entries: [entry], isWhole: false), source: source)
    snapshot.tellLanguages(beside: [:])
    let poll = PollRecord(
      source: source.id, time: now, observation: .snapshot(snapshot),
      rawDigest: Fingerprint.sha256(bytes), facts: HTTPFacts(length: Int64(bytes.count)),
      outcome: "import", bytes: bytes.count)
    let recorded = await recorder.record(poll)
    if let trouble = recorded.trouble {
      return Line(file: file, text: trouble.description, isFailure: true)
    }
    let publication = snapshot.entries.first?.publication.hexadecimal ?? ""
    let verb =
      recorded.counts.added > 0 ? "added" : recorded.counts.revised > 0 ? "revised" : "unchanged"
    return Line(file: file, text: "\(verb) \(publication)", isFailure: false)
  }

  private var recorder: Recorder { assembly.recorder }
}
