/// The blocks of a page with what their place in the tree tells of them.
struct BlockTable {
  let tree: HTMLTree
  let policy: MainTextPolicy
  let blocks: [PageBlock]
  /// Sums over the blocks before each block.
  private var prose: [Double] = [0]
  private var values: [Double] = [0]
  private var words: [Int] = [0]
  /// Pictures before each node.
  private var pictures: [Int] = [0]

  init(tree: HTMLTree, policy: MainTextPolicy) {
    self.tree = tree
    self.policy = policy
    blocks = RoleVote.blocks(of: tree, policy: policy)
    for block in blocks {
      let value = policy.value(of: block)
      values.append(values[values.count - 1] + value)
      prose.append(prose[prose.count - 1] + max(0, value))
      words.append(words[words.count - 1] + block.words)
    }
    for node in tree.nodes {
      let isPicture = [.img, .picture, .figure, .video, .iframe, .svg].contains(node.tag)
      pictures.append(pictures[pictures.count - 1] + (isPicture ? 1 : 0))
    }
  }

  /// The blocks inside an element.
  func range(of node: Int) -> Range<Int> {
    let start = firstBlock(from: node)
    return start..<max(start, firstBlock(from: tree.nodes[node].end))
  }

  func prose(of node: Int) -> Double {
    let range = range(of: node)
    return prose[range.upperBound] - prose[range.lowerBound]
  }

  func value(of node: Int) -> Double {
    let range = range(of: node)
    return values[range.upperBound] - values[range.lowerBound]
  }

  func words(of node: Int) -> Int {
    let range = range(of: node)
    return words[range.upperBound] - words[range.lowerBound]
  }

  func hasPicture(_ node: Int) -> Bool { pictures[tree.nodes[node].end] > pictures[node] }

  /// A short text that shares a box with a picture and with nothing else. A paragraph of whole
  /// sentences is one only where the box calls itself a picture's: steps of a manual have pictures
  /// too.
  func isCaption(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.words <= policy.captionWords else { return false }
    let isProse = policy.isProse(block)
    var node = block.node
    if block.tag == .p {
      if hasPicture(node) { return !isProse }
      node = max(0, tree.nodes[node].parent)
    }
    for _ in 0..<4 {
      guard words(of: node) <= block.words + policy.captionSlack else { return false }
      if hasPicture(node) { return !isProse || isPictureBox(node) }
      node = max(0, tree.nodes[node].parent)
    }
    return false
  }

  private func isPictureBox(_ node: Int) -> Bool {
    if tree.tag(node) == .figure { return true }
    let names =
      (tree.attribute("class", of: node) ?? "") + " " + (tree.attribute("id", of: node) ?? "")
    return PageRoleWords.words(of: names).contains { word in
      Self.pictureWords.contains { word.hasPrefix($0) }
    }
  }

  private static let pictureWords = [
    "image", "img", "photo", "picture", "media", "foto", "bild", "figure", "gallery", "slide",
    "video", "zdjecie", "caption",
  ]

  /// The outermost list or table around a block, below the article's own containers.
  func outermostList(of index: Int) -> Int? {
    var found: Int?
    for node in tree.ancestors(of: blocks[index].nodes.lowerBound) {
      switch tree.tag(node) {
      case .ul, .ol, .dl, .table: found = node
      case .article, .main, .section, .body: return found
      default: break
      }
    }
    return found
  }

  /// The first block whose text stands at or after `node`.
  private func firstBlock(from node: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
