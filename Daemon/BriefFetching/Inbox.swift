/// What callers want of the curl thread, and how far it has come with it.
///
/// A value: it is told what happened and answers what to do about it. Each job leaves it exactly
/// once: in a batch, or as the answer of ``submit(_:_:)`` or ``cancel(_:)`` to be ended there. That
/// is what makes every caller resume exactly once, whenever its task is cancelled.
struct Inbox<Job> {
  struct Ticket: Hashable, Sendable {
    var number: UInt64
  }

  fileprivate enum Stage {
    /// The caller holds a ticket and has not handed in its job.
    case issued
    /// Cancelled before the job was handed in.
    case cancelledEarly
    /// Waits for the thread.
    case waiting(Job)
    /// The thread has it.
    case taken
  }

  /// What the thread takes over in one go.
  struct Batch {
    var jobs: [(ticket: Ticket, job: Job)] = []
    /// Jobs that the thread has and whose callers have given up.
    var cancelled: [Ticket] = []
    var isClosed = false
  }

  private var stages: [Ticket: Stage] = [:]
  private var order: [Ticket] = []
  /// Jobs that no caller gives up: they have no stage, and are the thread's once it takes them.
  private var lasting: [(ticket: Ticket, job: Job)] = []
  private var cancelled: [Ticket] = []
  private var nextNumber: UInt64 = 0
  private(set) var isClosed = false

  /// No job and no caller is known.
  var isEmpty: Bool { stages.isEmpty }

  mutating func issue() -> Ticket {
    nextNumber &+= 1
    let ticket = Ticket(number: nextNumber)
    stages[ticket] = .issued
    return ticket
  }

  /// The job back, when it is to be ended at once: the caller has given up, or the inbox is closed.
  mutating func submit(_ ticket: Ticket, _ job: Job) -> Job? {
    guard !isClosed, case .issued? = stages[ticket] else {
      stages[ticket] = nil
      return job
    }
    stages[ticket] = .waiting(job)
    order.append(ticket)
    return nil
  }

  /// Hands in a job that is never cancelled; not once the inbox is closed.
  mutating func add(_ job: Job) {
    nextNumber &+= 1
    lasting.append((Ticket(number: nextNumber), job))
  }

  /// The job, when the thread does not have it yet: it is to be ended at once.
  mutating func cancel(_ ticket: Ticket) -> Job? {
    switch stages[ticket] {
    case .issued:
      stages[ticket] = .cancelledEarly
      return nil
    case .waiting(let job):
      stages[ticket] = nil
      return job
    case .taken:
      cancelled.append(ticket)
      return nil
    case .cancelledEarly, nil:
      return nil
    }
  }

  mutating func take() -> Batch {
    var batch = Batch(cancelled: cancelled, isClosed: isClosed)
    cancelled.removeAll()
    for ticket in order {
      guard case .waiting(let job)? = stages[ticket] else { continue }
      stages[ticket] = .taken
      batch.jobs.append((ticket, job))
    }
    order.removeAll(keepingCapacity: order.count <= 1024)
    batch.jobs += lasting
    lasting.removeAll(keepingCapacity: lasting.count <= 1024)
    return batch
  }

  /// The thread has ended a job that it took; one that is never cancelled is not known any more.
  mutating func finish(_ ticket: Ticket) { stages[ticket] = nil }

  /// Nothing is accepted from now on; what is waiting still goes to the thread, which ends it.
  mutating func close() { isClosed = true }
}

extension Inbox: Sendable where Job: Sendable {}
extension Inbox.Stage: Sendable where Job: Sendable {}
extension Inbox.Batch: Sendable where Job: Sendable {}
