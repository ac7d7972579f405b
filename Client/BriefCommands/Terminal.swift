package import BriefModel
package import BriefReport
import Glibc

/// What the environment says of the reader's screen.
package struct Terminal: Hashable, Sendable {
  package enum ColourChoice: String, Hashable, Sendable, CaseIterable {
    case auto, always, never
  }

  package var isTerminal: Bool
  package var columns: Int
  /// `nil` when the terminal does not say.
  package var rows: Int?
  package var knowsColour: Bool
  package var isUnicode: Bool

  package init(isTerminal: Bool, columns: Int = 80, knowsColour: Bool, isUnicode: Bool) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.knowsColour = knowsColour
    self.isUnicode = isUnicode
  }

  /// Reads the variables and asks the terminal behind `descriptor`.
  package init(descriptor: CInt, environment: Environment) {
    isTerminal = isatty(descriptor) != 0
    var size = winsize()
    let width = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    rows = width > 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
    let asked = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    columns = width > 0 ? width : asked > 0 ? asked : 80
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let kind = environment["TERM"] ?? ""
    knowsColour = isTerminal && !noColour && kind != "dumb" && !kind.isEmpty
    isUnicode = Self.isUnicode(environment)
  }

  /// The first of these variables that says anything decides (POSIX, 8.2).
  private static func isUnicode(_ environment: Environment) -> Bool {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let name = environment[variable], !name.isEmpty else { continue }
      // `C.UTF-8`, `pl_PL.utf8`: by hand, since a search in text costs more than the whole screen.
      var letters = name.utf8.filter { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }[...]
      while !letters.isEmpty {
        if letters.starts(with: [0x75, 0x74, 0x66, 0x38]) { return true }
        letters.removeFirst()
      }
      return false
    }
    return false
  }

  /// Text that goes into a pipe or file keeps its letters whatever the locale: it is bytes there.
  package func style(colour: ColourChoice, now: Timestamp) -> TextStyle {
    let hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto: knowsColour
      }
    return TextStyle(
      layout: isTerminal ? .screen(columns: columns) : .lines, hasColour: hasColour,
      isUnicode: isUnicode || !isTerminal, now: now)
  }
}
