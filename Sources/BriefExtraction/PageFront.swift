import BriefModel
import BriefParsing

/// What a page prints above its article for people: number, date, authors, series.
struct PageFront: Sendable {
  private(set) var authors: [String] = []
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  private(set) var series: String?
  private(set) var number: String?
  private(set) var publisher: String?

  init(main: MainText, metadata: PageMetadata) {
    let roles = main.page.tree.inheritedRoles()
    readTimes(main.page.tree, roles: roles)
    readByline(main.page.tree, roles: roles)
    let start = main.kept.first ?? 0
    let from = max(0, start - 25)
    // The first line of the text may be its date: "Minsk, 5 March 2024."
    let isDateline = main.kept.first.map { Self.isDateline(main.page.blocks[$0]) } ?? false
    for index in from..<max(from, isDateline ? start + 1 : start) {
      let block = main.page.blocks[index]
      guard block.words <= 20, block.tag != .h1,
        block.roles.isDisjoint(with: PageRole.boilerplate.subtracting([.byline]))
      else { continue }
      read(Masthead(line: block.text))
      if series == nil {
        series = SeriesName.known(block.text, publisher: publisher ?? metadata.publisher)
      }
    }
  }

  private static func isDateline(_ block: PageBlock) -> Bool {
    guard block.words <= 8 else { return false }
    let line = Masthead(line: block.text)
    return line.date != nil && line.rest.count <= 2
      && line.rest.allSatisfy { $0.first?.isLowercase == false }
  }

  private mutating func read(_ line: Masthead) {
    guard line.rest.count <= 6 else { return }
    number = number ?? line.number
    if line.rest.count <= 4 { published = published ?? line.date?.midnight }
    publisher = publisher ?? line.publisher
    if series == nil, line.number != nil {
      series = SeriesName.known(line.rest.joined(separator: " "), publisher: publisher)
    }
  }

  private mutating func readTimes(_ tree: HTMLTree, roles: [PageRole]) {
    for node in tree.nodes.indices where published == nil || modified == nil {
      let property = tree.attribute("itemprop", of: node)?.lowercased() ?? ""
      guard tree.tag(node) == .time || property.hasPrefix("date"),
        roles[node].isDisjoint(with: Self.elsewhere), tree.below(node).count <= Self.shortNodes
      else { continue }
      let text =
        tree.attribute("datetime", of: node) ?? tree.attribute("content", of: node)
        ?? tree.text(of: node)
      guard let moment = FeedDate(text)?.moment else { continue }
      let names = property + " " + (tree.attribute("class", of: node) ?? "").lowercased()
      if names.contains("modified") || names.contains("updated") {
        modified = modified ?? moment
      } else {
        published = published ?? moment
      }
    }
  }

  private mutating func readByline(_ tree: HTMLTree, roles: [PageRole]) {
    for node in tree.nodes.indices where authors.count < 12 {
      let isStated =
        tree.attribute("rel", of: node)?.lowercased() == "author"
        || tree.attribute("itemprop", of: node)?.lowercased() == "author"
      // hCard's name, which blogs print below the text.
      let isCard = tree.attribute("class", of: node)?.lowercased().words.contains("fn") == true
      let elsewhere = isCard ? Self.elsewhere.subtracting(.footer) : Self.elsewhere
      guard isStated || isCard || isByline(node, of: tree), roles[node].isDisjoint(with: elsewhere),
        tree.below(node).count <= Self.shortNodes
      else { continue }
      let names = PersonNames.names(in: tree.text(of: node))
      for name in names where !authors.contains(name) { authors.append(name) }
      if !names.isEmpty, !isStated { return }
    }
  }

  /// Parts of a page whose dates and names are of something else.
  private static let elsewhere: PageRole = [.comments, .related, .navigation, .aside, .footer]
  /// Nodes of an element that is no longer than a line.
  private static let shortNodes = 60

  private func isByline(_ node: Int, of tree: HTMLTree) -> Bool {
    guard let name = tree.attribute("class", of: node) else { return false }
    let words = PageRoleWords.words(of: name)
    return words.contains { ["byline", "author", "authors", "autor", "autorzy"].contains($0) }
  }
}
