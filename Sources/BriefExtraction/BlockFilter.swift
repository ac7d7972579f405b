import BriefModel

/// Decides which blocks of the article's home belong to the article.
struct BlockFilter {
  enum Verdict: Hashable, Sendable {
    /// Sentences.
    case prose
    case heading
    /// A list item, a cell, a term.
    case item
    /// Too short to tell.
    case scrap
    /// What stands beside an article.
    case dropped
  }

  let page: BlockTable
  let range: Range<Int>
  /// The page's title, folded.
  let title: String?
  /// The home calls itself the article's text.
  let isArticleBody: Bool
  private(set) var verdicts: [Verdict] = []

  var kept: [Int] {
    range.filter { verdicts[$0 - range.lowerBound] != .dropped }
  }

  init(page: BlockTable, home: Int, title: String?) {
    (self.page, range, self.title) = (page, page.range(of: home), title)
    isArticleBody = page.tree.role(of: home).contains(.article)
    verdicts = range.map { verdict(of: $0) }
    judgeLists()
    dropTeasers()
    dropOutsideProse()
    dropEmptyHeadings()
  }

  private subscript(index: Int) -> Verdict {
    get { verdicts[index - range.lowerBound] }
    set { verdicts[index - range.lowerBound] = newValue }
  }

  private func verdict(of index: Int) -> Verdict {
    let block = page.blocks[index]
    guard block.roles.isDisjoint(with: .boilerplate) else { return .dropped }
    if block.text.folded == title || BoilerplatePhrases.begins(block) { return .dropped }
    if CounterLine.isCounter(block) { return .dropped }
    if block.isHeading {
      return block.tag == .h1 || block.linkDensity > page.policy.headingLinks ? .dropped : .heading
    }
    if page.isCaption(index) || block.isCount { return .dropped }
    let isItem = [.li, .td, .th, .dt, .dd].contains(block.tag)
    if block.linkDensity >= page.policy.linkDensity { return isItem ? .item : .dropped }
    return page.policy.isProse(block) ? .prose : isItem ? .item : .scrap
  }

  /// A list or table stays or goes as a whole, by the share of links in it.
  private mutating func judgeLists() {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let list = page.outermostList(of: index) else {
        index += 1
        continue
      }
      var end = index
      var (words, links) = (0, 0)
      while end < range.upperBound, page.blocks[end].nodes.lowerBound < page.tree.nodes[list].end {
        words += page.blocks[end].words
        links += page.blocks[end].linkWords
        end += 1
      }
      let isLinks =
        Double(links) > Double(words) * page.policy.listLinks
        && !isAnnounced(index..<end, list: list)
      for item in index..<end where isLinks && self[item] == .item { self[item] = .dropped }
      index = max(end, index + 1)
    }
  }

  /// A sentence with a colon brings the list in, and the text goes on behind it, all in one element:
  /// "The parties signed three documents:".
  private func isAnnounced(_ items: Range<Int>, list: Int) -> Bool {
    guard items.lowerBound > range.lowerBound, items.upperBound < range.upperBound else {
      return false
    }
    let (before, after) = (items.lowerBound - 1, items.upperBound)
    guard self[before] == .prose, self[after] == .prose, page.blocks[before].text.last == ":",
      page.blocks[before].linkWords == 0
    else { return false }
    let parent = page.tree.parent(list)
    return [before, after].allSatisfy { page.tree.parent(page.blocks[$0].node) == parent }
  }

  /// Headings that are links, three or more close together, and the text below each: other
  /// articles.
  private mutating func dropTeasers() {
    let linked = range.filter {
      page.blocks[$0].isHeading && page.blocks[$0].linkDensity >= page.policy.linkDensity
    }
    var run: [Int] = []
    for heading in linked {
      if let last = run.last, !isNear(last, heading) {
        drop(run)
        run = []
      }
      run.append(heading)
    }
    drop(run)
  }

  private func isNear(_ first: Int, _ second: Int) -> Bool {
    second - first <= page.policy.teaserGap
      && page.blocks[first + 1..<second].reduce(0) { $0 + $1.words } < page.policy.teaserWords
  }

  private mutating func drop(_ teasers: [Int]) {
    guard teasers.count >= page.policy.teasers, let first = teasers.first, let last = teasers.last
    else { return }
    let gap = zip(teasers, teasers.dropFirst()).map { $1 - $0 - 1 }.max() ?? 0
    for index in first..<min(range.upperBound, last + gap + 1)
    where page.blocks[index].words < page.policy.teaserWords {
      self[index] = .dropped
    }
  }

  /// What is too short to tell goes, where no prose has begun yet or none comes after.
  private mutating func dropOutsideProse() {
    guard let first = range.first(where: { self[$0] == .prose }),
      let last = range.last(where: { self[$0] == .prose })
    else { return }
    for index in range.lowerBound..<first where self[index] == .scrap { self[index] = .dropped }
    for index in last..<range.upperBound where self[index] == .scrap {
      let block = page.blocks[index]
      let isBeside =
        block.text.endsSentence && page.blocks[last].tag == .p
        && page.tree.parent(block.node) == page.tree.parent(page.blocks[last].node)
      let isKept = (isArticleBody || isBeside) && block.tag == .p && block.words >= 3
      if !isKept { self[index] = .dropped }
    }
  }

  /// A heading with nothing below it heads what was dropped.
  private mutating func dropEmptyHeadings() {
    var below: Int?  // the level of the heading that comes next, or 7 for text
    for index in range.reversed() {
      switch self[index] {
      case .dropped: continue
      case .heading:
        let level = page.blocks[index].tag.headingLevel ?? 6
        if below.map({ $0 <= level }) ?? true { self[index] = .dropped } else { below = level }
      default: below = 7
      }
    }
  }
}
