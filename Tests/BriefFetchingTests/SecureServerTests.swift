import BriefFetching
import Foundation
import TestSupport
import Testing

private let hasOpenSSL = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

@Suite(
  .enabled(
    if: NginxServer.isInstalled && hasOpenSSL,
    "nginx-light or openssl is not installed"))
struct SecureServerTests {
  /// A key and a certificate for 127.0.0.1 that nobody has signed but itself.
  struct Certificate {
    let folder: URL
    var path: String { folder.appending(path: "certificate.pem").path }
    var keyPath: String { folder.appending(path: "key.pem").path }

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(
        path: "brief-sync-tls-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let arguments = [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
        "-keyout", keyPath, "-out", path,
      ]
      try StartedProgram("/usr/bin/openssl", arguments).wait()
    }
  }

  func server(_ certificate: Certificate, port: UInt16, protocols: String) throws -> NginxServer {
    try NginxServer(
      files: ["feed.xml": "<rss/>"],
      configuration: """
        listen 127.0.0.1:\(port) ssl http2;
        ssl_certificate \(certificate.path);
        ssl_certificate_key \(certificate.keyPath);
        ssl_protocols \(protocols);
        location /protocol { add_header ETag '"$server_protocol $ssl_protocol"'; return 200 x; }
        """)
  }

  func fetch(_ url: String, trusting file: String? = nil) async throws -> FeedResponse {
    let engine = try FetchEngine(environment: FetchEnvironment(trustAnchors: file))
    let response = await engine.perform(FeedRequest(url: url, allowsPrivateAddresses: true))
    await engine.shutDown()
    return response
  }

  @Test func `a certificate that nobody vouches for or of another name is refused`() async throws {
    let certificate = try Certificate()
    defer { try? FileManager.default.removeItem(at: certificate.folder) }
    let port = try LoopbackSocket.freePort()
    let server = try server(certificate, port: port, protocols: "TLSv1.2 TLSv1.3")
    let url = "https://127.0.0.1:\(port)/feed.xml"
    #expect(try await fetch(url).outcome == .security(.certificate))
    #expect(try await fetch(url, trusting: certificate.path).outcome == .document)
    let other = "https://localhost:\(port)/feed.xml"
    #expect(
      try await fetch(other, trusting: certificate.path).outcome == .security(.certificate))
    #expect(server.requests.count == 1)
  }

  @Test func `HTTP/2 over TLS 1.2 or later is spoken, and nothing older`() async throws {
    let certificate = try Certificate()
    defer { try? FileManager.default.removeItem(at: certificate.folder) }
    for (protocols, newest) in [("TLSv1.2", "TLSv1.2"), ("TLSv1.2 TLSv1.3", "TLSv1.3")] {
      let port = try LoopbackSocket.freePort()
      let server = try server(certificate, port: port, protocols: protocols)
      let response = try await fetch(
        "https://127.0.0.1:\(port)/protocol", trusting: certificate.path)
      #expect(response.outcome == .document)
      #expect(response.fields[.etag] == "\"HTTP/2.0 \(newest)\"")
      server.stop()
    }
    let port = try LoopbackSocket.freePort()
    let old = try server(certificate, port: port, protocols: "TLSv1.1")
    let response = try await fetch(
      "https://127.0.0.1:\(port)/protocol", trusting: certificate.path)
    #expect(response.outcome == .security(.handshake))
    old.stop()
  }

  @Test func `plain HTTP on a port of TLS is no secure connection`() async throws {
    let server = try NginxServer(files: ["feed.xml": "<rss/>"])
    let url = "https://127.0.0.1:\(server.port)/feed.xml"
    #expect(try await fetch(url).outcome == .security(.handshake))
  }
}
