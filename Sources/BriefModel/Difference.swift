/// The smallest span of words whose meaning differs between two versions, with the words around it.
public struct Difference: Hashable, Sendable, Codable {
  /// What kind of thing changed; in the order in which a reader wants to be told.
  public enum Class: String, Hashable, Sendable, Codable, CaseIterable {
    case date
    case number
    case name
    /// Negation or hedge: "not" put in, "will" become "may".
    case negation
    case addition
    case removal
    case rewording
    /// Title, authors, link, enclosures, the publisher's own date of publication.
    case metadata
  }

  /// The field of the publication that the span lies in.
  public enum Field: String, Hashable, Sendable, Codable, CaseIterable {
    case title, text, authors, published, number, enclosures, link
  }

  public var `class`: Class
  public var field: Field
  /// The words of the older version; `nil` when words were only put in.
  public var before: String?
  /// The words of the newer version; `nil` when words were only taken out.
  public var after: String?
  /// UTF-8 bytes into the newer version's field; of the older version's for a removal.
  public var offset: Int
  /// Up to some words of unchanged text before and after, for a reader to find the place.
  public var contextBefore: String
  public var contextAfter: String

  public init(
    class: Class, field: Field, before: String?, after: String?, offset: Int,
    contextBefore: String = "",
    contextAfter: String = ""
  ) {
    self.class = `class`
    self.field = field
    self.before = before
    self.after = after
    self.offset = offset
    self.contextBefore = contextBefore
    self.contextAfter = contextAfter
  }

  private enum CodingKeys: String, CodingKey {
    case `class`, field, before, after, offset
    case contextBefore = "context_before"
    case contextAfter = "context_after"
  }
}
