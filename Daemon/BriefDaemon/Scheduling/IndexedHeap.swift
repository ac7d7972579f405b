/// A binary min-heap that knows where each key stands, so that a key's place is changed or taken
/// out in O(log n). Equal times leave in the order in which they came, which keeps runs repeatable.
struct IndexedHeap<Key: Hashable & Sendable>: Sendable {
  private struct Node: Sendable {
    var key: Key
    var time: Int64
    var arrival: UInt64

    func isBefore(_ other: Node) -> Bool {
      time != other.time ? time < other.time : arrival < other.arrival
    }
  }

  private var nodes: [Node] = []
  private var places: [Key: Int] = [:]
  private var arrivals: UInt64 = 0

  var isEmpty: Bool { nodes.isEmpty }
  var count: Int { nodes.count }

  /// The earliest key and its time.
  var first: (key: Key, time: Int64)? { nodes.first.map { ($0.key, $0.time) } }

  subscript(key: Key) -> Int64? { places[key].map { nodes[$0].time } }

  /// Puts `key` at `time`, wherever it stood before.
  mutating func set(_ key: Key, at time: Int64) {
    if let place = places[key] {
      guard nodes[place].time != time else { return }
      nodes[place].time = time
      settle(place)
      return
    }
    arrivals &+= 1
    nodes.append(Node(key: key, time: time, arrival: arrivals))
    places[key] = nodes.count - 1
    settle(nodes.count - 1)
  }

  mutating func remove(_ key: Key) {
    guard let place = places.removeValue(forKey: key) else { return }
    let last = nodes.removeLast()
    guard place < nodes.count else { return }
    nodes[place] = last
    places[last.key] = place
    settle(place)
  }

  mutating func popFirst() -> (key: Key, time: Int64)? {
    guard let first else { return nil }
    remove(first.key)
    return first
  }

  /// Moves the node at `start` up or down to where it belongs; those on its way move one place each.
  private mutating func settle(_ start: Int) {
    let node = nodes[start]
    var place = start
    while place > 0, node.isBefore(nodes[(place - 1) / 2]) {
      move((place - 1) / 2, to: place)
      place = (place - 1) / 2
    }
    while true {
      var child = 2 * place + 1
      if child + 1 < nodes.count, nodes[child + 1].isBefore(nodes[child]) { child += 1 }
      guard child < nodes.count, nodes[child].isBefore(node) else { break }
      move(child, to: place)
      place = child
    }
    guard place != start else { return }
    nodes[place] = node
    places[node.key] = place
  }

  private mutating func move(_ from: Int, to place: Int) {
    nodes[place] = nodes[from]
    places[nodes[place].key] = place
  }
}
