/// The store's commit number: 1 for the first recorded poll, strictly growing, never reused.
public struct Revision: Hashable, Sendable, Comparable, Codable {
  /// 0 is the empty store.
  public var number: Int64
  public init(_ number: Int64) { self.number = number }
  public static let none = Revision(0)
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
  public init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int64.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// A UUID that is made with the store, in lower case.
public struct StoreID: Hashable, Sendable, RawRepresentable, Codable, CustomStringConvertible {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
}

/// Where a reader stands.
///
/// A cursor names a store and a revision in it. Asking for the changes since a cursor gives exactly
/// those that were committed after that revision, in order, and a new cursor to ask with next.
/// A cursor of another store (a rebuilt one) is an error, never a silent restart.
public struct Cursor: Hashable, Sendable {
  public var store: StoreID
  public var revision: Revision

  public init(store: StoreID, revision: Revision) {
    self.store = store
    self.revision = revision
  }

  /// `brief-sync:STORE:REVISION`, to be kept and handed back as it is.
  public var text: String { "brief-sync:\(store):\(revision.number)" }

  /// `nil` when the text is no cursor.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "brief-sync", !parts[1].isEmpty,
      let number = Int64(parts[2]),
      number >= 0
    else { return nil }
    self.init(store: StoreID(rawValue: String(parts[1])), revision: Revision(number))
  }
}
