/// Puts tags and texts into a tree, with the end tags that HTML lets pages leave out.
///
/// A part of the tree construction of HTML (13.2.6): no foster parents and no adoption of
/// formatting elements, which move text and would break the document order of the nodes; an end tag
/// that would cross a block is left out instead.
struct HTMLTreeBuilder {
  private var tree = HTMLTree()
  /// Open elements, the root first.
  private var open: [Int] = []
  /// How many elements of a tag are open: asked before the stack is searched.
  private var openCounts: [HTMLTag: Int] = [:]
  /// Elements over the limit of depth that are open and stand in no stack.
  private var flattened = 0
  private let limits: PageLimits

  static func tree(of bytes: [UInt8], limits: PageLimits) -> HTMLTree {
    var builder = HTMLTreeBuilder(limits: limits)
    var tokenizer = HTMLTokenizer(bytes: bytes, limits: limits)
    builder.push(.root, attributes: [])
    while builder.tree.nodes.count < limits.nodes, let token = tokenizer.next() {
      builder.take(token, of: bytes)
    }
    builder.pop(to: 0)
    return builder.tree
  }

  private init(limits: PageLimits) { self.limits = limits }

  private mutating func take(_ token: HTMLTokenizer.Token, of bytes: [UInt8]) {
    switch token {
    case .text(let range, let isLiteral):
      let text =
        isLiteral
        ? String(decoding: bytes[range], as: UTF8.self)
        : CharacterReferences.decoded(bytes[range], isAttribute: false)
      tree.texts.append(text)
      append(.text, attributes: [], text: tree.texts.count - 1)
    case .start(let tag, let name, let attributes, let isSelfClosing):
      start(tag, name: name, attributes: attributes, isSelfClosing: isSelfClosing)
    case .end(let tag, let name): end(tag, name: name)
    }
  }

  private mutating func start(
    _ tag: HTMLTag, name: String, attributes: [HTMLAttribute], isSelfClosing: Bool
  ) {
    if tag == .html || tag == .body || tag == .head, openCounts[tag, default: 0] > 0 {
      return
    }
    closeImplied(by: tag)
    var text = -1
    if tag == .unknown {
      tree.names.append(name)
      text = tree.names.count - 1
    }
    if tag.isVoid || (isSelfClosing && (tag == .unknown || tag == .svg)) {
      append(tag, attributes: attributes, text: text)
    } else if open.count >= limits.depth {
      append(tag, attributes: attributes, text: text)
      flattened += 1
    } else {
      push(tag, attributes: attributes, text: text)
    }
  }

  /// End tags that a start tag stands for.
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .body: close([.head], within: [])
    case .li: close([.li], within: [.ul, .ol, .menu])
    case .dd, .dt: close([.dd, .dt], within: [.dl])
    case .option, .optgroup: close([.option], within: [.select])
    case .tr: close([.tr, .td, .th], within: [.table], crossesCells: true)
    case .td, .th: close([.td, .th], within: [.tr, .table], crossesCells: true)
    case .tbody, .thead, .tfoot:
      close([.tbody, .thead, .tfoot], within: [.table], crossesCells: true)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, tree.tag(last).headingLevel != nil { pop(to: open.count - 1) }
    case .a: closeLink()
    default: break
    }
    if tag.closesParagraph { close([.p], within: [.button]) }
  }

  /// Pops to the innermost open element of `tags`, unless a boundary comes first. Of several, the
  /// outermost inside the boundary counts where `crossesCells` is set.
  private mutating func close(
    _ tags: Set<HTMLTag>, within boundaries: Set<HTMLTag>, crossesCells: Bool = false
  ) {
    guard tags.contains(where: { openCounts[$0, default: 0] > 0 }) else { return }
    var found: Int?
    for index in open.indices.reversed() {
      let tag = tree.tag(open[index])
      if tags.contains(tag) {
        found = index
        if !crossesCells { break }
      } else if boundaries.contains(tag) || (tag.isScopeBoundary && !crossesCells) {
        break
      }
    }
    if let found { pop(to: found) }
  }

  /// A link inside a link ends the first, unless a block stands between them.
  private mutating func closeLink() {
    guard openCounts[.a, default: 0] > 0 else { return }
    for index in open.indices.reversed() {
      let tag = tree.tag(open[index])
      if tag == .a { return pop(to: index) }
      if tag.isBlock { return }
    }
  }

  private mutating func end(_ tag: HTMLTag, name: String) {
    if flattened > 0, !tag.isVoid {
      flattened -= 1
      return
    }
    guard tag != .html, tag != .body, openCounts[tag, default: 0] > 0 else { return }
    for index in open.indices.reversed() {
      let candidate = tree.tag(open[index])
      if candidate == tag, tag != .unknown || tree.names[tree.nodes[open[index]].text] == name {
        return pop(to: index)
      }
      let crosses = tag.isBlock || tag == .a
      if candidate.isScopeBoundary && !(tag.isTablePart && candidate != .table) { return }
      if !crosses && candidate.isBlock { return }
    }
  }

  private mutating func push(_ tag: HTMLTag, attributes: [HTMLAttribute], text: Int = -1) {
    append(tag, attributes: attributes, text: text)
    open.append(tree.nodes.count - 1)
    openCounts[tag, default: 0] += 1
  }

  private mutating func append(_ tag: HTMLTag, attributes: [HTMLAttribute], text: Int) {
    let start = tree.attributes.count
    tree.attributes.append(contentsOf: attributes)
    let index = tree.nodes.count
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, parent: open.last ?? -1, end: index + 1,
        attributes: start..<tree.attributes.count, text: text))
  }

  /// Closes the open elements from `index` of the stack on.
  private mutating func pop(to index: Int) {
    while open.count > index, let node = open.popLast() {
      tree.nodes[node].end = tree.nodes.count
      openCounts[tree.tag(node), default: 1] -= 1
    }
  }
}

extension HTMLTag {
  fileprivate var isTablePart: Bool {
    switch self {
    case .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption: true
    default: false
    }
  }
}
