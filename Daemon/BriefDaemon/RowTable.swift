import BriefModel

/// A value for each source, in a row: a dictionary of ten thousand would leave room for sixteen
/// thousand of them, of fifty thousand for a hundred and thirty, at half a kilobyte each.
struct RowTable<Row: Sendable>: Sendable, Sequence {
  private var rows: [Row?] = []
  private var places: [SourceID: Int32] = [:]
  /// Rows of sources that left.
  private var free: [Int32] = []

  var count: Int { places.count }
  var keys: some Collection<SourceID> { places.keys }

  subscript(id: SourceID) -> Row? {
    // Lent, not copied: most who ask look at one member.
    _read {
      if let place = places[id] {
        yield rows[Int(place)]
      } else {
        yield nil
      }
    }
    _modify {
      if let place = places[id] {
        yield &rows[Int(place)]
        if rows[Int(place)] == nil { release(id, place) }
      } else {
        var row: Row?
        yield &row
        if let row { insert(row, id) }
      }
    }
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

  private mutating func release(_ id: SourceID, _ place: Int32) {
    places[id] = nil
    free.append(place)
  }

  /// Room for as many without growing on the way: what is outgrown leaves holes behind.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  func makeIterator() -> AnyIterator<(SourceID, Row)> {
    var remaining = places.makeIterator()
    return AnyIterator {
      while let (id, place) = remaining.next() {
        if let row = rows[Int(place)] { return (id, row) }
      }
      return nil
    }
  }
}
