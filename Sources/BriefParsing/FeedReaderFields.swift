import BriefModel

/// What becomes of a text once its element has ended.
extension FeedReader {
  mutating func endCapture() {
    guard let capture else { return }
    self.capture = nil
    switch capture.field {
    case .title: endTitle(capture)
    case .summary: endSummary(capture)
    case .content: endContent(capture)
    case .link: endLink()
    case .id: endID(permalink: capture.rank)
    case .published: endDate(0, rank: capture.rank)
    case .updated: endDate(1, rank: capture.rank)
    case .person, .name, .email: endPersonPart(capture.field)
    case .category:
      let category = plainText()
      if isInEntry { draft.add(category: category, limit: limits.listItems) }
    case .tags:
      guard isInEntry else { return }
      for tag in plainText().utf8.split(separator: UInt8(ascii: ",")) {
        draft.add(category: Substring(tag).trimmed, limit: limits.listItems)
      }
    case .language: endLanguage()
    case .publisher, .number: endPublication(capture.field)
    case .comment:
      let comment = plainText()
      tombstone?.comment = comment
    case .ttl, .hour, .day, .updatePeriod, .updateFrequency: endManner(capture.field)
    }
  }

  private mutating func endTitle(_ capture: Capture) {
    let title = text(capture, isSingleLine: true).text
    guard isInEntry else {
      if feed.title == nil || feed.title == "" || capture.rank < feedTitleRank {
        feed.title = title
        feedTitleRank = capture.rank
      }
      return
    }
    let isBetter =
      draft.entry.title == nil || draft.entry.title == "" || capture.rank < draft.titleRank
    guard isBetter, !title.isEmpty || draft.entry.title == nil else { return }
    draft.entry.title = title
    draft.titleRank = capture.rank
  }

  /// The first description is the summary; a second one beside it is the text.
  private mutating func endSummary(_ capture: Capture) {
    guard isInEntry else { return }
    let text = text(capture)
    if draft.entry.summary == nil || capture.rank < draft.summaryRank {
      draft.entry.summary = text
      draft.summaryRank = capture.rank
    } else if capture.rank == draft.summaryRank, draft.entry.content == nil {
      draft.entry.content = text
    }
  }

  private mutating func endContent(_ capture: Capture) {
    guard isInEntry, draft.entry.content == nil || draft.entry.content?.isEmpty == true else {
      return
    }
    draft.entry.content = text(capture)
  }

  private mutating func endLink() {
    // Links escaped twice are common (`&amp;amp;`).
    let raw = rawText()
    guard raw.utf8.count <= limits.nameBytes else { return note(.crossed(.nameBytes)) }
    let reference = raw.utf8.contains(UInt8(ascii: "&")) ? raw.replacing("&amp;", with: "&") : raw
    guard let link = web(reference) else { return }
    if isInEntry {
      // Where there are several, the last is the one that other readers show.
      draft.entry.link = link
    } else {
      feed.link = feed.link ?? link
    }
  }

  private mutating func endID(permalink rank: Int) {
    let id = rawText()
    guard isInEntry else {
      if feed.format.isAtom { feedID = id }
      return
    }
    guard id.utf8.count <= limits.nameBytes else { return note(.crossed(.nameBytes)) }
    guard !id.isEmpty else { return }
    draft.entry.id = id
    // A path is a link only where the guid says that it is one.
    let isPath = rank == 2 && (id.utf8.contains(UInt8(ascii: "/")) || id.hasPrefix("?"))
    if rank > 0 { draft.permalink = WebAddress.resolve(id, base: isPath ? base : nil) }
  }

  private mutating func endDate(_ which: Int, rank: Int) {
    let raw = rawText()
    guard !raw.isEmpty else { return }
    let date = FeedDate(raw)
    if date == nil { note(.dateUnreadable) }
    let stated = StatedDate(raw: String(decoding: raw.utf8.prefix(160), as: UTF8.self), date: date)
    guard isInEntry else {
      if which == 1, date != nil || feed.updated == nil { feed.updated = stated }
      return
    }
    guard rank <= draft.dateRank[which] else { return }
    draft.dateRank[which] = rank
    if which == 0 {
      if date != nil || draft.entry.published == nil { draft.entry.published = stated }
    } else if date != nil || draft.entry.updated == nil {
      draft.entry.updated = stated
    }
  }

