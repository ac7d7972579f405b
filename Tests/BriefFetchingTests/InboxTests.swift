import Testing

@testable import BriefFetching

/// Cancelling in every state: each job leaves the inbox exactly once.
@Suite struct InboxTests {
  @Test func `cancelled before the job was handed in, it comes back when it is`() {
    var inbox = Inbox<String>()
    let ticket = inbox.issue()
    #expect(inbox.cancel(ticket) == nil)
    #expect(inbox.submit(ticket, "job") == "job")
    #expect(inbox.isEmpty)
    #expect(inbox.take().jobs.isEmpty)
  }

  @Test func `cancelled while it waits, it comes back at once and the thread never sees it`() {
    var inbox = Inbox<String>()
    let ticket = inbox.issue()
    #expect(inbox.submit(ticket, "job") == nil)
    #expect(inbox.cancel(ticket) == "job")
    #expect(inbox.cancel(ticket) == nil)
    let batch = inbox.take()
    #expect(batch.jobs.isEmpty && batch.cancelled.isEmpty && inbox.isEmpty)
  }

  @Test func `cancelled after the thread took it, the thread is told once`() {
    var inbox = Inbox<String>()
    let ticket = inbox.issue()
    _ = inbox.submit(ticket, "job")
    #expect(inbox.take().jobs.map(\.job) == ["job"])
    #expect(inbox.cancel(ticket) == nil)
    #expect(inbox.take().cancelled == [ticket])
    #expect(inbox.take().cancelled.isEmpty)
    inbox.finish(ticket)
    #expect(inbox.isEmpty)
  }

  @Test func `cancelled after its end, nothing happens`() {
    var inbox = Inbox<String>()
    let ticket = inbox.issue()
    _ = inbox.submit(ticket, "job")
    _ = inbox.take()
    inbox.finish(ticket)
    #expect(inbox.cancel(ticket) == nil)
    #expect(inbox.take().cancelled.isEmpty && inbox.isEmpty)
  }

  @Test func `a closed inbox hands every new job back and the waiting ones to the thread`() {
    var inbox = Inbox<String>()
    let early = inbox.issue()
    let late = inbox.issue()
    _ = inbox.submit(early, "early")
    inbox.close()
    #expect(inbox.submit(late, "late") == "late")
    let batch = inbox.take()
    #expect(batch.isClosed && batch.jobs.map(\.job) == ["early"])
    inbox.finish(early)
    #expect(inbox.isEmpty)
  }

  @Test func `jobs are taken in the order in which they were handed in`() {
    var inbox = Inbox<Int>()
    for number in 0..<100 { _ = inbox.submit(inbox.issue(), number) }
    #expect(inbox.take().jobs.map(\.job) == Array(0..<100))
  }

  @Test func `a job that nobody gives up is taken once, and is not known any more`() {
    var inbox = Inbox<String>()
    let ticket = inbox.issue()
    inbox.add("lasting")
    _ = inbox.submit(ticket, "job")
    let batch = inbox.take()
    #expect(batch.jobs.map(\.job) == ["job", "lasting"])
    #expect(Set(batch.jobs.map(\.ticket)).count == 2)
    #expect(inbox.take().jobs.isEmpty)
    inbox.finish(ticket)
    #expect(inbox.isEmpty)
  }
}
