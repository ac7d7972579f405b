import BriefModel
import Dispatch

/// Tags those versions anew that a catalogue may tag otherwise than the ones before it.
struct Retagging {
  private let context: RecordingContext
  /// `nil` when any text may have other tags.
  private let mayDiffer: (@Sendable (Entry) -> Bool)?
  /// Publications of which a version was tagged anew.
  private var touched: Set<Int64> = []
  /// An upgrade that goes on does not know which were before.
  private let goesOn: Bool

  init(_ context: RecordingContext, since records: [[UInt8]], goesOn: Bool) {
    self.context = context
    self.goesOn = goesOn
    mayDiffer = context.changedTexts(records)
  }

  /// `nil` of a version that keeps its tags. What a version says of dates is told beside the version before
  /// it, so that later ones of a publication follow one that is tagged anew.
  mutating func taggings(of versions: [DerivedVersion]) async -> [Tagging?] {
    let (context, mayDiffer, goesOn, before) = (context, mayDiffer, goesOn, touched)
    var taggings = await DerivingThreads.map(versions) { version -> Tagging? in
      let follows = version.number > 1 && (goesOn || before.contains(version.publication))
      guard follows || mayDiffer?(version.entry) != false else { return nil }
      return context.tag(version.entry)
    }
    for (place, version) in versions.enumerated() {
      if taggings[place] == nil, touched.contains(version.publication) {
        taggings[place] = context.tag(version.entry)
      }
      if taggings[place] != nil { touched.insert(version.publication) }
    }
    return taggings
  }
}

/// Threads for what takes long, so that those of all tasks stay free for polls and answers.
enum DerivingThreads {
  private static let queue = DispatchQueue(
    label: "brief-sync.deriving", attributes: .concurrent)
  /// More would only be faster at what nobody waits for.
  private static let most = 2

  /// The values in the order of the items.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ value: @escaping @Sendable (Item) -> Value
  ) async -> [Value] {
    // The first half has one more where they are odd.
    let share = max(1, (items.count + most - 1) / most)
    async let rest = part(items.dropFirst(share), value)
    return await part(items.prefix(share), value) + rest
  }

  private static func part<Item: Sendable, Value: Sendable>(
    _ items: ArraySlice<Item>, _ value: @escaping @Sendable (Item) -> Value
  ) async -> [Value] {
    guard !items.isEmpty else { return [] }
    return await withCheckedContinuation { caller in
      queue.async { caller.resume(returning: items.map(value)) }
    }
  }
}
