import BriefModel

/// Finds the parts of a brief in its blocks: masthead, series, title, authors, sections.
struct DocumentLayout: Hashable, Sendable {
  private(set) var masthead = Masthead()
  private(set) var series: String?
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var sections: [Section] = []

  /// `isPrinted`: the levels of the headings are sizes of type, and the title is the largest at the
  /// top. Converters to Markdown give levels at random: there it is the first.
  ///
  /// `titled`: the title, where something else than the text says it.
  init(
    blocks: [TextBlock], limits: DocumentLimits, isPrinted: Bool = false, titled: String? = nil
  ) {
    var rest = blocks
    if let titled {
      title = titled
      if let first = rest.first, first.isHeading, first.text.folded == titled.folded {
        rest.removeFirst()
      }
    } else {
      takeMasthead(from: &rest, limits: limits)
      takeSeries(from: &rest, limits: limits)
      takePublisher(from: &rest, limits: limits)
      takeTitle(from: &rest, limits: limits, isPrinted: isPrinted)
      takeAuthors(from: &rest, limits: limits)
    }
    dropFurniture(from: &rest, limits: limits)
    let body = PageFurniture.mended(rest)
    sections = Self.sections(of: isPrinted ? ShortHeadings.told(in: body, limits: limits) : body)
  }

  /// The parts as a page.
  var page: Page {
    var page = Page()
    page.title = title
    page.authors = authors
    page.published = published ?? masthead.date?.midnight
    page.publisher = masthead.publisher
    page.series = series
    page.number = masthead.number
    page.body = Body(sections: sections)
    page.language = LanguageGuess.language(of: page.body.text)
    return page.shown
  }

  /// Short lines at the top that give a number, a date or a publisher and little else.
  private mutating func takeMasthead(from blocks: inout [TextBlock], limits: DocumentLimits) {
    var taken: [Int] = []
    for index in Self.top(of: blocks, limits: limits) {
      let block = blocks[index]
      guard block.text.count <= limits.masthead else { continue }
      if takeParts(of: block) {
        taken.append(index)
        continue
      }
      var line = Masthead(line: block.text)
      line.takeBareNumber(ofSeries: { SeriesName.known($0, publisher: masthead.publisher) != nil })
      let wordsAllowed = line.number != nil || line.publisher != nil ? 4 : block.isHeading ? 0 : 3
      guard !line.isEmpty, line.rest.count <= wordsAllowed else { continue }
      masthead.fill(from: line)
      let name = line.rest.joined(separator: " ")
      series = series ?? SeriesName.known(name, publisher: masthead.publisher)
      if masthead.publisher == nil, line.number != nil, series?.folded != name.folded,
        line.rest.count == 1, name.isAllCapitals, (2...8).contains(name.count)
      {
        masthead.publisher = name.filter { $0.isLetter || $0.isNumber }
      }
      taken.append(index)
    }
    for index in taken.reversed() { blocks.remove(at: index) }
  }

  /// "Institute · Monitor No. 5 · 12 December 2022": each part says something of its own.
  private mutating func takeParts(of block: TextBlock) -> Bool {
    let parts = block.text.replacing(" – ", with: "|").replacing(" — ", with: "|")
      .replacing(" - ", with: "|").split { "·|•".contains($0) }.map { String($0.trimmed) }
      .filter { !$0.isEmpty }
    guard parts.count > 1 else { return false }
    let lines = parts.map { Masthead(line: $0) }
    let names = zip(parts, lines).map { part, line in
      line.isEmpty ? part : line.rest.joined(separator: " ")
    }
    let isKnown = zip(lines, names).map { line, name in
      !line.isEmpty && line.rest.count <= 4 || InstituteName.isName(name)
        || SeriesName.known(name, publisher: nil) != nil
    }
    // One part that says nothing else beside two that do is who publishes.
    let strangers = isKnown.indices.filter { !isKnown[$0] }
    guard lines.contains(where: { !$0.isEmpty }),
      strangers.isEmpty
        || (strangers == [0] && parts.count > 2 && (2...6).contains(parts[0].words.count))
    else { return false }
    if !strangers.isEmpty { masthead.publisher = masthead.publisher ?? parts[0] }
    for (line, name) in zip(lines, names) {
      masthead.fill(from: line)
      if InstituteName.isName(name) { masthead.publisher = masthead.publisher ?? name }
      series = series ?? SeriesName.known(name, publisher: masthead.publisher)
    }
    return true
  }

  private mutating func takeSeries(from blocks: inout [TextBlock], limits: DocumentLimits) {
    for index in Self.top(of: blocks, limits: limits) {
      let text = blocks[index].text
      guard text.count <= limits.masthead else { return }
      let isBeforeTitle =
        index + 1 < blocks.count && blocks[index + 1].isHeading && blocks[index].isHeading
      let both = masthead.publisher == nil ? SeriesName.withAcronym(text) : nil
      if let name = both?.series ?? SeriesName.known(text, publisher: masthead.publisher)
        ?? (isBeforeTitle ? SeriesName.unknown(text, publisher: masthead.publisher) : nil)
      {
        series = series ?? name
        masthead.publisher = masthead.publisher ?? both?.publisher
        blocks.remove(at: index)
        return
      }
      if blocks[index].isHeading { return }
    }
  }

