/// Lets the prose of a page outvote the names of its elements: a `div` called `sidebar` that holds
/// most of the text is no sidebar.
enum RoleVote {
  static func blocks(of tree: HTMLTree, policy: MainTextPolicy) -> [PageBlock] {
    let first = PageBlocks.blocks(of: tree) { _, role in role.intersection([.form, .hidden]) }
    var sums = [Double](repeating: 0, count: tree.nodes.count + 1)
    for block in first where policy.isProse(block) {
      sums[block.nodes.lowerBound + 1] += Double(block.words)
    }
    for index in sums.indices.dropFirst() { sums[index] += sums[index - 1] }
    let total = sums[sums.count - 1]
    let title = title(of: tree)
    var blocks = PageBlocks.blocks(of: tree) { node, role in
      guard !role.isDisjoint(with: [.boilerplate, .lead]) else { return role }
      let words = sums[tree.nodes[node].end] - sums[node]
      let share = total > 0 ? words / total : 0
      var refined = refined(
        role, tag: tree.tag(node), words: Int(words), share: share, policy: policy)
      if role.contains(.aside), !role.contains(.article), words < policy.sidebarWords, let title,
        isColumn(node, beside: title, of: tree, sums: sums, policy: policy)
      {
        refined.insert(.aside)
      }
      return refined
    }
    for index in CommentHeading.debates(in: blocks, of: tree, policy: policy) {
      blocks[index].roles.insert(.comments)
    }
    return blocks
  }

  /// The page's one `h1`, where it has one.
  private static func title(of tree: HTMLTree) -> Int? {
    let titles = tree.nodes.indices.filter { tree.tag($0) == .h1 }
    return titles.count == 1 ? titles[0] : nil
  }

  /// The element stands beside one that holds the page's title and paragraphs below it: a short
  /// article may be outweighed by its sidebar.
  private static func isColumn(
    _ node: Int, beside title: Int, of tree: HTMLTree, sums: [Double], policy: MainTextPolicy
  ) -> Bool {
    guard let parent = tree.parent(node), tree.below(parent).contains(title),
      !tree.below(node).contains(title)
    else { return false }
    var column = title
    while let next = tree.parent(column), next != parent { column = next }
    return column != title && sums[tree.nodes[column].end] - sums[title] >= policy.columnWords
  }

  private static func refined(
    _ role: PageRole, tag: HTMLTag, words: Int, share: Double, policy: MainTextPolicy
  ) -> PageRole {
    var role = role
    if tag == .html || tag == .body || tag == .article || tag == .main || tag == .root {
      role.subtract(.boilerplate)
    }
    if tag == .p, words >= policy.paragraphWords { role.subtract(.named) }
    if share >= policy.outvotes {
      role.subtract(PageRole.boilerplate.subtracting([.comments]))
    }
    if share >= policy.outvotes * 0.75 { role.remove(.lead) }
    if share >= policy.outvotesComments { role.remove(.comments) }
    return role
  }
}
