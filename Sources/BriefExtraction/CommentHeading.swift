/// Headings of a debate below an article: "16 comments", "Leave a reply".
enum CommentHeading {
  /// The blocks that stand in a debate: from its heading to the end of the box that it begins, or of
  /// the one that it stands in. A debate has an article before it.
  static func debates(in blocks: [PageBlock], of tree: HTMLTree, policy: MainTextPolicy) -> Set<Int>
  {
    var debates: Set<Int> = []
    var hasProse = false
    for (index, block) in blocks.enumerated() where !debates.contains(index) {
      if hasProse, isHeading(block, policy: policy) {
        let end = end(of: index, in: blocks, tree)
        var next = index
        while next < blocks.count, blocks[next].nodes.lowerBound < end {
          debates.insert(next)
          next += 1
        }
      }
      hasProse =
        hasProse
        || (policy.isProse(block) && block.roles.isDisjoint(with: PageRole.boilerplate))
    }
    return debates
  }

  private static func isHeading(_ block: PageBlock, policy: MainTextPolicy) -> Bool {
    guard block.words <= longest, block.isHeading || block.linkDensity < policy.linkDensity else {
      return false
    }
    let words = block.text.folded.split(separator: " ").map(String.init)
    let others = words.filter { !several.contains($0) && !one.contains($0) }
    guard others.count < words.count else { return false }
    let isSeveral = words.contains(where: several.contains)
    return (isSeveral || !others.isEmpty)
      && others.allSatisfy { beside.contains($0) || $0.allSatisfy(\.isNumber) }
  }

  /// The node behind the debate that a heading begins.
  private static func end(of index: Int, in blocks: [PageBlock], _ tree: HTMLTree) -> Int {
    var box = blocks[index].node
    while let parent = tree.parent(box), ![.body, .article, .main].contains(tree.tag(parent)),
      index == 0 || blocks[index - 1].nodes.upperBound <= parent
    {
      box = parent
    }
    // A heading among the paragraphs heads what comes behind it.
    let isBare = box == blocks[index].node && blocks[index].isHeading
    return tree.nodes[isBare ? tree.parent(box) ?? box : box].end
  }

  /// Words.
  private static let longest = 6

  private static let several = Set(
    """
    comments kommentare komentarze komentarzy комментарии комментариев коментарі коментарів
    каментары каментароў komentarai komentarus komentarų commentaires comentarios reacties replies
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words that head more than debates when they stand alone.
  private static let one = Set(
    """
    comment kommentar komentarz комментарий комментария коментар коментаря каментар каментарый
    komentaras komentarą reply adpowiedz odpowiedź ответ відповідь адказ
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let beside = Set(
    """
    leave a an add your post write no all the show view latest to dodaj brak pokaż zostaw napisz
    wszystkie schreiben schreibe neuer alle hinterlassen einen оставить оставьте добавить ваш
    написать все нет пакінуць дадаць напісаць усе додати залишити написати усі parašyti palikti
    rašyti rodyti visi visus
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
