/// A CSS selector (Selectors Level 4) of the subset that finds things on publishers' pages: type,
/// `*`, `.class`, `#id`, `[attr]`, `[attr=value]` (`~= ^= $= *=` too), descendant and `>` child,
/// commas.
package struct CSSSelector: Hashable, Sendable {
  /// What is wrong with a selector, and where.
  package struct Trouble: Error, Hashable, Sendable, CustomStringConvertible {
    package var selector: String
    /// Characters from the beginning.
    package var position: Int
    package var reason: String

    package var description: String {
      "selector “\(selector)”: \(reason) at character \(position + 1); known are tag, *, .class, #id, "
        + "[attr], [attr=value], descendant, > child and commas"
    }
  }

  /// Tests that one element must pass.
  struct Compound: Hashable, Sendable {
    var tag: String?
    var attributes: [Test] = []
    /// The element before this one is its parent, not just an ancestor.
    var isChild = false
  }

  struct Test: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case present, equals, word, prefix, suffix, part }
    var name: String
    var kind: Kind
    var value: String
  }

  /// Between commas; in each the compounds from left to right, 1 to 64 of them.
  let alternatives: [[Compound]]
  /// As it was written.
  package let text: String

  package init(_ text: String) throws(Trouble) {
    self.text = text
    var reader = CSSSelectorReader(text)
    alternatives = try reader.read()
  }

  /// The elements that match, in document order.
  func matches(in tree: HTMLTree) -> [Int] {
    var found = Set<Int>()
    for alternative in alternatives {
      found.formUnion(Self.matches(alternative, in: tree))
    }
    return found.sorted()
  }

  /// One pass over the nodes: for each, which beginnings of the selector end at it (bit i: the
  /// compounds 0 to i), and which end at an ancestor of it.
  private static func matches(_ compounds: [Compound], in tree: HTMLTree) -> [Int] {
    var ending = [UInt64](repeating: 0, count: tree.nodes.count)
    var above = [UInt64](repeating: 0, count: tree.nodes.count)
    var found: [Int] = []
    for node in tree.nodes.indices where tree.tag(node) != .text {
      let parent = tree.nodes[node].parent
      let atParent = parent < 0 ? 0 : ending[parent]
      above[node] = parent < 0 ? 0 : above[parent] | atParent
      for (index, compound) in compounds.enumerated() {
        let before: UInt64 =
          index == 0 ? 1 : (compound.isChild ? atParent : above[node]) >> (index - 1)
        if before & 1 == 1, compound.matches(node, of: tree) { ending[node] |= 1 << index }
      }
      if ending[node] >> (compounds.count - 1) & 1 == 1 { found.append(node) }
    }
    return found
  }
}

extension CSSSelector.Compound {
  fileprivate func matches(_ node: Int, of tree: HTMLTree) -> Bool {
    guard tree.tag(node) != .root else { return false }
    if let tag, tag != tree.name(of: node) { return false }
    return attributes.allSatisfy { $0.passes(tree.attribute($0.name, of: node)) }
  }
}

extension CSSSelector.Test {
  fileprivate func passes(_ actual: String?) -> Bool {
    guard let actual else { return false }
    return switch kind {
    case .present: true
    case .equals: actual == value
    case .word: actual.words.contains { $0 == value }
    case .prefix: !value.isEmpty && actual.hasPrefix(value)
    case .suffix: !value.isEmpty && actual.hasSuffix(value)
    case .part: !value.isEmpty && actual.contains(value)
    }
  }
}

extension HTMLTree {
  func name(of node: Int) -> String {
    let tag = nodes[node].tag
    return tag == .unknown && nodes[node].text >= 0 ? names[nodes[node].text] : tag.rawValue
  }
}
