import BriefAlerting
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// The control socket: HTTP/1.1 on a Unix socket in the store's folder, for its owner and group. One
/// request a connection.
struct ControlSocket {
  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
  typealias Answering = @Sendable (ControlRequest, ControlPeer) async -> ControlAnswer

  private enum Limits {
    /// Connections at a time: a monitor and a few people; others wait in the kernel's queue.
    static let connections = 32
    static let backlog: Int32 = 16
    /// For a peer to say what it wants, and again to take the answer.
    static let patience = TimeAmount.seconds(10)
  }

  private let listener: NIOAsyncChannel<Connection, Never>
  private let path: String

  /// Takes the place of a socket that a killed daemon left: the store's lock says that there is no
  /// other. Throws an `IOError` or `SocketAddressError`.
  init(path: String, on threads: MultiThreadedEventLoopGroup) async throws {
    self.path = path
    listener = try await ServerBootstrap(group: threads)
      .serverChannelOption(.backlog, value: Limits.backlog)
      // `nc -N` and the like close their side once they have asked.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          return try Connection(wrappingChannelSynchronously: channel)
        }
      }
    // The mask leaves the group out until the mode is set.
    guard chmod(path, 0o660) == 0 else { throw IOError(errnoCode: errno, reason: "chmod") }
  }

  /// Answers until cancelled, then takes the socket away. Throws what the listener met: a full table
  /// of descriptors, for one; what was under way is answered before.
  func serve(_ answering: @escaping Answering) async throws {
    defer { unlink(path) }
    try await listener.executeThenClose { connections in
      let trouble: (any Error)? = await withTaskGroup(of: Void.self) { group in
        var running = 0
        var arriving = connections.makeAsyncIterator()
        do {
          while let connection = try await arriving.next() {
            if running == Limits.connections {
              await group.next()
              running -= 1
            }
            running += 1
            // What is thrown says that the peer left, or spoke no HTTP and was told so.
            group.addTask { try? await Self.exchange(on: connection, answering) }
          }
          return nil
        } catch {
          return error
        }
      }
      if let trouble { throw trouble }
    }
  }

  private static func exchange(
    on connection: Connection, _ answering: Answering
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      let peer = try await peer(of: connection.channel)
      let request = try await withPatience(connection.channel) { () -> ControlRequest? in
        for try await part in inbound {
          if case .head(let head) = part { return ControlRequest(head) }
        }
        return nil
      }
      guard let request else { return }
      let answer = await answering(request, peer)
      try await withPatience(connection.channel) {
        try await outbound.write(.head(answer.head))
        if !request.wantsNoContent {
          try await outbound.write(.body(.byteBuffer(ByteBuffer(string: answer.body))))
        }
        try await outbound.write(.end(nil))
      }
    }
  }

  /// Closes the connection of a peer that lets us wait.
  private static func withPatience<Outcome>(
    _ channel: any NIOCore.Channel, _ body: () async throws -> Outcome
  ) async throws -> Outcome {
    let end = channel.eventLoop.scheduleTask(in: Limits.patience) { channel.close(promise: nil) }
    defer { end.cancel() }
    return try await body()
  }

  private static func peer(of channel: any NIOCore.Channel) async throws -> ControlPeer {
    guard let options = channel as? any SocketOptionProvider else {
      throw ChannelError.operationUnsupported
    }
    let credentials: PeerCredentials = try await options.unsafeGetSocketOption(
      level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
    ).get()
    return ControlPeer(user: credentials.user, process: credentials.process)
  }
}
