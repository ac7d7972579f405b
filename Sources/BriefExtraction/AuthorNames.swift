/// Names of authors as publishers print them, put in one form.
enum AuthorNames {
  /// `Dyner, Anna Maria` turns round, `By Jan Nowak` and `Jan Nowak and Ewa Wit` come apart;
  /// addresses and doubles are dropped.
  static func cleaned(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names.flatMap({ parts($0.collapsed) }) {
      let isNew = !result.contains { $0.folded == name.folded }
      if !name.isEmpty, name.utf8.count <= 200, !isAddress(name), isNew { result.append(name) }
    }
    return result
  }

  private static func parts(_ name: String) -> [String] {
    let several = PersonNames.names(in: name)
    if !several.isEmpty { return several }
    let halves = name.split(separator: ",").map(\.trimmed)
    if halves.count == 2, halves.allSatisfy({ (1...3).contains($0.words.count) }),
      halves.allSatisfy({ $0.first?.isUppercase == true })
    {
      return ["\(halves[1]) \(halves[0])"]
    }
    return [name]
  }

  /// What content management systems put where nobody said who.
  private static let placeholders: Set<String> = [
    "admin", "administrator", "editor", "root", "user",
  ]

  private static func isAddress(_ name: String) -> Bool {
    let isHost = !name.contains(" ") && name.contains(".") && name.last != "."
    return isHost || placeholders.contains(name.lowercased()) || name.contains("://")
      || name.contains("@") || name.hasPrefix("www.") || name.hasPrefix("/")
  }
}
