/// What a page prints beside the text (page numbers, running heads) and what its end breaks.
enum PageFurniture {
  /// A page number: `2`, `- 2 -`, `Page 2 of 3`, `PISM | 2`.
  static func isPageNumber(_ line: some StringProtocol, publisher: String?) -> Bool {
    let words = SeriesName.withoutPublisher(line, publisher: publisher).folded.words
    guard (1...4).contains(words.count) else { return false }
    var figures = 0
    for word in words {
      if word.allSatisfy(\.isNumber) {
        guard word.count <= 3 else { return false }
        figures += 1
      } else if ![
        "page", "of", "str", "strona", "s", "seite", "von", "z", "p", "стр", "из", "с", "старонка",
        "з", "сторінка",
        "ст", "puslapis", "psl", "iš",
      ]
      .contains(word) {
        return false
      }
    }
    return (1...2).contains(figures)
  }

  /// The folded texts of short blocks that stand in the document at least `limits.repeats` times.
  static func repeated(_ blocks: [TextBlock], limits: DocumentLimits) -> Set<String> {
    var counts: [String: Int] = [:]
    for block in blocks where block.text.utf8.count <= limits.masthead && block.kind != .item {
      counts[block.text.folded, default: 0] += 1
    }
    return Set(counts.filter { $0.value >= limits.repeats }.keys)
  }

  /// Puts together what a page's or a column's end broke: a paragraph that goes on in lower case, a
  /// word with its hyphen, a heading of two lines.
  static func mended(_ blocks: [TextBlock]) -> [TextBlock] {
    let vocabulary = Vocabulary(blocks)
    var result: [TextBlock] = []
    var pieces: [[String]] = []
    for block in blocks {
      guard let first = result.last, let end = pieces.last?.last,
        isContinued(TextBlock(kind: first.kind, text: end), by: block)
      else {
        result.append(block)
        pieces.append([block.text])
        continue
      }
      vocabulary.join(block.text, to: &pieces[pieces.count - 1])
    }
    for index in result.indices { result[index].text = pieces[index].joined() }
    return result
  }

  private static func isContinued(_ first: TextBlock, by second: TextBlock) -> Bool {
    guard second.text.startsInLowerCase, !first.text.endsSentence else { return false }
    if first.isHeading || second.isHeading { return first.isHeading && second.isHeading }
    return second.kind == .paragraph
  }
}

/// The words of a document, asked when a hyphen at a line's end may be the word's own.
struct Vocabulary: Sendable {
  /// Compounds with a hyphen, in lower case.
  private var compounds: Set<String> = []

  init(_ blocks: [TextBlock]) {
    for block in blocks {
      for word in block.text.words where word.dropLast().contains("-") {
        compounds.insert(LineWord(word).bare)
      }
    }
  }

  /// Appends a further piece of a text, with a space between, or without space and hyphen where the
  /// hyphen only marks the break. Costs what the last two pieces cost, however long the text is.
  func join(_ next: String, to pieces: inout [String]) {
    guard let last = pieces.last else {
      pieces.append(next)
      return
    }
    guard last.last == "-", last.dropLast().last?.isLetter == true else {
      pieces.append(" " + next)
      return
    }
    let head = last.suffix(Self.longestWord).words.last ?? ""
    let tail = next.prefix(Self.longestWord).words.first ?? ""
    let isOwn = compounds.contains(LineWord(head + tail).bare)
    if !isOwn { pieces[pieces.count - 1] = String(last.dropLast()) }
    pieces.append(next)
  }

  /// Characters.
  private static let longestWord = 60
}
