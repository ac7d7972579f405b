import Testing

@testable import BriefFetching

@Suite struct HeaderFieldsTests {
  func fields(_ lines: String...) -> HeaderFields {
    var fields = HeaderFields()
    for line in lines {
      Array("\(line)\r\n".utf8).withUnsafeBytes { fields.add(line: $0, limits: RequestPolicy()) }
    }
    return fields
  }

  @Test func `names are told apart without regard to case, values lose the space around them`() {
    let fields = fields("ETAG:\"a\"", "content-type: \t text/xml \t")
    #expect(fields[.etag] == "\"a\"")
    #expect(fields[.contentType] == "text/xml")
  }

  @Test func `lists are joined, other fields keep their first value`() {
    let fields = fields(
      "Cache-Control: max-age=1", "Cache-Control: no-cache", "Age: 1", "Age: 2", "no colon", ": x")
    #expect(fields[.cacheControl] == "max-age=1, no-cache")
    #expect(fields[.age] == "1")
  }

  @Test func `a validator that could not be sent back is dropped`() {
    #expect(fields("ETag: \"a\u{1B}[31m\"")[.etag] == nil)
    #expect(fields("ETag: \"\(String(repeating: "a", count: 1024))\"")[.etag] == nil)
    #expect(fields("Last-Modified: x\u{7}")[.lastModified] == nil)
  }

  @Test func `other values lose their control characters, and those over 8 KiB are dropped`() {
    #expect(fields("Content-Type: text/\u{1B}[2Jxml")[.contentType] == "text/\u{FFFD}[2Jxml")
    let long = "Location: http://example.org/\(String(repeating: "a", count: 8192))"
    #expect(fields(long)[.location] == nil)
    #expect(fields("Location: /a", long)[.location] == nil)
  }

  @Test func `bytes that are no UTF-8 are taken for Latin-1`() {
    var fields = HeaderFields()
    let line: [UInt8] = Array("Location: /caf".utf8) + [0xE9, 0x0D, 0x0A]
    line.withUnsafeBytes { fields.add(line: $0, limits: RequestPolicy()) }
    #expect(fields[.location] == "/café")
  }

  @Test func `credentials become fields and are never printed`() {
    let basic = Credentials.basic(user: "Aladdin", password: "open sesame")
    #expect(
      basic.headerFields == [HeaderField("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")])
    for secret in [
      basic, .bearer(token: "open sesame"), .fields([HeaderField("X-Key", "open sesame")]),
    ] {
      #expect(!"\(secret) \(String(reflecting: secret))".contains("sesame"))
      var request = FeedRequest(url: "https://example.org/")
      request.credentials = secret
      #expect(!"\(request)".contains("sesame"))
    }
  }

  @Test func `credentials that HTTP cannot carry are none`() {
    #expect(Credentials.bearer(token: "a\r\nX: y").headerFields == nil)
    #expect(Credentials.basic(user: "a:b", password: "c").headerFields == nil)
    #expect(Credentials.fields([HeaderField("X Key", "a")]).headerFields == nil)
    #expect(Credentials.fields([HeaderField("", "a")]).headerFields == nil)
  }
}
