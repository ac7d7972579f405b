// The program of the article "Follow a store from your own program"; a test holds the two equal.
import BriefClient
import BriefModel
import Foundation

/// Takes each change about gas once, over restarts too.
struct GasFollower {
  let archive: Archive
  /// A file that keeps how far we got.
  let place: URL

  init(store: String, place: URL) throws {
    archive = try Archive(at: store)
    self.place = place
  }

  /// Where we stopped; the beginning of the store the first time.
  private func start() throws -> Cursor {
    guard FileManager.default.fileExists(atPath: place.path) else { return try archive.beginning() }
    guard let cursor = Cursor(text: try String(contentsOf: place, encoding: .utf8)) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return cursor
  }

  /// Waits for changes until its task is cancelled. `take` is called again for a page during which
  /// it failed: the place is kept after the page.
  func follow(_ take: (Change) async throws -> Void) async throws {
    let question = ChangeQuestion(topics: [TopicID("single-gas-market")], limit: 100)
    for try await page in archive.changeStream(since: try start(), question) {
      for change in page.changes { try await take(change) }
      try Data(page.next.text.utf8).write(to: place, options: .atomic)
    }
  }

  /// What a line of a log says of a change.
  func line(_ change: Change) throws -> String {
    let title = change.publication.title ?? change.publication.id.description
    guard change.kind == .revised else { return "\(change.kind): \(title)" }
    let words = change.differences.map { "“\($0.before ?? "")” became “\($0.after ?? "")”" }
    return "revised\(change.isSilent == true ? " in silence" : ""): \(title): "
      + words.joined(separator: ", ")
  }
}
