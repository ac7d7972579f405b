import BriefParsing

/// A link of a page with where it stands.
struct PageAnchor: Sendable {
  var node: Int
  /// Absolute, without fragment.
  var address: WebAddress
  var url: String
  /// White space collapsed; empty for a picture.
  var text: String
  var roles: PageRole
  /// Inside a heading, or around one.
  var isHeading: Bool
}

/// The links of a page that lead to other pages.
enum PageAnchors {
  static func anchors(of tree: HTMLTree, head: PageHead, limits: PageLimits) -> [PageAnchor] {
    let roles = tree.inheritedRoles()
    var headings = [Bool](repeating: false, count: tree.nodes.count)
    var anchors: [PageAnchor] = []
    for node in tree.nodes.indices where tree.tag(node) != .text {
      let parent = tree.nodes[node].parent
      if parent >= 0 {
        headings[node] = headings[parent] || tree.tag(node).headingLevel != nil
      }
      guard tree.tag(node) == .a, anchors.count < limits.links,
        let href = tree.attribute("href", of: node), href.utf8.count <= limits.field,
        href.trimmed.first != "#",
        let url = WebAddress.resolve(href, base: head.base), var address = WebAddress(url)
      else { continue }
      address.fragment = nil
      let holdsHeading = tree.below(node).contains { tree.tag($0).headingLevel != nil }
      anchors.append(
        PageAnchor(
          node: node, address: address, url: address.text,
          text: title(of: node, in: tree), roles: roles[node],
          isHeading: headings[node] || holdsHeading))
    }
    return anchors
  }

  /// The heading inside the link, where there is one; else all of its text, else what it says in
  /// `title` or `aria-label`.
  private static func title(of node: Int, in tree: HTMLTree) -> String {
    if let heading = tree.below(node).first(where: { tree.tag($0).headingLevel != nil }) {
      return tree.text(of: heading)
    }
    let text = tree.text(of: node)
    if !text.isEmpty { return text }
    return (tree.attribute("title", of: node) ?? tree.attribute("aria-label", of: node) ?? "")
      .collapsed
  }
}
