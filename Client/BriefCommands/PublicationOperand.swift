/// A publication as the command line names it: `ID`, or `ID@2` (also `ID@v2`) for one version.
struct PublicationOperand: Hashable {
  var id: String
  /// `nil` is the newest.
  var version: Int?

  /// Throws ``CommandFailure`` when what stands after the `@` is no version.
  init(_ text: String) throws(CommandFailure) {
    guard let mark = text.firstIndex(of: "@") else {
      id = text
      return
    }
    id = String(text[..<mark])
    var number = text[text.index(after: mark)...]
    if number.first == "v" || number.first == "V" { number.removeFirst() }
    guard let version = Int(number), version > 0 else {
      throw CommandFailure(
        .usage, "“\(text)” names no version. Accepted: ID, ID@2, ID@v2.",
        nextCommand: "brief-sync log \(id.isEmpty ? "ID" : id)")
    }
    self.version = version
  }
}