  private mutating func takeTitle(
    from blocks: inout [TextBlock], limits: DocumentLimits, isPrinted: Bool
  ) {
    let top = Self.top(of: blocks, limits: limits)
    let headings = top.filter { blocks[$0].isHeading }
    let heading =
      isPrinted
      ? headings.min { (blocks[$0].level, $0) < (blocks[$1].level, $1) } : headings.first
    let line = top.first { blocks[$0].kind == .paragraph && !blocks[$0].text.endsInFullStop }
    guard let index = heading ?? line ?? blocks.firstIndex(where: \.isHeading) else { return }
    guard blocks[index].text.count <= limits.headline else { return }
    let titleLevel = blocks[index].level
    var title = blocks.remove(at: index).text
    let level = index < blocks.count ? titleLevel : 0
    while index < blocks.count, blocks[index].isHeading,
      title.isUnfinished || (isPrinted && blocks[index].level == level && level < 4),
      title.count + blocks[index].text.count < limits.headline
    {
      title += " " + blocks.remove(at: index).text
    }
    self.title = title
    titleIndex = index
  }

  private var titleIndex = 0

  /// A short line with the name of an institute.
  private mutating func takePublisher(from blocks: inout [TextBlock], limits: DocumentLimits) {
    guard masthead.publisher == nil else { return }
    let top = Self.top(of: blocks, limits: limits)
    let largest = top.map { blocks[$0].level }.min() ?? 7
    for index in top {
      let block = blocks[index]
      guard block.level > largest || !block.isHeading, InstituteName.isName(block.text) else {
        continue
      }
      masthead.publisher = SeriesName.inTitleCase(block.text)
      blocks.remove(at: index)
      return
    }
  }

  /// What the head of the document says goes before what its text shows.
  mutating func override(by front: FrontMatter) {
    if !front.authors.isEmpty { authors = front.authors }
    published = front.published
    masthead.publisher = front.publisher ?? masthead.publisher
    masthead.number = front.number ?? masthead.number
    series = front.series ?? series
  }

  private var published: Timestamp?

  /// Bylines directly below the title, or between masthead and title.
  private mutating func takeAuthors(from blocks: inout [TextBlock], limits: DocumentLimits) {
    let around = Array(titleIndex..<titleIndex + 3) + Array(0..<titleIndex)
    for index in around where index < blocks.count {
      let block = blocks[index]
      guard block.text.count <= limits.headline else { continue }
      let names = PersonNames.names(in: block.text)
      guard !names.isEmpty else { continue }
      authors = names
      blocks.remove(at: index)
      takeFurtherAuthors(at: index, from: &blocks)
      return
    }
  }

  /// Names below the first, and what those people are: "Senior Research Fellow, Polar Programme".
  private mutating func takeFurtherAuthors(at index: Int, from blocks: inout [TextBlock]) {
    while index < blocks.count, blocks[index].text.utf8.count <= 120 {
      let isOffice = PersonNames.isOffice(blocks[index].text)
      let names = isOffice ? [] : PersonNames.names(in: blocks[index].text)
      guard isOffice || !names.isEmpty else { return }
      for name in names where !authors.contains(name) { authors.append(name) }
      blocks.remove(at: index)
    }
  }

  private mutating func dropFurniture(from blocks: inout [TextBlock], limits: DocumentLimits) {
    let repeated = PageFurniture.repeated(blocks, limits: limits)
    let (masthead, series, title) = (masthead, series, title)
    blocks.removeAll { block in
      guard block.text.count <= limits.masthead, block.kind != .item else { return false }
      let folded = block.text.folded
      return PageFurniture.isPageNumber(block.text, publisher: masthead.publisher)
        || SeriesName.isRunningHead(block.text, publisher: masthead.publisher, series: series)
        || repeated.contains(folded) || folded == title?.folded
        || Self.repeats(masthead, in: block.text) || Imprint.isLine(block.text)
    }
  }

  /// A masthead that stands on every page.
  private static func repeats(_ masthead: Masthead, in line: String) -> Bool {
    guard let number = masthead.number else { return false }
    let again = Masthead(line: line)
    return again.number == number && again.rest.count <= 2
  }

  private static func sections(of blocks: [TextBlock]) -> [Section] {
    var sections: [Section] = []
    for block in blocks {
      if block.isHeading {
        sections.append(Section(heading: block.text, text: ""))
      } else if let last = sections.indices.last {
        sections[last].text += (sections[last].text.isEmpty ? "" : "\n\n") + block.text
      } else {
        sections.append(Section(heading: nil, text: block.text))
      }
    }
    return sections
  }

  /// The blocks before the first one that is too long for a headline.
  private static func top(of blocks: [TextBlock], limits: DocumentLimits) -> Range<Int> {
    let end = blocks.firstIndex { $0.text.count > limits.headline } ?? blocks.count
    return 0..<min(end, limits.topBlocks)
  }
}

extension String {
  fileprivate var endsInFullStop: Bool { last == "." || last == "," || last == ";" }
  /// A headline that goes on in the next line.
  fileprivate var isUnfinished: Bool { [":", "–", "—", ","].contains(last ?? " ") }
}
