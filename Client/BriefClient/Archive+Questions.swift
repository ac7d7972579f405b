public import BriefModel

/// One question, one answer.
extension Archive {
  /// The cursor before everything: asking with it gives every change that was ever recorded.
  public func beginning() throws(ArchiveError) -> Cursor {
    var cursor = try self.cursor()
    cursor.revision = .none
    return cursor
  }

  /// Where the store stands now.
  public func cursor() throws(ArchiveError) -> Cursor {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.cursor() }
  }

  public func status() throws(ArchiveError) -> ArchiveStatus {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.status() }
  }

  /// All configured sources, by id.
  public func sources() throws(ArchiveError) -> [SourceState] {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.sources() }
  }

  /// Publications, the last changed first.
  public func publications(
    _ question: PublicationQuestion = PublicationQuestion()
  ) throws(ArchiveError) -> [Publication] {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.publications(question) }
  }

  /// The publication whose id begins with these hexadecimal digits, four at least.
  ///
  /// Throws ``ArchiveError`` with the candidates when it is unknown or ambiguous.
  public func publication(matching prefix: String) throws(ArchiveError) -> Publication {
    try storeRead { snapshot throws(ArchiveError) in
      try snapshot.publication(matching: prefix)
    }
  }

  /// All versions, the oldest first.
  public func versions(of id: PublicationID) throws(ArchiveError) -> [Version] {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.versions(of: id) }
  }

  /// A publication with everything that happened to it.
  public func history(of id: PublicationID) throws(ArchiveError) -> History {
    try storeRead { snapshot throws(ArchiveError) in try snapshot.history(of: id) }
  }

  /// What differs between two versions; without numbers between the last two.
  public func comparison(
    of id: PublicationID, from older: Int? = nil, to newer: Int? = nil
  ) throws(ArchiveError) -> VersionComparison {
    try storeRead { snapshot throws(ArchiveError) in
      try snapshot.comparison(of: id, from: older, to: newer)
    }
  }

  /// The changes after a cursor, and the cursor to ask with next.
  public func changes(
    since cursor: Cursor, _ question: ChangeQuestion = ChangeQuestion()
  ) throws(ArchiveError) -> ChangePage {
    try storeRead { snapshot throws(ArchiveError) in
      try snapshot.changes(since: cursor, question)
    }
  }
}
