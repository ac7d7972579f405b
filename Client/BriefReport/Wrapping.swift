/// Breaks text into lines at blanks.
enum Wrapping {
  /// Lines of at most `columns`, the first after `first`, the others after `rest`. A word that is
  /// longer stands alone on its line and may be longer than it.
  static func lines(
    _ text: String, columns: Int, first: String = "", rest: String? = nil
  ) -> [String] {
    let rest = rest ?? first
    var lines: [String] = []
    var line = first
    var width = DisplayWidth.of(first)
    var isEmpty = true
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      if !isEmpty, width + 1 + wordWidth > columns {
        lines.append(line)
        (line, width, isEmpty) = (rest, DisplayWidth.of(rest), true)
      }
      if !isEmpty {
        line += " "
        width += 1
      }
      line += word
      width += wordWidth
      isEmpty = false
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
