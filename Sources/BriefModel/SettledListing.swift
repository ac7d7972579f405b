extension IdentifiedSnapshot {
  /// The names of all that it lists, in order, with what else decides of a change set: two
  /// snapshots with equal names say the same of every publication. `nil` for one that says more
  /// than what it lists (deletions, visited pages) or not all of it (cut off, empty).
  package var listedNames: [UInt8]? {
    guard isWhole, !entries.isEmpty, deleted.isEmpty, revisited.isEmpty, gone.isEmpty else {
      return nil
    }
    var names: [UInt8] = [isComplete ? 1 : 0]
    names.reserveCapacity(1 + entries.count * 120)
    for entry in entries {
      entry.publication.append(to: &names)
      entry.versionID.digest.append(to: &names)
      if entry.pageIsGone { names.append(1) }
      // So is a link that moves alone.
      names.append(contentsOf: (entry.canonicalLink ?? "").utf8)
      names.append(0)
      // A date of change that moves alone is to be remembered.
      withUnsafeBytes(of: (entry.entry.updated?.seconds ?? .min).littleEndian) {
        names.append(contentsOf: $0)
      }
    }
    return names
  }
}

extension ChangeSet {
  /// True when a snapshot with the same ``IdentifiedSnapshot/listedNames``, polled after this
  /// change set was recorded, changes nothing: each entry stands for a publication under the
  /// entry's own name, and none that was listed before is missing.
  package func settles(_ snapshot: IdentifiedSnapshot) -> Bool {
    aliases.isEmpty && listing.order.count == snapshot.entries.count
      && zip(listing.order, snapshot.entries).allSatisfy { $0 == $1.publication }
  }
}
