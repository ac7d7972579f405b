import BriefExtraction
import BriefModel

/// The keys of `[[source]]` that say how its documents are read: `pages`, `selectors`, `extract`,
/// `older_documents`.
struct ReadingSection {
  let kind: Source.Kind

  /// `nil` when none of them is there.
  func read(_ reader: inout TableReader) -> SourceReading? {
    var reading = SourceReading()
    reading.readsPages = reader.boolean("pages") ?? false
    if reading.readsPages, kind == .folder {
      reader.fault("pages", "a folder's files are read as they are; leave the key out")
    }
    if let older = reader.integer("older_documents", in: 0...10_000) {
      reading.olderDocuments = older
      if kind != .feed, kind != .listing {
        reader.fault("older_documents", "a \(kind.rawValue) has none; leave the key out")
      }
    }
    if var table = reader.table("selectors") {
      if kind != .listing {
        reader.fault("selectors", "stand with kind = \"listing\" alone; for pages there is extract")
      }
      reading.listing.item = selector("item", &table)
      reading.listing.link = selector("link", &table)
      reading.listing.title = selector("title", &table)
      reading.listing.date = selector("date", &table)
      reading.listing.next = selector("next", &table)
      reading.listing.remove = selector("remove", &table)
      table.finish()
    }
    if var table = reader.table("extract") {
      if !reading.readsPages { reader.fault("extract", "needs pages = true beside it") }
      reading.article.text = selector("main", &table)
      reading.article.title = selector("title", &table)
      reading.article.date = selector("date", &table)
      reading.article.authors = selector("authors", &table)
      reading.article.remove = selector("remove", &table)
      table.finish()
    }
    return reading == SourceReading() ? nil : reading
  }

  private func selector(_ key: String, _ table: inout TableReader) -> CSSSelector? {
    guard let text = table.lines(key) else { return nil }
    do {
      return try CSSSelector(text)
    } catch {
      table.fault(key, error.description)
      return nil
    }
  }
}
