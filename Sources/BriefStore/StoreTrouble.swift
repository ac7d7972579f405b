/// Why a store cannot be used, with what to do next.
package enum StoreTrouble: Error, Hashable {
  /// There is no store at this path.
  case missing(path: String)
  /// The file is no store of ours.
  case foreign(path: String, detail: String)
  /// The store was made by a newer program.
  case newer(path: String, found: Int32, known: Int32)
  /// The store was made by an older program and waits for the daemon to migrate it.
  case older(path: String, found: Int32, known: Int32)
  /// Another process holds it.
  case busy(path: String, holder: String)
  /// The file system does not let us read or write.
  case inaccessible(path: String, detail: String)
  /// A record is damaged.
  case damaged(record: String, detail: String)
  /// The disk is full. Reading goes on; the next poll heals.
  case full(path: String)
  /// The cursor belongs to another store.
  case otherStore(expected: String, found: String)
}

extension StoreTrouble: CustomStringConvertible {
  /// A sentence, and what to do next.
  package var description: String {
    switch self {
    case .missing(let path):
      "There is no store at \(path). Make one with: brief-syncd once --config FILE"
    case .foreign(let path, let detail):
      "\(path) is no brief-sync store (\(detail)). Name another folder with --store DIR."
    case .newer(let path, let found, let known):
      "The store at \(path) has schema \(found), this program knows \(known). Install a newer brief-sync."
    case .older(let path, let found, let known):
      "The store at \(path) has schema \(found), this program needs \(known). Start brief-syncd once to migrate it."
    case .busy(let path, let holder):
      "The store at \(path) is in use by \(holder). Stop it first, or ask it to do the work."
    case .inaccessible(let path, let detail):
      "Cannot use the store at \(path): \(detail). Check its owner and mode with: ls -l \(path)"
    case .damaged(let record, let detail):
      "\(record) is damaged: \(detail). Run: brief-sync verify --data"
    case .full(let path):
      "The disk of \(path) is full. Free some space: a daemon that runs goes on by itself, what has ended is started again."
    case .otherStore(let expected, let found):
      "The cursor belongs to store \(expected), this is store \(found): it was made anew. Begin again without the cursor."
    }
  }
}
