import BriefDaemon
import BriefModel

/// The interval policy driven from outside: no manners, no limits, no jitter, only who is polled
/// when.
struct Follower {
  private struct Feed {
    var rhythm = Rhythm()
    var last: Timestamp?
    var planned: PlannedPoll?
  }

  private var feeds: [String: Feed] = [:]
  private var policy: IntervalPolicy
  private let window: Int?

  init(budget: Double, window: Int?) {
    policy = IntervalPolicy(pollsPerSourceAndDay: budget)
    self.window = window
  }

  /// A poll of `id` at `now` saw these new posts; returns when the next one is.
  mutating func polled(_ id: String, at now: Timestamp, posts: [Timestamp]) -> Timestamp {
    var feed = feeds.removeValue(forKey: id) ?? Feed()
    if feed.last == nil { policy.join(feed.rhythm, at: now) }
    policy.spend(since: feed.last, planned: feed.planned, at: now)
    policy.learn(&feed.rhythm, moments: posts, undated: 0, since: feed.last, at: now)
    let wait = policy.wait(feed.rhythm, window: window, longest: 366 * 86_400, at: now).seconds
    feed.last = now
    feed.planned = PlannedPoll(wait: wait, price: policy.budget.price)
    feeds[id] = feed
    return now.advanced(by: wait)
  }
}
