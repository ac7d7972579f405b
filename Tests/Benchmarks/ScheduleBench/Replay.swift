import BriefModel
import Foundation

/// Replays traces against the policy and prints, for 4, 12 and 48 polls a source and day, the
/// delays of the counted 28 days as shares of a fixed interval's.
///
/// A fixed interval of a day / budget with a random phase makes a publication wait half of it in
/// the mean. `over publications`: the mean delay of all publications, divided by that. `over
/// sources`: each source's own mean delay divided by that, and of these the mean over all sources
/// that published in the counted days (so a source with one publication counts as much as one with
/// a thousand). Since the fixed interval's mean is the same for every source, this is also the
/// ratio of the means over sources; it is printed in minutes beside it.
enum Replay {
  static func run(file: String, span: Double) -> Int32 {
    let cuts: [(String, Traces.Cut)] = [
      ("last 84 days", .last), ("first 84 days", .first),
      ("any 84 days, 1", .anywhere(seed: 1)), ("any 84 days, 2", .anywhere(seed: 2)),
      ("any 84 days, 3", .anywhere(seed: 3)), ("any 84 days, 4", .anywhere(seed: 4)),
    ]
    print("traces           budget  over publications  over sources  minutes  worst  polls  lost")
    for (name, cut) in cuts {
      guard let traces = try? Traces(file: file, span: span, cut: cut) else {
        print("cannot read \(file)")
        return 1
      }
      for budget in [4.0, 12, 48] {
        print(name.padding(toLength: 16, withPad: " ", startingAt: 0), replay(traces, budget))
      }
    }
    return 0
  }

  /// Items that a feed shows: what many generators do by default.
  private static let window = 20

  private static func replay(_ traces: Traces, _ budget: Double) -> String {
    var follower = Follower(budget: budget, window: window)
    var next = IndexedTimes(count: traces.sources.count, start: Traces.start)
    var seen = [Int](repeating: 0, count: traces.sources.count)
    var delays = [[Int64]](repeating: [], count: traces.sources.count)
    var (polls, lost) = (0, 0)
    let counting = Traces.start + Traces.learning
    while let (now, index) = next.earliest(), now < Traces.end + Traces.counted {
      let times = traces.sources[index].times
      var posts: [Timestamp] = []
      while seen[index] < times.count, times[seen[index]] <= now {
        let time = times[seen[index]]
        posts.append(Timestamp(seconds: time))
        if time >= counting { delays[index].append(now - time) }
        seen[index] += 1
      }
      if now >= counting, now < Traces.end {
        polls += 1
        lost += max(0, posts.count - window)
      }
      let after = follower.polled(
        traces.sources[index].name, at: Timestamp(seconds: now), posts: posts.suffix(window))
      next.set(index, to: after.seconds)
    }
    return line(delays, polls: polls, lost: lost, budget: budget)
  }

  private static func line(_ delays: [[Int64]], polls: Int, lost: Int, budget: Double) -> String {
    let fixed = 86_400 / budget / 2
    let published = delays.filter { !$0.isEmpty }
    let own = published.map { Double($0.reduce(0, +)) / Double($0.count) }
    let count = published.reduce(0) { $0 + $1.count }
    let all = Double(published.reduce(0) { $0 + $1.reduce(0, +) }) / Double(max(count, 1))
    let mean = own.reduce(0, +) / Double(max(own.count, 1))
    return String(
      format: "%6.0f %18.3f %13.3f %8.1f %6.2f %6.3f %5d  (%d of %d sources, %d publications)",
      budget, all / fixed, mean / fixed, mean / 60, (own.max() ?? 0) / fixed,
      Double(polls) / 28 / Double(delays.count) / budget, lost, own.count, delays.count, count)
  }
}

/// The next poll of each source; a plain scan would do for a hundred sources, a heap does for all.
private struct IndexedTimes {
  private var heap: [(time: Int64, index: Int)]

  /// The first polls are spread over an hour.
  init(count: Int, start: Int64) {
    heap = (0..<count).map { (start + Int64($0 * 7_919 % 3_600), $0) }
    heap.sort { $0 < $1 }
  }

  func earliest() -> (Int64, Int)? { heap.first.map { ($0.time, $0.index) } }

  /// Moves the earliest source.
  mutating func set(_ index: Int, to time: Int64) {
    guard !heap.isEmpty, heap[0].index == index else { return }
    heap[0].time = time
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
