package import BriefModel

/// A configuration file's text without one of its sources; whatever else stands in it stays as it is.
package enum SourceRemoval {
  /// Why nothing can be taken out.
  package struct Refusal: Error, Hashable, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  /// Takes out the lines from the source's header to the next table's, but for the comments that
  /// stand right above the latter.
  ///
  /// - Parameter place: the source's, counted from 0 among those of the file.
  package static func text(
    _ text: String, without id: SourceID, at place: Int
  ) throws(Refusal) -> String {
    let headers = KeyLocator(text).headers
    let sources = headers.indices.filter { headers[$0].name == "source" }
    guard sources.indices.contains(place) else {
      throw Refusal(
        description: "\(id) does not stand under a [[source]] of its own: take it out by hand.")
    }
    let first = sources[place]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let next = headers[(first + 1)...].first { !$0.name.hasPrefix("source.") }
    let begin = headers[first].line - 1
    var end = next.map { $0.line - 1 } ?? lines.count
    if next != nil {
      while end > begin + 1, isComment(lines[end - 1]) { end -= 1 }
    }
    lines.removeSubrange(begin..<end)
    let rest = lines.joined(separator: "\n")
    return rest.isEmpty || rest.hasSuffix("\n") ? rest : rest + "\n"
  }

  private static func isComment(_ line: Substring) -> Bool {
    line.drop { $0 == " " || $0 == "\t" }.hasPrefix("#")
  }
}
