import BriefConfiguration
import BriefExtraction
import BriefFetching
import BriefModel
import BriefParsing
import BriefStore
import BriefWriting

/// Reads the texts of a source's entries from the pages that they link to: each new and each newly
/// announced entry once, and all known ones again by age, a few with each poll.
struct PageRound: Sendable {
  let source: Source
  let reading: SourceReading
  let requests: DocumentRequests
  let writer: StoreWriter
  let now: Timestamp
  var policy = ReadingPolicy()

  /// What a poll brought, with the texts of its entries. Nothing of it is lost when the store
  /// cannot be read: then it will not be written either.
  func read(_ observation: Observation) async -> (Observation, [PageRecord]) {
    var round = Round()
    var snapshot: IdentifiedSnapshot
    switch observation {
    case .trouble: return (observation, [])
    case .unchanged: snapshot = IdentifiedSnapshot(entries: [], isWhole: false)
    case .snapshot(let seen): snapshot = seen
    }
    let listed = snapshot.entries
    snapshot.entries = []
    let known = await remembered(listed)
    for entry in listed {
      if let entry = await listedEntry(entry, known: known, round: &round) {
        snapshot.entries.append(entry)
      }
    }
    await revisit(&snapshot, round: &round)
    let records = round.records.values.sorted { $0.link < $1.link }
    if case .unchanged = observation, snapshot.revisited.isEmpty, snapshot.gone.isEmpty {
      return (observation, records)
    }
    return (.snapshot(snapshot), records)
  }

  /// What the visits of one poll share.
  private struct Round {
    var visits = 0
    var records: [String: PageRecord] = [:]
  }

  private func remembered(_ entries: [IdentifiedEntry]) async -> [String: PageRecord] {
    let links = entries.compactMap(\.canonicalLink)
    let records = (try? await writer.pages(of: source.id, links: links)) ?? []
    return Dictionary(records.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An entry of the document with its page's text; `nil` while the page waits for its first visit.
  private func listedEntry(
    _ identified: IdentifiedEntry, known: [String: PageRecord], round: inout Round
  ) async -> IdentifiedEntry? {
    guard let link = identified.canonicalLink, let address = identified.entry.link else {
      return identified
    }
    let announced = KeptEntry(identified.entry)
    var record =
      known[link]
      ?? PageRecord(
        link: link, announced: announced.digest, entry: "", due: now,
        extractor: Extraction.number)
    var kept = kept(record) ?? KeptPage(announced: announced)
    if record.announced != announced.digest {
      record.due = now
      // What is announced anew is read whole, whatever the server says of its old copy.
      record.validators = Validators()
    }
    (record.announced, kept.announced) = (announced.digest, announced)
    if record.due > now || round.visits >= policy.visits || Task.isCancelled {
      round.records[link] = written(record, kept)
      return record.visited == nil ? nil : named(kept, nil)
    }
    let result = await visit(record, kept, address: address, round: &round)
    round.records[link] = written(result.record, result.kept)
    return named(result.kept, result.facts)
  }

  /// Visits pages that are due though the document says nothing new of them.
  private func revisit(_ snapshot: inout IdentifiedSnapshot, round: inout Round) async {
    let left = policy.visits - round.visits
    guard left > 0, !Task.isCancelled else { return }
    let handled = round.records.count
    let due =
      (try? await writer.duePages(of: source.id, at: now, limit: left + handled)) ?? []
    for record in due where round.records[record.link] == nil && round.visits < policy.visits {
      guard let kept = kept(record), let address = kept.announced.link, !Task.isCancelled else {
        continue
      }
      let result = await visit(record, kept, address: address, round: &round)
      round.records[record.link] = written(result.record, result.kept)
      if result.isGone {
        snapshot.gone.insert(record.link)
      } else if result.kept != kept || record.visited == nil || record.reason != nil {
        snapshot.revisited.append(named(result.kept, result.facts))
      }
    }
  }

  private func visit(
    _ record: PageRecord, _ kept: KeptPage, address: String, round: inout Round
  ) async -> PageVisit.Result {
    round.visits += 1
    let visit = PageVisit(
      source: source, selectors: reading.article, policy: policy, now: now,
      original: { [writer, source] in
        (try? await writer.original(of: source.id, link: record.link)) ?? nil
      })
    let response = await requests.perform(
      address, validators: kept.read == nil ? Validators() : record.validators)
    return await visit.settle(record, kept: kept, response: response) { enclosure in
      await requests.perform(enclosure)
    }
  }

  private func kept(_ record: PageRecord) -> KeptPage? {
    try? StoreJSON.value(KeptPage.self, record.entry)
  }

  private func written(_ record: PageRecord, _ kept: KeptPage) -> PageRecord {
    var record = record
    record.entry = (try? StoreJSON.text(kept)) ?? record.entry
    return record
  }

  private func named(_ kept: KeptPage, _ facts: PageFacts?) -> IdentifiedEntry {
    var entry = IdentifiedEntry(kept.entry, source: source)
    entry.tellLanguage()
    entry.page = facts
    return entry
  }
}

/// Further requests of a poll, under the policy of its first and with the pauses of its host.
struct DocumentRequests: Sendable {
  let source: Source
  let policy: RequestPolicy
  let fetcher: any Fetching
  var pauseMilliseconds: Int64 = ReadingPolicy().pauseMilliseconds

  func perform(_ url: String, validators: Validators = Validators()) async -> FeedResponse {
    // The source's own machine needs no rest.
    if !source.allowsPrivateAddresses {
      try? await Task.sleep(for: .milliseconds(pauseMilliseconds))
    }
    return await fetcher.perform(
      FeedRequest(
        url: url, validators: validators, allowsPrivateAddresses: source.allowsPrivateAddresses,
        policy: policy))
  }
}
