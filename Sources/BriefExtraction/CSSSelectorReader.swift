/// Parses ``CSSSelector``.
struct CSSSelectorReader {
  private let text: String
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func read() throws(CSSSelector.Trouble) -> [[CSSSelector.Compound]] {
    var alternatives: [[CSSSelector.Compound]] = []
    repeat {
      alternatives.append(try chain())
    } while take(",")
    guard position == characters.count else {
      throw trouble("“\(characters[position])” not expected")
    }
    return alternatives
  }

  private mutating func chain() throws(CSSSelector.Trouble) -> [CSSSelector.Compound] {
    var compounds: [CSSSelector.Compound] = []
    skipSpace()
    while position < characters.count, characters[position] != "," {
      let isChild = take(">")
      if isChild && compounds.isEmpty { throw trouble("“>” needs something before it") }
      skipSpace()
      var compound = try compound()
      compound.isChild = isChild
      compounds.append(compound)
      skipSpace()
    }
    guard !compounds.isEmpty else { throw trouble("something is missing") }
    guard compounds.count <= 64 else { throw trouble("more than 64 steps") }
    return compounds
  }

  private mutating func compound() throws(CSSSelector.Trouble) -> CSSSelector.Compound {
    var compound = CSSSelector.Compound()
    let start = position
    if take("*") {
    } else if let name = name() {
      compound.tag = name.lowercased()
    }
    while position < characters.count {
      if take(".") {
        compound.attributes.append(
          CSSSelector.Test(name: "class", kind: .word, value: try required(name())))
      } else if take("#") {
        compound.attributes.append(
          CSSSelector.Test(name: "id", kind: .equals, value: try required(name())))
      } else if take("[") {
        compound.attributes.append(try attribute())
      } else {
        break
      }
    }
    guard position > start else { throw trouble("no element named") }
    return compound
  }

  private mutating func attribute() throws(CSSSelector.Trouble) -> CSSSelector.Test {
    skipSpace()
    let name = try required(name()).lowercased()
    skipSpace()
    if take("]") { return CSSSelector.Test(name: name, kind: .present, value: "") }
    var kind = CSSSelector.Test.Kind.equals
    for (mark, other) in [
      ("~", CSSSelector.Test.Kind.word), ("^", .prefix), ("$", .suffix), ("*", .part),
    ] where take(Character(mark)) {
      kind = other
    }
    guard take("=") else { throw trouble("“=” or “]” expected") }
    skipSpace()
    let value = try value()
    skipSpace()
    guard take("]") else { throw trouble("“]” expected") }
    return CSSSelector.Test(name: name, kind: kind, value: value)
  }

  private mutating func value() throws(CSSSelector.Trouble) -> String {
    guard position < characters.count, let quote = ["\"", "'"].first(where: { take($0) }) else {
      return try required(name())
    }
    let start = position
    while position < characters.count, characters[position] != quote { position += 1 }
    guard position < characters.count else { throw trouble("the quote does not end") }
    position += 1
    return String(characters[start..<position - 1])
  }

  private mutating func name() -> String? {
    let start = position
    while position < characters.count {
      let character = characters[position]
      guard character.isLetter || character.isNumber || character == "-" || character == "_" else {
        break
      }
      position += 1
    }
    return start < position ? String(characters[start..<position]) : nil
  }

  private func required(_ name: String?) throws(CSSSelector.Trouble) -> String {
    guard let name else { throw trouble("a name is missing") }
    return name
  }

  private mutating func take(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private func trouble(_ reason: String) -> CSSSelector.Trouble {
    CSSSelector.Trouble(selector: text, position: position, reason: reason)
  }
}
