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
    var blocks = PageBlocks.blocks(of: tree) { node, role in
      guard !role.isDisjoint(with: [.boilerplate, .lead]) else { return role }
      let words = sums[tree.nodes[node].end] - sums[node]
      return refined(
        role, tag: tree.tag(node), words: Int(words), share: total > 0 ? words / total : 0,
        policy: policy)
    }
    for index in CommentHeading.debates(in: blocks, of: tree, policy: policy) {
      blocks[index].roles.insert(.comments)
    }
    return blocks
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
