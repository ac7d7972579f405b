import BriefExtraction
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// One look into a folder of documents: what is there is all that there is, unless a file cannot be
/// read. All files are hashed; only those are extracted whose bytes the store does not know.
struct FolderPoll: Sendable {
  let source: Source
  let remembered: RememberedSource
  let writer: StoreWriter
  let now: Timestamp
  var limits = DocumentLimits()
  /// Makes an entry of a file.
  var extract: @Sendable (_ bytes: [UInt8], _ name: String, DocumentLimits) throws -> Entry = {
    try DocumentReader.entry(bytes: $0, fileName: $1, limits: $2)
  }

  /// Known entries that are read in one go; polls that are recorded wait as long.
  private static let share = 64

  private struct HashedFile {
    var file: FolderListing.File
    var digest: Digest
    var bytes: Int
  }

  /// `nil` when it was given up on the way.
  func run() async -> PolledSource? {
    var polled = PolledSource(folder: source, seen: now)
    let listing: FolderListing
    do {
      listing = try await list().get()
    } catch {
      polled.settle(
        .trouble(PollTrouble(code: error.code, sentence: error.sentence)), failure: .document)
      return polled
    }
    var troubles = listing.troubles
    var files: [HashedFile] = []
    for file in listing.files {
      if Task.isCancelled { return nil }
      switch await hash(file) {
      case .success(let hashed): files.append(hashed)
      case .failure(let trouble): troubles.append("\(file.name): \(trouble)")
      }
    }
    let digest = Fingerprint.sha256(
      files.flatMap { Array($0.file.name.utf8) + [0] + $0.digest.bytes })
    polled.record.bytes = files.reduce(0) { $0 + $1.bytes }
    polled.report.entries = files.count
    if troubles.isEmpty, digest == remembered.bodyDigest {
      polled.settle(.unchanged, digest: digest)
      return polled
    }
    let entries: [IdentifiedEntry]
    do {
      guard let read = try await read(files, troubles: &troubles) else { return nil }
      entries = read
    } catch {
      polled.settle(unread: error)
      return polled
    }
    polled.record.warning = Self.sentence(of: troubles)
    polled.report.entries = entries.count
    polled.record.wasReadInPart = !troubles.isEmpty
    polled.settle(
      .snapshot(
        IdentifiedSnapshot(
          entries: entries, isWhole: troubles.isEmpty, isComplete: troubles.isEmpty,
          oddities: troubles.isEmpty ? [] : [.unreadableFiles])), digest: digest)
    return polled
  }

  private func list() async -> Result<FolderListing, FolderListing.Trouble> {
    await DocumentThreads.look { [source] in
      Result { () throws(FolderListing.Trouble) in try FolderListing(root: source.url) }
    }
  }

  private func hash(
    _ file: FolderListing.File
  ) async -> Result<HashedFile, FolderListing.Unreadable> {
    await DocumentThreads.look { [limits] in
      Result { () throws(FolderListing.Unreadable) in
        let bytes = try FolderListing.bytes(of: file, limit: limits.bytes)
        return HashedFile(
          file: file, digest: Fingerprint.sha256(bytes), bytes: bytes.count)
      }
    }
  }

  /// The entries of the files, in their order; `nil` when the poll was given up.
  private func read(
    _ files: [HashedFile], troubles: inout [String]
  ) async throws(StoreTrouble) -> [IdentifiedEntry]? {
    let known = try await writer.publicationsByDocument(of: source.id)
    var entries: [IdentifiedEntry] = []
    for start in stride(from: 0, to: files.count, by: Self.share) {
      let share = files[start..<min(start + Self.share, files.count)]
      let kept = try await writer.newestEntries(of: share.flatMap { known[$0.digest] ?? [] })
      for file in share {
        if Task.isCancelled { return nil }
        let candidates = (known[file.digest] ?? []).compactMap { kept[$0] }
        if let entry = candidates.first(where: { Self.isRead($0, from: file.file.name) }) {
          entries.append(named(entry, digest: file.digest, length: file.bytes))
          continue
        }
        switch await extracted(file.file) {
        case .success(let entry): entries.append(entry)
        case .failure(let trouble): troubles.append("\(file.file.name): \(trouble)")
        }
      }
    }
    return entries
  }

  /// Whether the same bytes under this name would give this entry. One without a text may have one now: the
  /// program that reads PDF was missing, or had too little time.
  private static func isRead(_ entry: Entry, from name: String) -> Bool {
    let isOfAnotherName =
      entry.identity.value.hasPrefix("file:") && entry.identity.value != "file:\(name)"
    return entry.content.body != nil && !isOfAnotherName
  }

  private func extracted(_ file: FolderListing.File) async -> Result<IdentifiedEntry, any Error> {
    await DocumentThreads.extract { [self] in
      Result {
        // Read again, and hashed again: it may have changed meanwhile.
        let bytes = try FolderListing.bytes(of: file, limit: limits.bytes)
        var entry = named(
          try extract(bytes, file.name, limits), digest: Fingerprint.sha256(bytes),
          length: bytes.count)
        entry.tellLanguage()
        entry.findCorrections()
        return entry
      }
    }
  }

  private func named(_ entry: Entry, digest: Digest, length: Int) -> IdentifiedEntry {
    var entry = IdentifiedEntry(entry, source: source)
    entry.page = PageFacts(rawDigest: digest, facts: HTTPFacts(length: Int64(length)))
    return entry
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
