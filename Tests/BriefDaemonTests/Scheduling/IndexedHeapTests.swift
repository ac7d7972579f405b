import Testing

@testable import BriefDaemon

@Suite struct IndexedHeapTests {
  @Test func `it gives back what a sorted list would, whatever is moved or taken out`() {
    var heap = IndexedHeap<Int>()
    var model: [Int: Int64] = [:]
    var generator = SplitMix(state: 3)
    for _ in 0..<5_000 {
      let key = Int(generator.next() % 200)
      switch generator.next() % 4 {
      case 0:
        heap.remove(key)
        model[key] = nil
      case 1:
        let first = heap.popFirst()
        #expect(first?.time == model.values.min())
        if let first { #expect(model.removeValue(forKey: first.key) == first.time) }
      default:
        let time = Int64(generator.next() % 1_000)
        heap.set(key, at: time)
        model[key] = time
      }
      #expect(heap.count == model.count)
      #expect(heap[key] == model[key])
    }
  }

  @Test func `equal times leave in the order in which they came`() {
    var heap = IndexedHeap<String>()
    for key in ["c", "a", "b"] { heap.set(key, at: 7) }
    #expect((0..<3).compactMap { _ in heap.popFirst()?.key } == ["c", "a", "b"])
  }
}
