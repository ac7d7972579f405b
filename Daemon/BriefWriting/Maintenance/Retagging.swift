import BriefModel

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
