import BriefModel

/// A value for each source, in a row: a dictionary of ten thousand would leave room for sixteen
/// thousand of them, of fifty thousand for a hundred and thirty, at half a kilobyte each.
struct RowTable<Row: Sendable>: Sendable, Sequence {
  /// One that left keeps its row until another takes its place.
  private var rows: [Row] = []
  private var places: [SourceID: Int32] = [:]
  /// Rows of sources that left.
  private var free: [Int32] = []

  var count: Int { places.count }
  var keys: some Collection<SourceID> { places.keys }

  /// A copy, which of a row with many members costs as much as finding it.
  subscript(id: SourceID) -> Row? {
    get { places[id].map { rows[Int($0)] } }
    set {
      switch (newValue, places[id]) {
      case (let row?, let place?): rows[Int(place)] = row
      case (let row?, nil): insert(row, id)
      case (nil, let place?):
        places[id] = nil
        free.append(place)
      case (nil, nil): break
      }
    }
  }

  /// Where the row of a source is, as long as the source stays.
  func place(of id: SourceID) -> Int? { places[id].map { Int($0) } }

  /// The row at a place that ``place(of:)`` told: lent, not copied.
  subscript(at place: Int) -> Row {
    @inline(__always) _read { yield rows.span[place] }
    @inline(__always) _modify { yield &rows[place] }
  }

  private mutating func insert(_ row: Row, _ id: SourceID) {
    if let place = free.popLast() {
      rows[Int(place)] = row
      places[id] = place
    } else {
      places[id] = Int32(rows.count)
      rows.append(row)
    }
  }

  init() {}

  init(_ rows: [SourceID: Row]) {
    reserve(rows.count)
    for (id, row) in rows { insert(row, id) }
  }

  /// Room for as many without growing on the way: what is outgrown leaves holes behind.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  func makeIterator() -> AnyIterator<(SourceID, Row)> {
    var remaining = places.makeIterator()
    return AnyIterator {
      remaining.next().map { ($0.key, rows[Int($0.value)]) }
    }
  }
}
