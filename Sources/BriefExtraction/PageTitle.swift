import BriefParsing

/// The title of a page's article.
enum PageTitle {
  /// What the head says, without the name of the site; where the page's own heading says the same
  /// in other capitals or at greater length, the heading.
  static func title(head: PageHead, metadata: PageMetadata, blocks: BlockTable) -> String? {
    let headings = blocks.blocks.filter {
      $0.isHeading && $0.roles.isDisjoint(with: [.related, .hidden, .comments])
    }
    let first = headings.first { $0.tag == .h1 }?.text
    guard let stated = (metadata.title ?? head.title)?.replacing(" :: ", with: " | ") else {
      return first
    }
    if isFileName(stated), let heading = first ?? headings.first?.text { return heading }
    guard stated.utf8.count <= longestCompared else { return stated }
    let sites = [metadata.publisher, head.meta("og:site_name"), head.base?.host]
    let parted = StatedTitle(stated)
    let own = headings.first { isSame($0.text, as: parted, isFirst: $0.tag == .h1) }
    if let own { return own.text }
    // Some programs write references for references (`&amp;laquo;`): the heading shows what is meant.
    let decoded = stated.contains("&") ? StatedTitle(HTMLEntities.decode(stated)) : parted
    if decoded.text != stated,
      let own = headings.first(where: { isSame($0.text, as: decoded, isFirst: $0.tag == .h1) })
    {
      return own.text
    }
    if metadata.title == nil, let printed = printedTitle(parted, headings: headings, blocks: blocks)
    {
      return printed
    }
    if metadata.title == nil, let part = printedPart(of: parted, blocks: blocks, headings: headings)
    {
      return part
    }
    if metadata.title == nil,
      let headline = OneHeadline.text(of: headings, beside: stated, blocks: blocks)
    {
      return headline
    }
    return withoutSite(stated, sites: sites.compactMap { $0?.folded })
  }

  /// The heading is the stated title, or all of it but the site's name, or goes on where the stated
  /// title was cut.
  private static func isSame(_ heading: String, as stated: StatedTitle, isFirst: Bool) -> Bool {
    let (a, b) = (heading.folded, stated.folded)
    guard !a.isEmpty, !b.isEmpty else { return false }
    if a == b { return true }
    if stated.parts.count > 1, stated.beginning == a { return true }
    guard isFirst else { return false }
    if b.hasPrefix(a) { return a.utf8.count * 2 >= b.utf8.count && stated.parts.count > 1 }
    return a.hasPrefix(b) && b.utf8.count * 2 >= a.utf8.count
  }

  /// What the page prints where the head says less: all of a title that the head cut, the one `h1` on
  /// the same matter, or the first heading where the head has the name of the site alone.
  private static func printedTitle(
    _ stated: StatedTitle, headings: [PageBlock], blocks: BlockTable
  ) -> String? {
    let sites = siteNames(of: blocks)
    let own = headings.filter { !sites.contains($0.text.folded) }
    if let longer = own.first(where: { $0.tag == .h1 && holds($0.text, stated) }) {
      return withoutKicker(longer, stated: stated, tree: blocks.tree) ?? longer.text
    }
    let beginning = stated.beginning
    if beginning.words.count >= 3, !sites.contains(beginning),
      let longer = blocks.blocks.first(where: {
        goesOn($0, from: beginning) && $0.text.folded != stated.folded
      })
    {
      return longer.text
    }
    let titles = own.filter { $0.tag == .h1 }
    if titles.count == 1, !sharedWords(titles[0].text.folded, beginning).isEmpty {
      return titles[0].text
    }
    guard sites.contains(stated.folded) else { return nil }
    return own.first { $0.roles.isDisjoint(with: .boilerplate) && $0.linkDensity < 0.5 }?.text
  }

  /// UTF-8 bytes of a title that is held against what the page prints. No work has a longer one.
  private static let longestCompared = 4096
  /// Words of a title that is printed whole.
  private static let longestTitle = 40

  private static func goesOn(_ block: PageBlock, from beginning: String) -> Bool {
    guard block.words <= longestTitle, block.words > beginning.words.count,
      block.roles.isDisjoint(with: .boilerplate), block.text.last != ".",
      Masthead(line: block.text).isEmpty
    else { return false }
    return block.text.folded.hasPrefix(beginning + " ")
  }

  /// Words of five letters or more in both.
  private static func sharedWords(_ first: String, _ second: String) -> Set<String> {
    let long = { (text: String) in Set(text.words.map(String.init).filter { $0.count >= 5 }) }
    return long(first).intersection(long(second))
  }

  /// What links to the root of the site says.
  private static func siteNames(of blocks: BlockTable) -> Set<String> {
    let tree = blocks.tree
    let links = tree.nodes.indices.filter { node in
      guard tree.tag(node) == .a, let href = tree.attribute("href", of: node) else { return false }
      return href == "/" || href == "./"
        || (WebAddress(href).map { $0.path == "" || $0.path == "/" } ?? false)
    }
    return Set(links.prefix(40).map { tree.text(of: $0).folded }.filter { !$0.isEmpty })
  }

