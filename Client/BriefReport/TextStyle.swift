package import BriefModel

/// What the reader's screen can do, and what time it is there.
package struct TextStyle: Hashable, Sendable {
  /// How records are laid out.
  package enum Layout: Hashable, Sendable {
    /// Tables and paragraphs within so many columns, for people.
    case screen(columns: Int)
    /// One record a line, tabs between the fields, for programs.
    case lines
  }

  package var layout: Layout
  package var hasColour: Bool
  /// False where only ASCII is understood.
  package var isUnicode: Bool
  package var now: Timestamp

  package init(layout: Layout, hasColour: Bool = false, isUnicode: Bool = true, now: Timestamp) {
    self.layout = layout
    self.hasColour = hasColour
    self.isUnicode = isUnicode
    self.now = now
  }

  /// Columns of the screen; for lines, wide enough never to fold.
  package var columns: Int {
    switch layout {
    case .screen(let columns): max(columns, 20)
    case .lines: 1 << 20
    }
  }

  /// True where a table would not leave room for its titles.
  var isNarrow: Bool { columns < 72 }

  /// What a colour stands for; a mark or a word always says the same beside it.
  package enum Ink: Hashable, Sendable {
    case added, removed, changed, trouble, heading, faint, good

    var code: String {
      switch self {
      case .added, .good: "32"
      case .removed: "31"
      case .changed: "33"
      case .trouble: "1;31"
      case .heading: "1"
      case .faint: "2"
      }
    }
  }

  package func paint(_ text: String, _ ink: Ink) -> String {
    hasColour && !text.isEmpty ? "\u{1b}[\(ink.code)m\(text)\u{1b}[0m" : text
  }

  /// A stranger's text as one line that is safe to show.
  package func line(_ text: String) -> String { spelled(VisibleText.line(text)) }

  /// The same with its lines kept.
  package func lines(_ text: String) -> String { spelled(VisibleText.lines(text)) }

  /// Text of ours, in letters that the screen has.
  package func spelled(_ text: String) -> String {
    isUnicode ? text : PlainLetters.ascii(text)
  }

  /// At most so many columns, the cut marked.
  func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let mark = spelled("…")
    return DisplayWidth.prefix(text, columns: max(0, columns - DisplayWidth.of(mark))) + mark
  }

  /// Filled with blanks to so many columns.
  func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
  }
}
