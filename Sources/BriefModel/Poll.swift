/// What the last whole document of a source came with, to be sent back as it is (RFC 9110, 8.8).
/// Opaque.
public struct Validators: Hashable, Sendable, Codable {
  /// With its quotes, and `W/` where it had one.
  public var etag: String?
  /// An HTTP date, as received.
  public var lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  public var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// What a poll amounts to.
public enum Observation: Hashable, Sendable {
  /// 304, or the same bytes as last time.
  case unchanged
  /// A document that was read.
  case snapshot(IdentifiedSnapshot)
  /// No document. A value to be stored and shown, not an error: the next poll may heal it.
  case trouble(PollTrouble)
}

/// Why a poll brought no document.
public struct PollTrouble: Hashable, Sendable, Codable {
  /// A short name for logs and filters: `not-a-feed`, `http-404`, `timeout`.
  public var code: String
  /// A sentence for people: what is wrong and whose it is to mend.
  public var sentence: String
  /// The source has said that it will not come back (410).
  public var isFinal: Bool

  /// - Parameter sentence: addresses in it are kept as they may be shown.
  public init(code: String, sentence: String, isFinal: Bool = false) {
    self.code = code
    self.sentence = ShownAddress.inText(sentence)
    self.isFinal = isFinal
  }
}

/// What HTTP said in the poll that a version was read in. Kept with the version.
public struct HTTPFacts: Hashable, Sendable, Codable {
  public var status: Int?
  /// After redirects.
  public var finalURL: String?
  /// The `Date` field, as received.
  public var date: String?
  public var mediaType: String?
  /// Bytes of the document, decoded.
  public var length: Int64?
  public var validators: Validators

  public init(
    status: Int? = nil, finalURL: String? = nil, date: String? = nil, mediaType: String? = nil,
    length: Int64? = nil,
    validators: Validators = Validators()
  ) {
    self.status = status
    self.finalURL = finalURL
    self.date = date
    self.mediaType = mediaType
    self.length = length
    self.validators = validators
  }

  private enum CodingKeys: String, CodingKey {
    case status, date, length, validators
    case finalURL = "final_url"
    case mediaType = "media_type"
  }
}
