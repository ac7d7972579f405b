/// A page as a flat list of nodes in document order.
///
/// The nodes of a subtree stand next to each other: those of node `i` are `i..<nodes[i].end`. So a
/// walk is a loop, and no depth of a page can exhaust the stack.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    /// -1 for the root.
    var parent: Int
    /// One past the last node of the subtree.
    var end: Int
    /// Into ``HTMLTree/attributes``.
    var attributes: Range<Int>
    /// Into ``HTMLTree/texts`` for a text, into ``HTMLTree/names`` for an unknown element, else -1.
    var text: Int
  }

  var nodes: [Node] = []
  var attributes: [HTMLAttribute] = []
  /// References replaced, white space as it stands.
  var texts: [String] = []
  /// Names of unknown elements.
  var names: [String] = []

  func tag(_ node: Int) -> HTMLTag { nodes[node].tag }

  func parent(_ node: Int) -> Int? { nodes[node].parent < 0 ? nil : nodes[node].parent }

  func attribute(_ name: String, of node: Int) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// The nodes below `node`.
  func below(_ node: Int) -> Range<Int> { node + 1..<nodes[node].end }

  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var child = node + 1
    while child < nodes[node].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(state: node) { state -> Int? in
      state = self.nodes[state].parent
      return state < 0 ? nil : state
    }
  }

  /// All text below, scripts and styles aside, white space collapsed.
  func text(of node: Int) -> String {
    var pieces = ""
    var index = node
    while index < nodes[node].end {
      switch nodes[index].tag {
      case let tag where tag.isSilent && index != node:
        index = nodes[index].end
        continue
      case .text: pieces += texts[nodes[index].text]
      case let tag where tag.isBlock || tag == .br: pieces += " "
      default: break
      }
      index += 1
    }
    return pieces.collapsed
  }

  /// The text as it stands of an element that holds nothing else (`script`, `title`).
  func rawText(of node: Int) -> String {
    below(node).filter { nodes[$0].tag == .text }.map { texts[nodes[$0].text] }.joined()
  }
}
