import Testing

@testable import BriefDaemon

@Suite struct MessageBoxTests {
  @Test func `what was sent is received at once, in order, and one time`() async {
    let box = MessageBox<Int>()
    for number in 0..<3 { box.send(number) }
    #expect(await box.next() == [0, 1, 2])
    box.send(3)
    #expect(await box.next() == [3])
  }

  @Test func `many senders lose nothing to one receiver`() async {
    let box = MessageBox<Int>()
    var received: [Int] = []
    await withDiscardingTaskGroup { group in
      for start in 0..<8 {
        group.addTask { for number in 0..<500 { box.send(start * 500 + number) } }
      }
      while received.count < 4_000, let more = await box.next() { received += more }
    }
    #expect(received.sorted() == Array(0..<4_000))
  }

  @Test func `a receiver that is cancelled gets what is left, and then nothing`() async {
    let box = MessageBox<Int>()
    let task = Task {
      var received: [[Int]?] = []
      while let more = await box.next() { received.append(more) }
      return received
    }
    task.cancel()
    #expect(await task.value == [])
    box.send(1)
    #expect(await box.next() == [1])
    #expect(await box.next() == nil)
  }
}