  /// The heading says what the stated title begins with and more: "Panel: Who runs it?" where the
  /// head has "Who runs it? – Forum".
  private static func holds(_ heading: String, _ stated: StatedTitle) -> Bool {
    let beginning = stated.beginning.words
    let words = heading.folded.words
    guard beginning.count >= 3, words.count > beginning.count else {
      return beginning.count >= 2 && words.count > beginning.count
        && words.prefix(beginning.count).elementsEqual(beginning)
    }
    return words.indices.contains { start in
      words[start...].prefix(beginning.count).elementsEqual(beginning)
    }
  }

  /// The heading without an element in it (`<span>Analysis</span>`) where the rest is what the head
  /// says.
  private static func withoutKicker(
    _ heading: PageBlock, stated: StatedTitle, tree: HTMLTree
  ) -> String? {
    for kicker in heading.nodes.lowerBound - 1..<heading.nodes.upperBound
    where kicker > heading.node && tree.tag(kicker) != .text {
      let rest = heading.nodes.filter {
        tree.tag($0) == .text && !tree.below(kicker).contains($0)
      }.map { tree.texts[tree.nodes[$0].text] }.joined().collapsed
      if rest.folded == stated.beginning { return rest }
    }
    return nil
  }

  /// What a word processor or a layout program left as the title.
  private static func isFileName(_ title: String) -> Bool {
    let title = title.lowercased()
    if title.hasPrefix("microsoft word - ") || title.hasPrefix("untitled") { return true }
    return [".doc", ".docx", ".indd", ".qxd", ".pdf", ".rtf", ".odt"].contains {
      title.hasSuffix($0)
    }
  }

  /// The longest part of the stated title that the page prints by itself, of two words or more: as a
  /// heading, or else as a line before the text.
  private static func printedPart(
    of stated: StatedTitle, blocks: BlockTable, headings: [PageBlock]
  ) -> String? {
    var parts = stated.parts
    if let colon = stated.text.firstRange(of: ": ") {
      parts.append(stated.text[colon.upperBound...].trimmed)
    }
    guard parts.count > 1 else { return nil }
    let sites = siteNames(of: blocks)
    let printed = Set(headings.map(\.text.folded))
    let lines = headings + blocks.blocks.filter { $0.roles.isDisjoint(with: .boilerplate) }
    let byText = Dictionary(
      lines.lazy.filter { $0.text.utf8.count < 400 }.map { ($0.text.folded, $0.text) },
      uniquingKeysWith: { first, _ in first })
    for part in parts.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let folded = part.folded
      guard folded.utf8.count < stated.folded.utf8.count, folded.words.count > 1 else { continue }
      // The name of the site stands last, and in the page's head.
      let isHeading = printed.contains(folded) && !sites.contains(folded)
      if parts.count > 1, part == stated.parts.last, !isHeading,
        folded.words.count <= parts[0].folded.words.count
      {
        continue
      }
      if let line = byText[folded] { return line }
    }
    return nil
  }

  private static func withoutSite(_ title: String, sites: [String]) -> String {
    let parts = parts(title)
    guard parts.count > 1, let last = parts.last?.folded, let first = parts.first?.folded else {
      return title
    }
    let isSite = { (part: String) in
      !part.isEmpty && sites.contains { $0 == part || $0.contains(part.filter { $0 != " " }) }
    }
    if isSite(last) { return String(title[..<parts[parts.count - 1].startIndex]).withoutSeparator }
    if isSite(first) { return String(title[parts[1].startIndex...]).collapsed }
    return title
  }

  static func parts(_ title: String) -> [Substring] {
    var parts: [Substring] = []
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      if separators.contains(title[index]), isApart(index, in: title) {
        parts.append(title[start..<index].trimmed)
        start = title.index(after: index)
      }
      index = title.index(after: index)
    }
    parts.append(title[start...].trimmed)
    return parts
  }

  private static func isApart(_ index: String.Index, in title: String) -> Bool {
    guard index > title.startIndex else { return false }
    let after = title.index(after: index)
    return title[title.index(before: index)] == " " && after < title.endIndex && title[after] == " "
  }

  fileprivate static let separators: Set<Character> = ["|", "-", "–", "—", "»", "·", "•", "/", ":"]
}

/// What the head says, with what it is asked for again and again.
private struct StatedTitle {
  let text: String
  let folded: String
  /// Between separators, the name of the site among them.
  let parts: [Substring]
  /// The first part, folded.
  let beginning: String

  init(_ text: String) {
    self.text = text
    folded = text.folded
    parts = PageTitle.parts(text)
    beginning = parts.first?.folded ?? ""
  }
}

extension String {
  fileprivate var withoutSeparator: String {
    var rest = self[...]
    while let last = rest.last, last == " " || PageTitle.separators.contains(last) {
      rest = rest.dropLast()
    }
    return String(rest)
  }
}
