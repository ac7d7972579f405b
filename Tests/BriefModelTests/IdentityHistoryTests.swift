import BriefModel
import Foundation
import Testing

/// A publisher whose ids and links are not to be relied on, in one way a history: what it does is known, so
/// what is to be told is, too.
private struct UnsteadyPublisher {
  enum Habit: Int, CaseIterable {
    /// Ids are places in the list.
    case places
    /// Links move now and then, ids at other times.
    case moving
    /// New entries may take the id of an old one that is listed.
    case borrowing
    /// Neighbours exchange their ids.
    case swapping
  }

  struct Item: Hashable {
    var number: Int
    var id: String
    var link: String
    var edit = 0
  }

  let habit: Habit
  let window: Int
  /// Newest first.
  var items: [Item] = []
  var dice: SplitMix64
  private var names = 0

  init(seed: UInt64) {
    dice = SplitMix64(state: seed &* 0x9e37_79b9)
    habit = Habit.allCases[Int(seed % UInt64(Habit.allCases.count))]
    window = 4 + Int(dice.next() % 7)
    for _ in 0..<window { publish() }
  }

  var listed: [Item] {
    items.prefix(window).enumerated().map { place, item in
      var item = item
      if habit == .places { item.id = "item-\(place)" }
      return item
    }
  }

  /// What is to be told: the numbers of what was published and edited.
  mutating func act() -> (added: Set<Int>, edited: Set<Int>) {
    var told: (added: Set<Int>, edited: Set<Int>) = ([], [])
    for _ in 0..<dice.next() % 3 where dice.next() % 2 == 0 {
      publish()
      told.added.insert(items[0].number)
    }
    let place = Int(dice.next() % UInt64(window))
    if dice.next() % 3 == 0, !told.added.contains(items[place].number) {
      items[place].edit += 1
      told.edited.insert(items[place].number)
    }
    names += 1
    switch habit {
    case .places: break
    case .moving:
      let place = Int(dice.next() % UInt64(window))
      if dice.next() % 2 == 0 {
        items[place].link += "-\(names)"
      } else {
        items[place].id += "-\(names)"
      }
    case .borrowing: break
    case .swapping:
      let place = Int(dice.next() % UInt64(window - 1))
      (items[place].id, items[place + 1].id) = (items[place + 1].id, items[place].id)
    }
    return told
  }

  private mutating func publish() {
    let number = items.count
    var item = Item(number: number, id: "g\(number)", link: "example.org/\(number)")
    if habit == .borrowing, number >= window, dice.next() % 3 == 0 {
      item.id = items[Int(dice.next() % 3)].id
    }
    items.insert(item, at: 0)
  }
}

struct IdentityHistoryTests {
  /// Histories of thirty polls: a hundred, or as many as BRIEF_SYNC_HISTORIES says.
  @Test(arguments: 0..<20)
  func `whatever ids and links do, each publication is added once and each edit is told of it`(
    batch: Int
  ) {
    let wanted = ProcessInfo.processInfo.environment["BRIEF_SYNC_HISTORIES"].flatMap { Int($0) }
    for seed in stride(from: batch, to: wanted ?? 100, by: 20) {
      if let fault = Self.fault(seed: UInt64(seed)) { Issue.record("history \(seed): \(fault)") }
    }
  }

  private static func fault(seed: UInt64) -> String? {
    var publisher = UnsteadyPublisher(seed: seed)
    var scene = Scene()
    _ = scene.poll(publisher.listed.map(entry))
    for poll in 0..<30 {
      let told = publisher.act()
      let shown = Set(publisher.listed.map(\.number))
      let changes = scene.poll(publisher.listed.map(entry))
      let added = scene.titles(of: .added)
      let edited = scene.titles(of: .revised)
      let wanted = (told.added.intersection(shown), told.edited.intersection(shown))
      if added != wanted.0.map(title).sorted() || edited != wanted.1.map(title).sorted()
        || changes.count != added.count + edited.count
      {
        return "poll \(poll) of \(publisher.habit): \(changes), and not \(wanted)"
      }
      if scene.poll(publisher.listed.map(entry)) != [] { return "poll \(poll): told twice" }
    }
    return nil
  }

  private static func title(_ number: Int) -> String { "Headline h\(number) of t\(number)" }

  private static func entry(_ item: UnsteadyPublisher.Item) -> IdentifiedEntry {
    article(item.number, id: item.id, link: item.link, edit: item.edit)
  }
}
