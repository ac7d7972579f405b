/// A run of text that both versions have, or that one of them lacks.
///
/// The spans of a script follow each other without a gap: the `old` ranges of kept and removed
/// spans make up the older text, the `new` ranges of kept and added spans the newer.
public struct DiffSpan: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case kept, removed, added
  }

  public var kind: Kind
  /// UTF-8 bytes into the older text; empty for an added span.
  public var old: Range<Int>
  /// UTF-8 bytes into the newer text; empty for a removed span.
  public var new: Range<Int>

  public init(kind: Kind, old: Range<Int>, new: Range<Int>) {
    self.kind = kind
    self.old = old
    self.new = new
  }
}
