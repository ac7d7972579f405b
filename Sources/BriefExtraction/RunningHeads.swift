/// Lines at the top and at the foot of a PDF's pages that belong to the page, not to the text.
enum RunningHeads {
  /// The pages without page numbers and without lines that stand at the same edge of several pages;
  /// of a running head the first one stays, because it may be the masthead.
  static func removed(from pages: [PDFPage], limits: PDFLayoutLimits) -> [PDFPage] {
    var counts: [String: Int] = [:]
    for page in pages {
      for key in Set(page.lines.compactMap { key(of: $0, on: page, limits: limits) }) {
        counts[key, default: 0] += 1
      }
    }
    var seen = Set<String>()
    return pages.map { page in
      var page = page
      let whole = page
      page.lines.removeAll { line in
        guard let key = key(of: line, on: whole, limits: limits) else { return false }
        if PageFurniture.isPageNumber(line.text, publisher: nil) || isRoman(line.text) {
          return true
        }
        return counts[key, default: 0] > 1 && !seen.insert(key).inserted
      }
      return page
    }
  }

  /// The number of a page of a preface.
  private static func isRoman(_ text: String) -> Bool {
    text.utf8.count <= 7 && text.allSatisfy { "ivxl".contains($0) }
  }

  /// Edge and words, figures aside; `nil` for a line that stands at no edge.
  private static func key(of line: PDFPage.Line, on page: PDFPage, limits: PDFLayoutLimits)
    -> String?
  {
    let isTop = line.bottom <= page.height * limits.margin
    guard isTop || line.top >= page.height * (1 - limits.margin) else { return nil }
    return (isTop ? "^" : "$") + line.text.folded.filter { !$0.isNumber }
  }
}
