import BriefModel
import Foundation
import Testing

/// A publisher that publishes, edits, takes down, restores, declares deletions, and now and then
/// answers with nothing or with half a document.
private struct Publisher {
  /// Newest first.
  private(set) var all: [Int] = []
  private(set) var down: Set<Int> = []
  private(set) var declared: Set<Int> = []
  private var edits: [Int: Int] = [:]
  private let window: Int
  private var dice: SplitMix64

  init(seed: UInt64) {
    dice = SplitMix64(state: seed)
    window = Int(dice.next() % 8) + 3
    for _ in 0..<window { publish() }
  }

  /// The newest that stand, as many as the window shows.
  var listed: [Int] { Array(all.filter { !down.contains($0) }.prefix(window)) }

  mutating func act() {
    switch dice.next() % 10 {
    case 0, 1: publish()
    case 2: if let one = any(of: listed) { edits[one, default: 0] += 1 }
    case 3: if let one = any(of: listed), listed.count > 2 { down.insert(one) }
    case 4: if let one = any(of: Array(down)) { restore(one) }
    case 5:
      if let one = any(of: listed), listed.count > 2 {
        down.insert(one)
        declared.insert(one)
      }
    default: break
    }
  }

  /// What a poll gets: entries, and whether the document is whole.
  mutating func answer() -> (entries: [IdentifiedEntry], isWhole: Bool) {
    let whole = listed.map { entry("\($0)", "Text \(edits[$0, default: 0]).", day: 1 + $0 % 28) }
      .map(undated)
    switch dice.next() % 12 {
    case 0: return ([], true)
    case 1: return (Array(whole.prefix(whole.count / 2)), false)
    default: return (whole, true)
    }
  }

  var deletions: [String] { declared.map { "\($0)" } }

  private mutating func publish() { all.insert(all.count, at: 0) }

  private mutating func restore(_ one: Int) {
    down.remove(one)
    declared.remove(one)
  }

  private mutating func any(of some: [Int]) -> Int? {
    some.isEmpty ? nil : some.sorted()[Int(dice.next() % UInt64(some.count))]
  }

  /// Days repeat after 28 publications, so the dates would lie: the order must do.
  private func undated(_ entry: IdentifiedEntry) -> IdentifiedEntry {
    var entry = entry
    entry.entry.content.published = nil
    return entry
  }
}

struct WithdrawalModelTests {
  /// Histories of thirty polls each: a thousand, or as many as BRIEF_SYNC_HISTORIES says. Found is what vanished while a sibling that stood
  /// below it stays listed; what was last cannot be told from what rolled off.
  @Test(arguments: 0..<50)
  func `no publication that stands is withdrawn, and none that was taken down is missed`(batch: Int)
  {
    let wanted = ProcessInfo.processInfo.environment["BRIEF_SYNC_HISTORIES"].flatMap { Int($0) }
    for seed in stride(from: batch, to: wanted ?? 1000, by: 50) {
      if let fault = Self.fault(seed: UInt64(seed)) { Issue.record("history \(seed): \(fault)") }
    }
  }

  private static func fault(seed: UInt64) -> String? {
    var publisher = Publisher(seed: seed)
    var scene = Scene()
    /// Of those that were taken down: the siblings that stood below when it was last listed, and
    /// the whole polls since at each of which one of them was still listed.
    var evidence: [Int: (below: [Int], polls: Int)] = [:]
    var lastListed: [Int] = []
    for poll in 0..<30 {
      publisher.act()
      let (entries, isWhole) = publisher.answer()
      let changes = scene.poll(
        entries, deleted: isWhole && !entries.isEmpty ? publisher.deletions : [], isWhole: isWhole)
      for change in changes where change.hasPrefix("-") {
        let name = change.dropFirst().split(separator: " ").first.flatMap { Int($0) }
        guard let name, publisher.down.contains(name) else {
          return "poll \(poll): \(change), which stands"
        }
      }
      for name in evidence.keys where !publisher.down.contains(name) { evidence[name] = nil }
      guard isWhole, !entries.isEmpty else { continue }
      let seen = publisher.listed
      for (place, name) in lastListed.enumerated() where publisher.down.contains(name) {
        evidence[name] = (Array(lastListed[(place + 1)...]), 0)
      }
      for (name, known) in evidence {
        guard publisher.down.contains(name), known.below.contains(where: seen.contains) else {
          evidence[name] = nil
          continue
        }
        evidence[name]?.polls += 1
        if known.polls + 1 >= 3, scene.presence("\(name)") != "withdrawn" {
          return
            "poll \(poll): \(name) is down for three polls and \(scene.presence("\(name)") ?? "unknown")"
        }
      }
      lastListed = seen
    }
    return nil
  }
}