  private mutating func endLanguage() {
    let tag = String(plainText().map { $0 == "_" ? "-" : $0 })
    guard !tag.isEmpty else { return }
    if isInEntry { draft.entry.language = tag } else { feed.language = tag }
  }

  private mutating func endPublication(_ field: Field) {
    let text = plainText()
    guard isInEntry, !text.isEmpty else { return }
    if field == .publisher { draft.entry.publisher = text } else { draft.entry.number = text }
  }

  private mutating func endPersonPart(_ field: Field) {
    let text = plainText()
    switch field {
    case .name: person?.name = text
    case .email: person?.email = text
    default: person?.text = text
    }
  }

  mutating func endPerson() {
    guard let person else { return }
    self.person = nil
    guard person.role == .author, isInEntry else { return }
    let name = person.name.flatMap { $0.isEmpty ? nil : $0 }
    let email = person.email.flatMap { $0.isEmpty ? nil : $0 }
    draft.add(author: name ?? email ?? person.text ?? "", limit: limits.listItems)
  }

  private mutating func endManner(_ field: Field) {
    guard !isInEntry else { return }
    let text = plainText()
    switch field {
    case .ttl:
      // A year of minutes: more is a slip.
      if let minutes = Int64(text), (1...525_600).contains(minutes) {
        feed.manners.ttl = minutes * 60
      }
    case .hour:
      // RSS 0.92 counts from 1 to 24, RSS 2.0 from 0 to 23.
      if let hour = Int(text), (0...24).contains(hour), !feed.manners.skipHours.contains(hour % 24)
      {
        feed.manners.skipHours.append(hour % 24)
      }
    case .day:
      let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
      if let day = days.firstIndex(of: text.lowercased()), !feed.manners.skipDays.contains(day + 1)
      {
        feed.manners.skipDays.append(day + 1)
      }
    case .updatePeriod:
      let periods: [String: Int64] = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
        "yearly": 31_536_000,
      ]
      if let period = periods[text.lowercased()] {
        feed.manners.updatePeriod = period / updateFrequency
      }
    case .updateFrequency:
      if let times = Int64(text), (1...10_000).contains(times) {
        updateFrequency = times
        feed.manners.updatePeriod = feed.manners.updatePeriod.map { $0 / times }
      }
    default: break
    }
  }

  // MARK: Text

  private mutating func text(_ capture: Capture, isSingleLine: Bool = false) -> MarkedText {
    collector.removeAll(isSingleLine: isSingleLine)
    var bytes = field
    if capture.mode == .base64 { bytes = Base64.decode(field) ?? field }
    let isMarkup =
      capture.mode == .html || capture.mode == .inline || capture.mode == .base64
      || (!capture.isStatedPlain && Markup.isLikely(bytes))
    if isMarkup {
      MarkupText.append(bytes, in: 0..<bytes.count, to: &collector)
    } else {
      MarkupText.appendPlain(bytes, in: 0..<bytes.count, to: &collector)
    }
    if capture.isCut { collector.markCut() }
    return collector.markedText()
  }

  /// The text of a name or the like.
  mutating func plainText() -> String {
    collector.removeAll(isSingleLine: true)
    if Markup.isLikely(field) {
      MarkupText.append(field, in: 0..<field.count, to: &collector)
    } else {
      MarkupText.appendPlain(field, in: 0..<field.count, to: &collector)
    }
    return collector.text()
  }

  private func rawText() -> String {
    VisibleText.filtered(String(decoding: field, as: UTF8.self)).trimmed
  }

  // MARK: Markup among the elements

  /// From here on the field is put together as HTML; what was collected as plain text is escaped.
  mutating func beginInline() {
    guard let current = capture, current.mode != .inline else { return }
    if current.mode == .plain {
      let plain = field
      field.removeAll(keepingCapacity: true)
      Markup.appendEscaped(plain, 0..<plain.count, into: &field)
    }
    capture?.mode = .inline
  }

  mutating func appendTag(_ name: Int, isEnd: Bool) {
    guard capture?.isCut == false else { return }
    field.append(UInt8(ascii: "<"))
    if isEnd { field.append(UInt8(ascii: "/")) }
    field.append(contentsOf: names.names[name].local.utf8)
    field.append(UInt8(ascii: ">"))
  }
}
