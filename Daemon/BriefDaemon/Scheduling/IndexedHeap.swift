/// A binary min-heap that knows where each key stands, so that a key's place is changed or taken
/// out in O(log n). Equal times leave in the order in which they came, which keeps runs repeatable.
struct IndexedHeap<Key: Hashable & Sendable>: Sendable {
  private struct Node: Sendable {
    /// In ``keys`` and ``places``.
    var seat: Int32
    var time: Int64
    var arrival: UInt64

    func isBefore(_ other: Node) -> Bool {
      time != other.time ? time < other.time : arrival < other.arrival
    }
  }

  private var nodes: [Node] = []
  /// Keys have seats that they keep while they are here, so that what moves in the heap is numbers
  /// and no key is hashed on the way.
  private var seats: [Key: Int32] = [:]
  private var keys: [Key?] = []
  private var places: [Int32] = []
  private var freeSeats: [Int32] = []
  private var arrivals: UInt64 = 0

  var isEmpty: Bool { nodes.isEmpty }
  var count: Int { nodes.count }

  /// The earliest key and its time.
  var first: (key: Key, time: Int64)? {
    nodes.first.flatMap { node in keys[Int(node.seat)].map { ($0, node.time) } }
  }

  subscript(key: Key) -> Int64? { seats[key].map { nodes[Int(places[Int($0)])].time } }

  /// Puts `key` at `time`, wherever it stood before.
  mutating func set(_ key: Key, at time: Int64) {
    if let seat = seats[key] {
      let place = Int(places[Int(seat)])
      guard nodes[place].time != time else { return }
      nodes[place].time = time
      settle(place)
      return
    }
    arrivals &+= 1
    let seat = seat(of: key)
    places[Int(seat)] = Int32(nodes.count)
    nodes.append(Node(seat: seat, time: time, arrival: arrivals))
    settle(nodes.count - 1)
  }

  mutating func remove(_ key: Key) {
    guard let seat = seats.removeValue(forKey: key) else { return }
    leave(seat)
  }

  mutating func popFirst() -> (key: Key, time: Int64)? {
    guard let first else { return nil }
    remove(first.key)
    return first
  }

  private mutating func seat(of key: Key) -> Int32 {
    let seat: Int32
    if let free = freeSeats.popLast() {
      seat = free
      keys[Int(seat)] = key
    } else {
      seat = Int32(keys.count)
      keys.append(key)
      places.append(0)
    }
    seats[key] = seat
    return seat
  }

  private mutating func leave(_ seat: Int32) {
    keys[Int(seat)] = nil
    freeSeats.append(seat)
    let place = Int(places[Int(seat)])
    let last = nodes.removeLast()
    guard place < nodes.count else { return }
    nodes[place] = last
    places[Int(last.seat)] = Int32(place)
    settle(place)
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
    places[Int(node.seat)] = Int32(place)
  }

  private mutating func move(_ from: Int, to place: Int) {
    nodes[place] = nodes[from]
    places[Int(nodes[place].seat)] = Int32(place)
  }
}
