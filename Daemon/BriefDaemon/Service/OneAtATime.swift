/// Runs pieces of work one after another, in the order in which they came. An actor alone does not: at each
/// `await` it may begin what came later.
actor OneAtATime {
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func run<Answer: Sendable>(_ work: @Sendable () async -> Answer) async -> Answer {
    if isBusy {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      isBusy = true
    }
    let answer = await work()
    // Whoever is next finds it busy, so that nobody comes in between.
    if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    return answer
  }
}
