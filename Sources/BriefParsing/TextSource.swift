/// Where a document's text comes from, piece by piece, in UTF-8.
package struct TextSource {
  /// Gives the next bytes; an empty array is the end.
  package typealias Supply = () throws(FeedTrouble) -> [UInt8]

  /// Bytes of a document's beginning that are looked at to tell what it is.
  package static let headBytes = 65_536

  private var head: [UInt8]
  private var decoder: TextDecoder
  private let supply: Supply
  private var isFinished = false
  private var returned: [UInt8] = []
  private var decodedBytes = 0
  private let limit: Int

  var encoding: TextEncoding { decoder.encoding }
  var isMislabelled: Bool { decoder.isMislabelled }
  var replacements: Int { decoder.replacements }
  /// The undecoded beginning of the document.
  let beginning: [UInt8]

  package init(
    contentType: String?, limits: ParsingLimits, headBytes: Int = Self.headBytes,
    supply: @escaping Supply
  ) throws(FeedTrouble) {
    var head: [UInt8] = []
    while head.count < headBytes {
      let piece = try supply()
      if piece.isEmpty { break }
      head += piece
    }
    self.head = head
    self.supply = supply
    limit = limits.decodedBytes
    beginning = Array(head.prefix(max(headBytes, 4)))
    decoder = TextDecoder(startingWith: beginning, contentType: contentType, declaration: .xml)
  }

  /// Appends some more text; false when there is none.
  mutating func append(to window: inout [UInt8]) throws(FeedTrouble) -> Bool {
    if !returned.isEmpty {
      window += returned
      returned = []
      return true
    }
    guard !isFinished else { return false }
    var piece = head
    if head.isEmpty { piece = try supply() } else { head = [] }
    isFinished = piece.isEmpty
    let before = window.count
    decoder.append(piece[...], isLast: isFinished, into: &window)
    decodedBytes += window.count - before
    guard decodedBytes <= limit else { throw .limit(.decodedBytes) }
    return window.count > before || !isFinished
  }

  /// Gives back text that was taken, to be taken again.
  mutating func putBack(_ text: [UInt8]) { returned = text }
}

extension TextSource {
  /// Bytes of one piece: large enough that the cost of each is lost, small enough to stay in the
  /// cache.
  package static let pieceBytes = 65_536

  /// A document in memory.
  package init(_ bytes: [UInt8], contentType: String?, limits: ParsingLimits) throws(FeedTrouble) {
    var position = 0
    try self.init(contentType: contentType, limits: limits) { () throws(FeedTrouble) -> [UInt8] in
      let end = min(position + Self.pieceBytes, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
  }
}
