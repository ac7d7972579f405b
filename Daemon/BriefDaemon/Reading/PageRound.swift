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
  /// The newest versions of the source's publications, where they were read.
  var heads: [PublicationID: VersionID] = [:]
  /// The configuration says otherwise than at the last poll how the source is read.
  var isReadOtherwise = false
  var policy = ReadingPolicy()

  /// What a round comes to.
  struct Brought {
    var observation: Observation
    var pages: [PageRecord] = []
    /// Of pages whose memory was damaged, for people.
    var warning: String?
  }

  /// What a poll brought, with the texts of its entries. Throws when what is known of the pages cannot be
  /// read: taken for pages that were never seen, their edits would be lost.
  func read(_ observation: Observation) async throws(StoreTrouble) -> Brought {
    var round = Round()
    var snapshot: IdentifiedSnapshot
    switch observation {
    case .trouble: return Brought(observation: observation)
    case .unchanged: snapshot = IdentifiedSnapshot(entries: [], isWhole: false)
    case .snapshot(let seen): snapshot = seen
    }
    let listed = snapshot.entries
    let older = snapshot.older
    let known = try await remembered(listed + older)
    round.former = try await formerPages(of: listed, known: known)
    try await followRedirects(of: listed, known: known, round: &round)
    for entry in listed + older { try await look(at: entry, known: known, round: &round) }
    try await revisit(round: &round)
    refuseTwins(in: &round)
    snapshot.entries = listed.compactMap { listedEntry($0, round: round) }
    snapshot.older = older.compactMap { listedEntry($0, round: round) }
    for link in round.revisited { settle(link, in: &snapshot, round: round) }
    let records = round.pages.values.map { written($0.record, $0.kept) }.sorted {
      $0.link < $1.link
    }
    if case .unchanged = observation, snapshot.revisited.isEmpty, snapshot.gone.isEmpty,
      snapshot.older.isEmpty
    {
      return Brought(observation: observation, pages: records, warning: round.warning)
    }
    return Brought(observation: .snapshot(snapshot), pages: records, warning: round.warning)
  }

  /// What the visits of one poll share.
  private struct Round {
    var visits = 0
    /// By canonical link, visited or not.
    var pages: [String: PageVisit.Result] = [:]
    /// Links of pages that were visited though the document says nothing new of them.
    var revisited: [String] = []
    /// What is remembered of entries under the links that they had until now, by their new links.
    var former: [String: PageRecord] = [:]
    /// Addresses of pages whose memory was damaged.
    var healed: [String] = []

    var warning: String? {
      guard let first = healed.min() else { return nil }
      let others = healed.count > 1 ? " and of \(healed.count - 1) more" : ""
      return
        "What was kept of the page \(first)\(others) was damaged, and is taken from the newest version."
    }
  }

  private func remembered(
    _ entries: [IdentifiedEntry]
  ) async throws(StoreTrouble) -> [String: PageRecord] {
    let links = entries.compactMap(\.canonicalLink)
    let records = try await writer.pages(of: source.id, links: links)
    return Dictionary(records.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page of an entry of the document, visited when it is due.
  private func look(
    at identified: IdentifiedEntry, known: [String: PageRecord], round: inout Round
  ) async throws(StoreTrouble) {
    guard let link = identified.canonicalLink, let address = identified.entry.link else { return }
    let announced = KeptEntry(identified.entry)
    let former = round.former[link]
    var record =
      known[link]
      ?? PageRecord(
        link: link, announced: announced.digest, entry: "", due: now,
        extractor: former?.extractor ?? Extraction.number)
    var memory = kept(former ?? record)
    if memory == nil, known[link] != nil { memory = try await heal(&record, &round) }
    var kept = memory ?? KeptPage(announced: announced)
    if record.announced != announced.digest {
      record.due = now
      // What is announced anew is read whole, whatever the server says of its old copy.
      record.validators = Validators()
    }
    record.announced = announced.digest
    kept.announce(announced)
    if isReadOtherwise, kept.selectors != reading.article.name { record.due = now }
    if record.due > now || round.visits >= policy.visits || Task.isCancelled {
      round.pages[link] = PageVisit.Result(
        record: record, kept: kept, before: (record, kept), address: address)
    } else {
      round.pages[link] = try await visit(record, kept, address: address, round: &round)
    }
  }

  /// What was remembered of a page, from its publication's newest version, since its own row is damaged: so the
  /// page's next edit is told, and only that. `nil` when there is no such version.
  private func heal(
    _ record: inout PageRecord, _ round: inout Round
  ) async throws(StoreTrouble) -> KeptPage? {
    guard let entry = try await writer.newestEntry(of: source.id, link: record.link) else {
      return nil
    }
    var kept = KeptPage(announced: KeptEntry(entry))
    if record.digest != nil {
      kept.read = KeptEntry(entry)
      // Title, authors and date may be the document's: what the page says of them is not known.
      kept.beside = PageHeading()
      kept.selectors = isReadOtherwise ? "" : reading.article.name
    }
    record.due = now
    (record.validators, record.digest) = (Validators(), nil)
    round.healed.append(ShownAddress.of(entry.link ?? record.link))
    return kept
  }

  /// The pages of listed publications whose links moved: what their texts said is what the pages at
  /// the new links are compared with. One that says quite another thing is another entry's.
  private func formerPages(
    of entries: [IdentifiedEntry], known: [String: PageRecord]
  ) async throws(StoreTrouble) -> [String: PageRecord] {
    let moved = entries.filter { entry in
      entry.canonicalLink.map { known[$0] == nil } ?? false && heads[entry.publication] != nil
    }
    guard !moved.isEmpty, !Task.isCancelled else { return [:] }
    let links = try await writer.links(of: moved.map(\.publication))
    let records = try await writer.pages(of: source.id, links: Array(links.values))
    let byLink = Dictionary(records.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
    var former: [String: PageRecord] = [:]
    for entry in moved {
      guard let link = entry.canonicalLink, let old = links[entry.publication], old != link,
        let record = byLink[old], let kept = kept(record), kept.read != nil,
        kept.announced.announcesSame(as: KeptEntry(entry.entry))
      else { continue }
      former[link] = record
    }
    return former
  }

  /// Where a sitemap or a listing lists new links and some known ones no longer, the pages at these are
  /// asked whether they lead to one of the new: a page that was renamed is no other page.
  private func followRedirects(
    of entries: [IdentifiedEntry], known: [String: PageRecord], round: inout Round
  ) async throws(StoreTrouble) {
    guard source.kind == .sitemap || source.kind == .listing else { return }
    let listed = Set(entries.compactMap(\.canonicalLink))
    var new = Set(
      entries.filter { !$0.isKnown(heads) }.compactMap(\.canonicalLink).filter { known[$0] == nil })
    guard !new.isEmpty, !heads.isEmpty else { return }
    let dropped = try await writer.presentPages(
      of: source.id, limit: policy.visits, but: listed)
    for record in dropped.prefix(min(new.count, policy.askedForRedirects)) {
      guard let kept = kept(record), kept.read != nil, let address = kept.announced.link,
        !Task.isCancelled
      else { continue }
      let page = try await visit(record, kept, address: address, round: &round)
      if let link = BriefParsing.canonicalLink(page.address), new.remove(link) != nil {
        round.former[link] = record
      } else {
        round.pages[record.link] = page
        round.revisited.append(record.link)
      }
    }
  }

  /// Visits pages that are due though the document says nothing new of them.
  private func revisit(round: inout Round) async throws(StoreTrouble) {
    let free = policy.visits - round.visits
    guard free > 0, !Task.isCancelled else { return }
    let due = try await writer.duePages(
      of: source.id, at: now, limit: free + round.pages.count + round.former.count)
    let left = Set(round.former.values.map(\.link))
    for var record in due
    where round.pages[record.link] == nil && !left.contains(record.link)
      && round.visits < policy.visits
    {
      var memory = kept(record)
      if memory == nil { memory = try await heal(&record, &round) }
      guard let kept = memory, let address = kept.announced.link, !Task.isCancelled else {
        continue
      }
      round.pages[record.link] = try await visit(record, kept, address: address, round: &round)
      round.revisited.append(record.link)
    }
  }

  /// A text that several pages gave is none of theirs.
  private func refuseTwins(in round: inout Round) {
    var twins = PageTwins()
    for (link, page) in round.pages {
      // A page that fails says nothing now: its text may stand at another address.
      if let read = page.kept.read, page.record.reason == nil { twins.add(read, of: link) }
      if let asked = page.kept.announced.link {
        twins.add(address: page.address, asked: asked, of: link)
      }
    }
    for (link, page) in round.pages where page.kept.read != page.before.kept.read {
      guard let read = page.kept.read,
        let reason = twins.reason(
          read, at: page.address, of: link, announced: page.kept.announced.title)
      else { continue }
      var refused = settling { _ in nil }.refused(page, reason)
      if twins.isCopy(read, of: link) { refused.kept.isCopy = true }
      round.pages[link] = refused
    }
  }

  /// An entry of the document with its page's text; `nil` while the page of a new one waits for its
  /// first visit.
  private func listedEntry(_ identified: IdentifiedEntry, round: Round) -> IdentifiedEntry? {
    guard let link = identified.canonicalLink, let page = round.pages[link] else {
      return identified
    }
    if page.record.visited == nil || page.kept.isCopy == true, !identified.isKnown(heads) {
      return nil
    }
    var entry = named(page)
    entry.formerLink = round.former[link]?.link
    entry.pageIsGone = page.kept.isGone == true
    return entry
  }

  /// What a visit apart from the document says of its publication.
  private func settle(_ link: String, in snapshot: inout IdentifiedSnapshot, round: Round) {
    guard let page = round.pages[link] else { return }
    if page.isGone || page.kept.isGone == true {
      snapshot.gone[link] = page.kept.isGone == true
    } else if page.saysMore {
      snapshot.revisited.append(named(page))
    }
  }

  private func visit(
    _ record: PageRecord, _ kept: KeptPage, address: String, round: inout Round
  ) async throws(StoreTrouble) -> PageVisit.Result {
    round.visits += 1
    let former = round.former[record.link]?.link
    let visit = settling { [writer, source] link throws(StoreTrouble) in
      try await writer.original(of: source.id, link: former ?? link)
    }
    let isConditional = kept.read != nil && visit.isReadBySelectors(kept)
    let response = await requests.perform(
      address, validators: isConditional ? record.validators : Validators(),
      validatedURL: kept.validatedURL ?? address)
    return try await visit.settle(record, kept: kept, response: response) { enclosure in
      await requests.perform(enclosure)
    }
  }

  private func settling(
    original: @escaping @Sendable (String) async throws(StoreTrouble) -> [UInt8]?
  ) -> PageVisit {
    PageVisit(
      source: source, selectors: reading.article, policy: policy, now: now, original: original)
  }

  private func kept(_ record: PageRecord) -> KeptPage? {
    try? StoreJSON.value(KeptPage.self, record.entry)
  }

  private func written(_ record: PageRecord, _ kept: KeptPage) -> PageRecord {
    var record = record
    record.entry = (try? StoreJSON.text(kept)) ?? record.entry
    return record
  }

  private func named(_ page: PageVisit.Result) -> IdentifiedEntry {
    var entry = IdentifiedEntry(page.kept.entry, source: source)
    entry.tellLanguage()
    entry.page = page.facts
    // Until now the source's own document was all that the last version could be read from.
    if page.before.kept.read == nil {
      entry.upgrade = TextUpgrade(after: page.kept.announced.entry.content)
    } else if let reread = page.reread {
      var before = page.before.kept
      before.read = reread
      entry.upgrade = TextUpgrade(
        before: before.entry.content, after: entry.entry.content)
    }
    return entry
  }
}
