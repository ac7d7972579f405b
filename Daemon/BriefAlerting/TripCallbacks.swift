import BriefFetching
import CCurl
import Glibc

/// What libcurl calls while it carries a letter, on the courier's thread. The context is the
/// ``Trip``, which the thread holds until libcurl has let go of it.
enum TripCallbacks {
  private static func trip(_ context: UnsafeMutableRawPointer?) -> Trip? {
    context.map { Unmanaged<Trip>.fromOpaque($0).takeUnretainedValue() }
  }

  static let body: curl_write_callback = { bytes, size, count, context in
    guard let trip = trip(context), let bytes else { return 0 }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size &* count)
    return trip.receive(piece) ? piece.count : 0
  }

  static let upload: curl_read_callback = { buffer, size, count, context in
    guard let trip = trip(context), let buffer else { return Int(CURL_READFUNC_ABORT) }
    return trip.send(into: UnsafeMutableRawBufferPointer(start: buffer, count: size &* count))
  }

  static let field: curl_write_callback = { bytes, size, count, context in
    guard let trip = trip(context), let bytes else { return 0 }
    trip.receive(line: UnsafeRawBufferPointer(start: bytes, count: size &* count))
    return size &* count
  }

  static let debug: curl_debug_callback = { _, kind, bytes, count, context in
    guard let trip = trip(context), let bytes else { return 0 }
    trip.transcript?.note(kind, UnsafeRawBufferPointer(start: bytes, count: count))
    return 0
  }

  /// A new connection: the address is judged before a socket exists.
  static let openSocket: curl_opensocket_callback = { context, _, address in
    guard let trip = trip(context), let address else { return brief_curl_no_socket() }
    guard trip.permits(numericAddress(&address.pointee)) else { return brief_curl_no_socket() }
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.pointee.family, type, address.pointee.protocol)
    return descriptor < 0 ? brief_curl_no_socket() : descriptor
  }

  /// A connection, new or used before by another channel, is about to carry the letter: its address
  /// is judged again.
  static let request: curl_prereq_callback = { context, address, _, _, _ in
    guard let trip = trip(context), let address,
      trip.permits(IPAddressBytes(text: String(cString: address)))
    else { return CURL_PREREQFUNC_ABORT }
    return CURL_PREREQFUNC_OK
  }

  /// `nil` for a family that is none of the internet's.
  private static func numericAddress(_ address: inout curl_sockaddr) -> IPAddressBytes? {
    let length = socklen_t(address.addrlen)
    return withUnsafePointer(to: &address.addr) { pointer in
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      guard
        getnameinfo(pointer, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
      else { return nil }
      let name = String(
        decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      // A link-local address carries its interface after a percent sign.
      return IPAddressBytes(text: name.prefix { $0 != "%" })
    }
  }
}
