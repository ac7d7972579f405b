import BriefModel
import BriefParsing

/// The box of a listing that one link stands in, and what else it prints.
struct ListingItem: Sendable {
  /// The date printed in it.
  private(set) var date: Timestamp?
  /// Its heading, else the longest text of its links.
  private(set) var title: String?

  /// The outermost element around `node` that holds none of `others`; `nil` when the link stands
  /// among others.
  ///
  /// Eight steps outwards, and 4,000 nodes: the box of one item is smaller.
  init?(around node: Int, in tree: HTMLTree, others: Set<Int>) {
    var box = node
    var seen = 0
    for _ in 0..<8 {
      guard let parent = tree.parent(box), tree.tag(parent) != .body else { break }
      let range = tree.below(parent)
      seen += range.count
      guard seen <= 4000, !range.contains(where: { $0 != node && others.contains($0) }) else {
        break
      }
      box = parent
    }
    guard box != node else { return nil }
    read(box, of: tree)
  }

  private mutating func read(_ box: Int, of tree: HTMLTree) {
    var linkText = ""
    for node in tree.below(box) {
      let tag = tree.tag(node)
      if date == nil { date = Self.date(at: node, of: tree) }
      if tag.headingLevel != nil, title == nil {
        let text = tree.text(of: node)
        if text.wordCount > 0 { title = text }
      } else if tag == .a {
        let text = tree.text(of: node)
        if text.wordCount >= 2, text.wordCount > linkText.wordCount { linkText = text }
      }
    }
    if title == nil, !linkText.isEmpty { title = linkText }
  }

  private static func date(at node: Int, of tree: HTMLTree) -> Timestamp? {
    if tree.tag(node) == .time {
      return FeedDate(tree.attribute("datetime", of: node) ?? tree.text(of: node))?.moment
    }
    guard tree.tag(node) == .text else { return nil }
    let text = tree.texts[tree.nodes[node].text]
    guard (6...160).contains(text.utf8.count), text.contains(where: \.isNumber) else { return nil }
    return PrintedDate.first(in: text)?.date.midnight
  }
}
