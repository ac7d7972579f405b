/// What a person is told when nothing matched. A program reads an empty answer, and the exit status.
package enum NothingMatched {
  /// - Parameters:
  ///   - options: those that were given and narrow the question.
  ///   - hint: what to do where none was given.
  package static func lines(
    _ what: String = "Nothing matched", leavingOut options: [String], or hint: String? = nil,
    style: TextStyle
  ) -> [String] {
    guard case .screen = style.layout else { return [] }
    let wider =
      switch options.count {
      case 0: hint ?? "The store holds none yet: brief-sync status tells how its sources fare."
      case 1: "Leave out \(options[0]) to see more."
      default:
        "Leave out \(options.dropLast().joined(separator: ", ")) or \(options[options.count - 1]) to see more."
      }
    return Wrapping.lines("\(what). \(wider)", columns: style.columns)
  }
}
