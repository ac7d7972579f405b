/// The order in which a person reads the lines of a page in columns.
enum ReadingOrder {
  /// `pdftotext` orders by what the file draws first where columns have gaps. A page with a gutter
  /// is put in order here: what crosses the gutter divides the page into bands; in a band the
  /// columns come one after the other. A page without one stays as it is.
  static func ordered(_ page: PDFPage) -> PDFPage {
    let blocks = Block.blocks(of: page.lines)
    let bands = bands(of: blocks)
    guard bands.contains(where: { $0.count > 1 && $0.allSatisfy { $0.lines >= 2 } }) else {
      return page
    }
    var page = page
    page.lines = bands.joined().flatMap { column in
      column.blocks.sorted { ($0.top, $0.left) < ($1.top, $1.left) }.flatMap(\.lines)
    }
    return page
  }

  private struct Block {
    var left: Double
    var right: Double
    var top: Double
    var lines: [PDFPage.Line]

    static func blocks(of lines: [PDFPage.Line]) -> [Block] {
      var blocks: [Block] = []
      var last = -1
      for line in lines {
        if line.block == last, let index = blocks.indices.last {
          blocks[index].left = min(blocks[index].left, line.left)
          blocks[index].right = max(blocks[index].right, line.right)
          blocks[index].top = min(blocks[index].top, line.top)
          blocks[index].lines.append(line)
        } else {
          blocks.append(Block(left: line.left, right: line.right, top: line.top, lines: [line]))
          last = line.block
        }
      }
      return blocks
    }
  }

  private struct Column {
    var left: Double
    var right: Double
    var blocks: [Block]
    var lines: Int { blocks.reduce(0) { $0 + $1.lines.count } }
  }

  private static func bands(of blocks: [Block]) -> [[Column]] {
    guard let left = blocks.map(\.left).min(), let right = blocks.map(\.right).max() else {
      return []
    }
    let middle = (left + right) / 2
    let margin = (right - left) * 0.05
    var bands: [[Column]] = []
    var waiting: [Block] = []
    for block in blocks.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      if block.left < middle - margin, block.right > middle + margin {
        bands += [columns(of: waiting), [Column(left: left, right: right, blocks: [block])]]
        waiting = []
      } else {
        waiting.append(block)
      }
    }
    return (bands + [columns(of: waiting)]).filter { !$0.isEmpty }
  }

  /// Blocks whose widths overlap stand in one column.
  private static func columns(of blocks: [Block]) -> [Column] {
    var columns: [Column] = []
    for block in blocks.sorted(by: { $0.left < $1.left }) {
      if let last = columns.indices.last, block.left < columns[last].right {
        columns[last].right = max(columns[last].right, block.right)
        columns[last].blocks.append(block)
      } else {
        columns.append(Column(left: block.left, right: block.right, blocks: [block]))
      }
    }
    return columns
  }
}
