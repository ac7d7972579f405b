import CCurl

#if canImport(Glibc)
  import Glibc
#endif

/// What libcurl calls while it works on a transfer, on the curl thread. The context is the
/// ``Transfer``, which the thread holds until libcurl has let go of it.
enum TransferCallbacks {
  static func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Any number but the length of the piece stops the transfer.
  private static let refusal = 0

  static let body: curl_write_callback = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return refusal }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size &* count)
    return transfer.receive(body: piece) ? piece.count : refusal
  }

  static let field: curl_write_callback = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return refusal }
    let line = UnsafeRawBufferPointer(start: bytes, count: size &* count)
    return transfer.receive(line: line) ? line.count : refusal
  }

  /// A new connection: the address is judged before a socket exists.
  static let openSocket: curl_opensocket_callback = { context, _, address in
    guard let transfer = transfer(context), let address else { return brief_curl_no_socket() }
    // `addr` is declared as the short generic form; `addrlen` bytes of the real one stand there.
    let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
    let bytes = IPAddressBytes(
      socketAddress: UnsafeRawPointer(address) + offset, length: Int(address.pointee.addrlen))
    guard transfer.permits(bytes) else { return brief_curl_no_socket() }
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.pointee.family, type, address.pointee.protocol)
    let isShort = descriptor < 0 && [EMFILE, ENFILE, ENOMEM, ENOBUFS].contains(errno)
    if isShort || descriptor >= transfer.thread.firstKeptDescriptor {
      transfer.stop = transfer.stop ?? .noSocket
      if descriptor >= 0 { close(descriptor) }
      return brief_curl_no_socket()
    }
    return descriptor < 0 ? brief_curl_no_socket() : descriptor
  }

  /// A connection, new or used before, is about to carry the request: its address is judged again.
  static let request: curl_prereq_callback = { context, address, _, _, _ in
    guard let transfer = transfer(context), let address else { return CURL_PREREQFUNC_ABORT }
    let bytes = IPAddressBytes(text: String(cString: address))
    guard transfer.permits(bytes), transfer.forbidden == nil else { return CURL_PREREQFUNC_ABORT }
    transfer.thread.connected(transfer)
    return CURL_PREREQFUNC_OK
  }
}

extension Transfer {
  /// Whether the address rule lets the transfer use the address; what cannot be read it does not.
  /// A proxy's address is the configuration's own affair.
  func permits(_ address: IPAddressBytes?) -> Bool {
    guard hop.environment.proxy == nil else { return true }
    let verdict = address.map {
      AddressRule.verdict(for: $0, allowsPrivate: hop.allowsPrivateAddresses)
    }
    switch verdict {
    case .allowed: return true
    case .refused(let kind): forbidden = forbidden ?? kind
    case nil: forbidden = forbidden ?? .reserved
    }
    return false
  }
}
