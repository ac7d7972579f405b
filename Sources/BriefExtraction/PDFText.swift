import BriefModel

/// The text of a PDF, by poppler's `pdftotext` in a process with limits.
struct PDFText: Sendable {
  /// Lines with their places, page by page, in reading order.
  var pages: [PDFPage]

  /// - Throws: the reason in words for a person.
  init(bytes: [UInt8], limits: CommandLimits) throws(PDFTrouble) {
    let places = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]
    guard let program = places.first(where: LimitedCommand.isRunnable) else {
      throw PDFTrouble("pdftotext is not installed (package poppler-utils)")
    }
    let command = LimitedCommand(
      program: program, arguments: ["-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"],
      limits: limits)
    do {
      pages = PDFPage.pages(of: try command.output(for: bytes))
    } catch {
      throw PDFTrouble(error)
    }
    guard pages.contains(where: { !$0.lines.isEmpty }) else {
      throw PDFTrouble(
        "the PDF has \(counted(pages.count, "page")) and no text: pictures of pages, it seems")
    }
  }
}

/// Why a PDF gave no text.
struct PDFTrouble: Error, Hashable, Sendable {
  var reason: String

  init(_ reason: String) { self.reason = reason }

  init(_ trouble: LimitedCommand.Trouble) {
    reason =
      switch trouble {
      case .notStarted(let call, let errno): "\(call) failed with error \(errno)"
      case .timedOut(let seconds): "pdftotext took over \(seconds) seconds and was ended"
      case .tooMuchOutput(let limit): "the text is over the limit of \(limit) bytes"
      case .failed(let code, let message):
        "the PDF cannot be read: pdftotext ended with \(code)"
          + (message.isEmpty ? "" : ": \(message)")
      }
  }
}

/// A page of a PDF as `pdftotext -bbox-layout` describes it. Lengths in points, y downwards.
struct PDFPage: Hashable, Sendable {
  struct Line: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// Lines with the same number stand in one block of the page.
    var block: Int
    var text: String

    var height: Double { bottom - top }
  }

  var width = 0.0
  var height = 0.0
  var lines: [Line] = []

  static func pages(of xhtml: [UInt8]) -> [PDFPage] {
    let tree = HTMLTreeBuilder.tree(of: xhtml, limits: PageLimits())
    var pages: [PDFPage] = []
    var block = 0
    for node in tree.nodes.indices where tree.tag(node) == .unknown {
      switch tree.name(of: node) {
      case "page":
        pages.append(
          PDFPage(width: tree.points("width", of: node), height: tree.points("height", of: node)))
      case "block": block += 1
      case "line" where !pages.isEmpty:
        let words = tree.children(of: node).filter { tree.tag($0) != .text }
        let text = words.map { tree.text(of: $0) }.joined(separator: " ").collapsed
        guard !text.isEmpty else { continue }
        pages[pages.count - 1].lines.append(
          Line(
            left: tree.points("xmin", of: node), top: tree.points("ymin", of: node),
            right: tree.points("xmax", of: node), bottom: tree.points("ymax", of: node),
            block: block, text: text))
      default: break
      }
    }
    return pages
  }
}

extension HTMLTree {
  fileprivate func points(_ name: String, of node: Int) -> Double {
    attribute(name, of: node).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? 0
  }
}
