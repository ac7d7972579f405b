import BriefModel

/// What is learned of when a source publishes.
package struct Rhythm: Hashable, Sendable, Codable {
  /// Days observed and publications seen, old ones fading.
  package var days = 0.0
  package var publications = 0.0

  package init() {}

  /// Takes one good poll into account.
  mutating func observe(since last: Timestamp?, moments: Int, at now: Timestamp) {
    guard let last else { return }
    let elapsed = Double(last.seconds(until: now).clamped(0, 7 * 86_400)) / 86_400
    let fading = max(0, 1 - elapsed / 28)
    days = days * fading + elapsed
    publications = publications * fading + Double(moments)
  }
}
