import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting

/// Which sources are polled: those of the start, and what a reload makes of them.
extension Poller {
  func add(_ source: Source, state: PollState?, _ group: inout DiscardingTaskGroup) {
    var source = source
    let memory = remembered.place(of: source.id)
    if let target = adopted(source.id) { source.url = target }
    sources[source.id] = source
    if let memory {
      // One text for both, as a rule.
      if remembered[at: memory].validatedURL == source.url {
        remembered[at: memory].validatedURL = source.url
      }
      // The queue has them now.
      remembered[at: memory].rhythm = nil
      remembered[at: memory].schedule = nil
    }
    take(.sourceAdded(ScheduledSource(source), state), &group)
  }

  func follow(
    _ next: FollowedSources, _ fresh: [SourceID: RememberedSource],
    _ group: inout DiscardingTaskGroup
  ) {
    let changes = FollowedChanges(from: followed, to: next)
    let before = Dictionary(
      followed.sources.map { ($0.id, $0.url) }, uniquingKeysWith: { first, _ in first })
    followed = next
    for id in changes.removed {
      sources[id] = nil
      moved[id] = nil
      movedBack.remove(id)
      remembered[id] = nil
      take(.sourceRemoved(id), &group)
    }
    let touched = Set(changes.added + changes.changed)
    for source in next.sources where touched.contains(source.id) {
      let isElsewhere = before[source.id] != source.url
      if isElsewhere {
        moved[source.id] = nil
        movedBack.remove(source.id)
        remembered[source.id] = fresh[source.id]
        take(.sourceRemoved(source.id), &group)
      }
      add(source, state: isElsewhere ? fresh[source.id]?.pollState : nil, &group)
    }
  }
}
