package import BriefParsing
import Glibc

/// `brief-sync inspect`: what a feed holds, before anybody follows it. Offline; reads one file.
package struct InspectFeed {
  /// The address that the document is to be taken as coming from.
  package var baseURL: String?
  /// The header field that it came with.
  package var contentType: String?
  /// Whether to print JSON, for programs, or what a person wants to know.
  package var isJSON: Bool
  package var limits: ParsingLimits

  package init(
    baseURL: String? = nil, contentType: String? = nil, isJSON: Bool = false,
    limits: ParsingLimits = ParsingLimits()
  ) {
    self.baseURL = baseURL
    self.contentType = contentType
    self.isJSON = isJSON
    self.limits = limits
  }

  /// Reads the file at `path` piece by piece and hands the output on piece by piece.
  ///
  /// Nothing is handed on when the document turns out to be no feed. A limit that is crossed later
  /// leaves what was handed on before.
  package func run(path: String, write: @escaping ([UInt8]) -> Void) throws(FeedTrouble) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(reason: Self.reason(errno)) }
    defer { close(file) }
    let source = try TextSource(contentType: contentType, limits: limits) {
      () throws(FeedTrouble) -> [UInt8] in
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: TextSource.pieceBytes) { buffer, count in
        let length = read(file, buffer.baseAddress, buffer.count)
        failure = length < 0 ? errno : 0
        count = max(0, length)
      }
      guard failure == 0 else { throw .unreadable(reason: Self.reason(failure)) }
      return piece
    }
    try run(source, write: write)
  }

  package func run(bytes: [UInt8], write: @escaping ([UInt8]) -> Void) throws(FeedTrouble) {
    try run(TextSource(bytes, contentType: contentType, limits: limits), write: write)
  }

  private func run(_ source: TextSource, write: @escaping ([UInt8]) -> Void) throws(FeedTrouble) {
    if isJSON {
      try InspectJSON.print(source, baseURL: baseURL, limits: limits, write: write)
    } else {
      let view = try InspectView(source, baseURL: baseURL, limits: limits)
      write(Array(view.text.utf8))
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
