import BriefModel
import Testing

/// An article whose id, link, title, date and text are all its own: no two have a pair of neighbouring
/// words in common.
func article(
  _ number: Int, id: String? = nil, link: String? = nil, edit: Int = 0, title: String? = nil,
  updated: Int64? = nil
) -> IdentifiedEntry {
  let words = (0..<40).map { "n\(number)w\($0)" }.joined(separator: " ")
  var one = entry(
    "\(number)", "\(words) in \(2027 + edit).", id: id ?? "g\(number)",
    link: link ?? "example.org/b/\(number)")
  one.entry.content.title = title ?? "Headline h\(number) of t\(number)"
  one.entry.content.published = Timestamp(seconds: 1_700_000_000 + Int64(number) * 86_400)
  one.entry.updated = updated.map { Timestamp(seconds: $0) }
  return named(one)
}

/// The entry with the names that its content and title give it.
private func named(_ entry: IdentifiedEntry) -> IdentifiedEntry {
  var entry = entry
  let content = entry.entry.content
  let title = "\(content.title ?? "")|\(content.published?.seconds ?? 0)"
  entry.versionID = versionID(of: content)
  entry.alternatives = [
    publicationID("link:\(entry.canonicalLink ?? "")"), publicationID("title:\(title)"),
    publicationID("content:\(content.body?.text ?? "")"),
  ]
  return entry
}

/// Which publication an entry is, where id, link and content disagree.
struct IdentityTests {
  static let whole = (1...8).reversed().map { article($0) }

