/// Cuts a page's tree into blocks of text.
struct PageBlocks {
  private let tree: HTMLTree
  /// For each node: the innermost block element, the roles of all elements around it, whether it is
  /// in a link.
  private var blockOf: [Int]
  private var roles: [PageRole]
  private var isLink: [Bool]

  private var blocks: [PageBlock] = []
  private var pending = Pending()

  private struct Pending {
    var node = -1
    var first = 0
    var last = 0
    var roles = PageRole()
    var text = ""
    var words = 0
    var linkWords = 0
    var breaks = 0
  }

  /// `isIgnored` says of an element whether the roles that its names announce do not count.
  static func blocks(
    of tree: HTMLTree, isIgnored: (_ node: Int, _ role: PageRole) -> PageRole = { _, role in role }
  ) -> [PageBlock] {
    var reader = PageBlocks(tree: tree)
    reader.read(isIgnored)
    return reader.blocks
  }

  private init(tree: HTMLTree) {
    self.tree = tree
    blockOf = Array(repeating: 0, count: tree.nodes.count)
    roles = Array(repeating: [], count: tree.nodes.count)
    isLink = Array(repeating: false, count: tree.nodes.count)
  }

  private mutating func read(_ refine: (Int, PageRole) -> PageRole) {
    var index = 1
    while index < tree.nodes.count {
      let tag = tree.tag(index)
      let parent = max(0, tree.nodes[index].parent)
      if tag == .text {
        append(index, parent: parent)
        index += 1
        continue
      }
      if tag.isSilent {
        flush()
        index = tree.nodes[index].end
        continue
      }
      let own = refine(index, tree.role(of: index))
      roles[index] = roles[parent].union(tag.isBlock ? own : own.intersection(.inline))
      isLink[index] = isLink[parent] || tag == .a
      blockOf[index] = tag.isBlock ? index : blockOf[parent]
      if tag.isBlock {
        flush()
      } else if tag == .br {
        pending.breaks += 1
        if pending.breaks >= 2 { flush() } else { pending.text += " " }
      }
      index += 1
    }
    flush()
  }

  private mutating func append(_ node: Int, parent: Int) {
    let text = tree.texts[tree.nodes[node].text]
    guard !text.isEmpty else { return }
    let isBlank = text.unicodeScalars.allSatisfy(\.isSpace)
    if isBlank, pending.text.isEmpty { return }
    if pending.node != blockOf[parent] || (pending.roles != roles[parent] && !isBlank) { flush() }
    if pending.node < 0 {
      if isBlank { return }
      (pending.node, pending.first, pending.roles) = (blockOf[parent], node, roles[parent])
    }
    pending.text += text
    pending.last = node
    guard !isBlank else { return }
    pending.breaks = 0
    let words = text.wordCount
    pending.words += words
    if isLink[parent] { pending.linkWords += words }
  }

  private mutating func flush() {
    defer { pending = Pending() }
    let text = pending.text.collapsed
    guard pending.node >= 0, !text.isEmpty else { return }
    blocks.append(
      PageBlock(
        node: pending.node, nodes: pending.first..<pending.last + 1, text: text,
        words: pending.words, linkWords: pending.linkWords, roles: pending.roles,
        tag: lineTag(of: pending.node)))
  }

  /// `h2` for a `div` in an `h2`; the block's own tag where no more telling one is near.
  private func lineTag(of node: Int) -> HTMLTag {
    var current = node
    for _ in 0..<3 {
      let tag = tree.tag(current)
      switch tag {
      case .h1, .h2, .h3, .h4, .h5, .h6, .li, .td, .th, .dt, .dd, .blockquote, .pre, .figcaption:
        return tag
      case .p: return .p
      default: break
      }
      guard tree.parent(current) != nil, tag == .div || tag == .section else { break }
      current = tree.nodes[current].parent
    }
    return tree.tag(node)
  }
}
