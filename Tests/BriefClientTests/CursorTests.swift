import BriefClient
import BriefModel
import Testing

/// A cursor names a store and a revision; asking with it gives exactly what came after.
struct CursorTests {
  @Test func `pages of any size give every change once and in order`() async throws {
    let desk = try Desk()
    for round in 1...4 {
      try await desk.poll((0..<3).map { brief("p\($0)", "Text \(round * 10) of it.", day: 9 - $0) })
    }
    let archive = try desk.archive()
    let all = try archive.changes(since: archive.beginning()).changes
    #expect(all.count == 12)
    for limit in [1, 2, 3, 4, 5, 7, 100] {
      var cursor = try archive.beginning()
      var read: [Change] = []
      var pages = 0
      while true {
        let page = try archive.changes(since: cursor, ChangeQuestion(limit: limit))
        read += page.changes
        cursor = page.next
        pages += 1
        if !page.isCut { break }
      }
      #expect(read == all, "limit \(limit)")
      #expect(try archive.changes(since: cursor).changes == [])
      #expect(pages <= 5)
    }
  }

  @Test func `a filter moves the cursor past what it left out`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")], source: "s")
    try await desk.poll([brief("b", "On oil.")], source: "t")
    let archive = try desk.archive()
    let page = try archive.changes(
      since: archive.beginning(), ChangeQuestion(source: SourceID("s")))
    #expect(page.changes.map(\.publication.id) == [id("a")])
    #expect(page.next == (try archive.cursor()))
  }

  @Test func `an end moves the cursor to that moment and what came later is still to come`()
    async throws
  {
    let desk = try Desk()
    var ends: [Timestamp] = []
    for day in 1...3 {
      try await desk.poll([brief("a", "Text \(day) of it.")])
      ends.append(desk.now)
    }
    let archive = try desk.archive()
    let all = try archive.changes(since: archive.beginning()).changes
    #expect(all.count == 3)
    for end in [ends[0].advanced(by: -1), ends[0], ends[1], ends[2], ends[2].advanced(by: 9_999)] {
      for limit in [nil, 1, 2, 9] {
        let first = try archive.changes(
          since: archive.beginning(), ChangeQuestion(until: end, limit: limit))
        let rest = try archive.changes(since: first.next)
        #expect(first.changes + rest.changes == all, "until \(end), limit \(limit ?? 0)")
        let again = try archive.changes(since: first.next, ChangeQuestion(until: ends[0]))
        #expect(again.next.revision >= first.next.revision, "a cursor never moves back")
      }
    }
  }

  @Test func `a cursor that stands after the moment asked as of is told as that`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    let cursor = try desk.archive().cursor()
    let error = try #require(throws: ArchiveError.self) {
      try desk.archive().asOf(desk.now.advanced(by: -9_999)).changes(since: cursor)
    }
    #expect(error.code == .badQuestion)
    #expect(!error.message.contains("older copy"))
  }

  @Test func `a store that was made anew is an error and never a silent restart`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    let cursor = try desk.archive().cursor()
    try desk.rebuild()
    try await desk.poll([brief("a", "On gas.")])
    let error = try #require(throws: ArchiveError.self) {
      try desk.archive().changes(since: cursor)
    }
    #expect(error.code == .otherStore)
  }

  @Test func `a cursor from the store's future is an error`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    var cursor = try desk.archive().cursor()
    cursor.revision = Revision(99)
    let error = try #require(throws: ArchiveError.self) {
      try desk.archive().changes(since: cursor)
    }
    #expect(error.code == .otherStore)
  }
}
