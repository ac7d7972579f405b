#if canImport(Glibc)
  import Glibc
#endif

/// An address in network byte order.
package enum IPAddressBytes: Hashable, Sendable {
  /// As a number: 127.0.0.1 is 0x7F000001.
  case v4(UInt32)
  /// Sixteen bytes.
  case v6([UInt8])

  /// Reads the usual text of an address (`192.0.2.1`, `2001:db8::1`); `nil` for any other spelling.
  package init?(text: some StringProtocol) {
    let text = String(text)
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self = .v4(UInt32(bigEndian: four.s_addr))
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self = .v6(withUnsafeBytes(of: &six) { Array($0) })
    } else {
      return nil
    }
  }

  /// Reads a socket address of `length` bytes; `nil` for another family or a short one.
  init?(socketAddress: UnsafeRawPointer, length: Int) {
    guard length >= MemoryLayout<sa_family_t>.size else { return nil }
    switch Int32(socketAddress.loadUnaligned(as: sa_family_t.self)) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      let address = socketAddress.loadUnaligned(as: sockaddr_in.self)
      self = .v4(UInt32(bigEndian: address.sin_addr.s_addr))
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      var address = socketAddress.loadUnaligned(as: sockaddr_in6.self)
      self = .v6(withUnsafeBytes(of: &address.sin6_addr) { Array($0) })
    default:
      return nil
    }
  }
}
