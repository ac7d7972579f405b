import BriefExtraction
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// One look into a folder of documents: what is there is all that there is, unless a file cannot be
/// read.
struct FolderPoll {
  let source: Source
  let remembered: RememberedSource
  let now: Timestamp
  var limits = DocumentLimits()

  func run() -> PolledSource {
    var polled = PolledSource(folder: source, seen: now)
    let listing: FolderListing
    do {
      listing = try FolderListing(root: source.url)
    } catch {
      polled.settle(
        .trouble(PollTrouble(code: error.code, sentence: error.sentence)), failure: .document)
      return polled
    }
    var troubles = listing.troubles
    var entries: [IdentifiedEntry] = []
    var digests: [UInt8] = []
    for file in listing.files {
      do {
        let bytes = try FolderListing.bytes(of: file, limit: limits.bytes)
        let digest = Fingerprint.sha256(bytes)
        digests += Array(file.name.utf8) + [0] + digest.bytes
        polled.record.bytes += bytes.count
        var entry = IdentifiedEntry(
          try DocumentReader.entry(bytes: bytes, fileName: file.name, limits: limits),
          source: source)
        entry.tellLanguage()
        entry.findCorrections()
        entry.page = PageFacts(
          rawDigest: digest, facts: HTTPFacts(length: Int64(bytes.count)))
        entries.append(entry)
      } catch {
        troubles.append("\(file.name): \(error)")
      }
    }
    let digest = Fingerprint.sha256(digests)
    polled.record.warning = Self.sentence(of: troubles)
    polled.report.entries = entries.count
    if troubles.isEmpty, digest == remembered.bodyDigest {
      polled.settle(.unchanged, digest: digest)
    } else {
      polled.record.wasReadInPart = !troubles.isEmpty
      polled.settle(
        .snapshot(
          IdentifiedSnapshot(
            entries: entries, isWhole: troubles.isEmpty, isComplete: troubles.isEmpty,
            oddities: troubles.isEmpty ? [] : [.unreadableFiles])), digest: digest)
    }
    return polled
  }

  private static func sentence(of troubles: [String]) -> String? {
    guard !troubles.isEmpty else { return nil }
    let shown = troubles.prefix(3).joined(separator: "; ")
    let rest = troubles.count > 3 ? "; and \(troubles.count - 3) more" : ""
    return
      "\(troubles.count) \(troubles.count == 1 ? "file" : "files") not read: \(shown)\(rest). Nothing is taken for withdrawn meanwhile."
  }
}

extension PolledSource {
  /// A look into a folder: no request is made.
  init(folder source: Source, seen: Timestamp) {
    record = PollRecord(
      source: source.id, time: seen, observation: .unchanged, outcome: "document")
    report = PollReport(.unchanged)
  }
}