  @Test func `a link that moved is kept, so the next id on it is the same publication`() {
    for newID in ["g4", "m4"] {
      var scene = Scene()
      _ = scene.poll(Self.whole)
      func listed(_ four: IdentifiedEntry) -> [IdentifiedEntry] {
        Self.whole.map { $0.entry.identity.value == "g4" ? four : $0 }
      }
      #expect(scene.poll(listed(article(4, id: newID, link: "example.org/new/4"))) == [])
      #expect(scene.link("g4") == "example.org/new/4")
      let edited = listed(article(4, id: "n4", link: "example.org/new/4", edit: 1))
      #expect(scene.poll(edited) == ["~g4 date silent"])
      for _ in 0..<4 { #expect(scene.poll(edited) == []) }
    }
  }

  @Test func `a new entry with an older one's id leaves the older one its history`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let nine = article(9, id: "g8")
    #expect(scene.poll([nine] + Self.whole) == ["+g8"])
    #expect(scene.lastOddities == [.duplicateIDs])
    #expect(
      scene.poll([nine, article(8, edit: 1)] + Self.whole.dropFirst()) == ["~g8 date silent"])
    #expect(
      scene.poll([article(9, id: "g8", edit: 2), article(8, edit: 1)] + Self.whole.dropFirst())
        == ["~g8 date silent"])
    // Either may leave the listing: the other keeps its own.
    var other = scene
    let rest = Array(Self.whole.dropFirst())
    for _ in 0..<2 { #expect(scene.poll([article(9, id: "g8", edit: 2)] + rest) == []) }
    #expect(scene.poll([article(9, id: "g8", edit: 2)] + rest) == ["-g8 missing"])
    #expect(
      other.poll([article(8, edit: 1)] + rest).isEmpty,
      "the one that is left is no edit of the other")
  }

  @Test func `two states of one entry in one document are one publication`() {
    for dates in [(Int64?.none, Int64?.none), (9, 3), (3, 9)] {
      var scene = Scene()
      _ = scene.poll(Self.whole)
      let states = [article(4, edit: 1, updated: dates.0), article(4, updated: dates.1)]
      let listed = Array(Self.whole[..<4]) + states + Array(Self.whole[5...])
      let expected = dates.0 ?? 0 >= dates.1 ?? 0 ? 1 : 0
      #expect(scene.poll(listed).count == expected)
      #expect(scene.poll(listed) == [])
      let later = Self.whole.map { $0.entry.identity.value == "g4" ? states[0] : $0 }
      #expect(scene.poll(later).count == 1 - expected)
      for _ in 0..<4 { #expect(scene.poll(later) == []) }
    }
  }

  @Test func `ids that are places in the list name nobody: links and contents do`() {
    for isOldestFirst in [false, true] {
      func listed(_ numbers: ClosedRange<Int>, edited: Int? = nil) -> [IdentifiedEntry] {
        let count = numbers.count
        return numbers.reversed().enumerated().map { place, number in
          article(
            number, id: "item-\(isOldestFirst ? count - place : place + 1)",
            edit: number == edited ? 1 : 0)
        }
      }
      var scene = Scene()
      _ = scene.poll(listed(1...8))
      for newest in 9...14 {
        let changes = scene.poll(listed(newest - 7...newest))
        #expect(changes.map { $0.prefix(1) } == ["+"])
        #expect(scene.lastOddities.contains(.reusedIDs))
        #expect(scene.poll(listed(newest - 7...newest)) == [])
      }
      let edited = scene.poll(listed(8...15, edited: 12))
      #expect(edited.map { $0.prefix(1) } == ["+", "~"])
      for _ in 0..<4 { #expect(scene.poll(listed(8...15, edited: 12)) == []) }
    }
  }

  @Test func `two entries that exchange their ids stay what they are`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    func swapped(edit: Int) -> [IdentifiedEntry] {
      Self.whole.map { one in
        switch one.entry.identity.value {
        case "g4": article(4, id: "g5", edit: edit)
        case "g5": article(5, id: "g4")
        default: one
        }
      }
    }
    #expect(scene.poll(swapped(edit: 0)) == [])
    #expect(scene.lastOddities == [.reusedIDs])
    #expect(scene.poll(swapped(edit: 1)) == ["~g4 date silent"])
    #expect(scene.poll(Self.whole) == ["~g4 date silent"])
  }

  @Test func `an id that is used again for another article names a new publication`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let others = Self.whole.filter { $0.entry.identity.value != "g4" }
    let nine = article(9, id: "g4")
    #expect(scene.poll([nine] + others) == ["+g4"])
    #expect(scene.lastOddities == [.reusedIDs])
    #expect(scene.poll([nine] + others) == [])
    // The old one is missing since, and the new one has a history of its own.
    let edited = article(9, id: "g4", edit: 1)
    #expect(scene.poll([edited] + others) == ["~g4 date silent", "-g4 missing"])
    #expect(scene.poll([edited, article(4, id: "g4")] + others) == ["^g4"])
  }

  @Test(arguments: [
    ("new link", article(4, link: "example.org/x")),
    ("new title and link", article(4, link: "example.org/x", title: "Quite another line")),
    ("new text and link", article(4, link: "example.org/x", edit: 5)),
    ("new text and title", article(4, edit: 3, title: "Quite another line")),
  ])
  func `an entry that keeps id and date, or id and text, is what it was`(
    what: String, four: IdentifiedEntry
  ) {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let changes = scene.poll(Self.whole.map { $0.entry.identity.value == "g4" ? four : $0 })
    #expect(!changes.contains { $0.hasPrefix("+") || $0.hasPrefix("-") }, "\(what)")
    #expect(scene.lastOddities == [], "\(what)")
  }

  @Test func `links that two entries exchanged by mistake are links, and no ids`() {
    var scene = Scene()
    _ = scene.poll(Self.whole)
    let swapped = Self.whole.map { one in
      switch one.entry.identity.value {
      case "g4": article(4, link: "example.org/b/5", edit: 1)
      case "g5": article(5, link: "example.org/b/4")
      default: one
      }
    }
    #expect(scene.poll(swapped) == ["~g4 date,metadata silent"])
    #expect(scene.poll(swapped) == [])
    #expect(scene.lastOddities == [])
  }

  @Test func `an entry to which an older one's page leads is that one, whatever was edited`() {
    for isListed in [false, true] {
      var scene = Scene()
      _ = scene.poll(Self.whole)
      var four = article(
        4, id: "four", link: "example.org/four", edit: 1, title: "Quite another line")
      four.formerLink = "example.org/b/4"
      let rest = Self.whole.filter { isListed || $0.entry.identity.value != "g4" }
      let changes = scene.poll([four] + rest).map { $0.prefix(2) }
      #expect(changes == (isListed ? ["+f"] : ["~g"]), "what is listed itself did not move")
    }
  }

  @Test func `a long undated text at a new link is the same when it has left the old one`() {
    func undated(_ number: Int, link: String? = nil) -> IdentifiedEntry {
      var one = article(number, link: link)
      one.entry.content.published = nil
      let link = one.canonicalLink ?? ""
      one.entry.identity = Identity(kind: .link, value: link)
      one.publication = publicationID(link)
      return named(one)
    }
    let whole = (1...5).reversed().map { undated($0) }
    let three = undated(3, link: "example.org/three")
    let moved = whole.map { $0.canonicalLink == "example.org/b/3" ? three : $0 }
    var scene = Scene()
    _ = scene.poll(whole)
    for _ in 0..<5 { #expect(scene.poll(moved) == []) }
    #expect(scene.poll(moved + [undated(3)]) == [])
    #expect(scene.lastOddities == [.repeatedEntries])
    // While the old link is listed, a copy of the text is another publication.
    var other = Scene()
    _ = other.poll(whole)
    #expect(other.poll([three] + whole) == ["+example.org/three"])
  }
}
