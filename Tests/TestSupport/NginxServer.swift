package import Foundation
import Glibc
import Synchronization

/// A real nginx on a free port of 127.0.0.1, with a folder of its own: for what an honest server
/// does. Stopped and its folder removed with the last reference.
package final class NginxServer: Sendable {
  /// Why there is no server.
  package struct Trouble: Error, CustomStringConvertible {
    package var description: String
  }

  package let port: UInt16
  /// The folder that is served; files may come, change and go at any time.
  package let root: URL
  private let folder: URL
  private let hasStopped = Atomic(false)
  private let nginx: StartedProgram

  private static let program = "/usr/sbin/nginx"

  /// For `.enabled(if:)`; Debian's package is nginx-light.
  package static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: program)
  }

  /// Starts nginx and returns when it takes connections.
  ///
  /// - Parameters:
  ///   - files: contents by path below the root.
  ///   - configuration: directives for the `server` block, such as locations.
  package init(files: [String: String] = [:], configuration: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "brief-sync-nginx-\(UUID().uuidString)")
    root = folder.appending(path: "root")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    port = try LoopbackSocket.freePort()
    let text = Self.configuration(folder: folder.path, port: port, server: configuration)
    try text.write(to: folder.appending(path: "nginx.conf"), atomically: true, encoding: .utf8)
    nginx = try StartedProgram(
      Self.program, ["-p", folder.path, "-c", "nginx.conf", "-e", "error.log"])
    for (path, content) in files { try write(content, to: path) }
    try awaitStart()
  }

  deinit { stop() }

  /// Ends with a slash.
  package var url: String { "http://127.0.0.1:\(port)/" }

  /// Replaces a file in one step, so that no request sees half of it.
  package func write(_ content: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file, atomically: true, encoding: .utf8)
  }

  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  /// One line a request, in the order of their ends: `status method path bytes`.
  package var requests: [String] {
    let log = try? String(contentsOf: folder.appending(path: "access.log"), encoding: .utf8)
    return (log ?? "").split(separator: "\n").map(String.init)
  }

  package func stop() {
    guard hasStopped.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    nginx.terminate()
    try? FileManager.default.removeItem(at: folder)
  }

  private func awaitStart() throws {
    // Under a second on any machine; a minute bears one that is very busy.
    for _ in 0..<6000 where nginx.isRunning {
      if LoopbackSocket.accepts(port: port) { return }
      usleep(10_000)
    }
    let log = try? String(contentsOf: folder.appending(path: "error.log"), encoding: .utf8)
    throw Trouble(description: "nginx did not start: \(log ?? "no log")")
  }

  private static func configuration(folder: String, port: UInt16, server: String) -> String {
    """
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log error.log;
    events { worker_connections 1024; }
    http {
      log_format brief '$status $request_method $request_uri $body_bytes_sent';
      access_log access.log brief;
      default_type application/octet-stream;
      types {
        application/rss+xml rss xml;
        application/atom+xml atom;
        application/json json;
        text/html html;
        application/pdf pdf;
      }
      client_body_temp_path \(folder)/client;
      proxy_temp_path \(folder)/proxy;
      fastcgi_temp_path \(folder)/fastcgi;
      uwsgi_temp_path \(folder)/uwsgi;
      scgi_temp_path \(folder)/scgi;
      keepalive_requests 100000;
      server {
        listen 127.0.0.1:\(port);
        root \(folder)/root;
        \(server)
      }
    }
    """
  }
}
