/// Which addresses may be connected to (IANA's special-purpose address registries, RFC 6890).
///
/// Whatever is not plainly a public unicast address is refused: a feed must not make the daemon
/// speak to the machine it runs on or to its neighbours. A source may open the private kinds.
package enum AddressRule {
  package enum Verdict: Hashable, Sendable {
    case allowed
    case refused(Kind)
  }

  /// Why an address is refused.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case loopback
    /// RFC 1918, RFC 4193.
    case privateNetwork = "private-network"
    /// RFC 3927, RFC 4291.
    case linkLocal = "link-local"
    /// Addresses behind a carrier's translation (RFC 6598).
    case shared
    /// A cloud's service that hands out its machine's secrets.
    case metadata
    case unspecified
    case multicast
    /// RFC 5737, RFC 3849, RFC 9637.
    case documentation
    /// RFC 2544, RFC 5180.
    case benchmark
    /// 6to4 (RFC 7526) and Teredo (RFC 4380): retired, and they carry another address inside.
    case transition
    case reserved

    /// Whether `allow_private` opens it. A lab may number its network from the ranges of
    /// documentation and benchmarks; nothing that serves feeds lives at the others.
    var isOpenedByAllowPrivate: Bool {
      switch self {
      case .loopback, .privateNetwork, .linkLocal, .shared, .documentation, .benchmark: true
      case .metadata, .unspecified, .multicast, .transition, .reserved: false
      }
    }
  }

  package static func verdict(
    for address: IPAddressBytes, allowsPrivate: Bool = false
  ) -> Verdict {
    guard let kind = kind(of: address) else { return .allowed }
    return allowsPrivate && kind.isOpenedByAllowPrivate ? .allowed : .refused(kind)
  }

  /// For a name: refused when any of the answers is, because which one is connected to is chance.
  package static func verdict(
    forAnswers answers: [IPAddressBytes], allowsPrivate: Bool = false
  ) -> Verdict {
    for answer in answers {
      let verdict = verdict(for: answer, allowsPrivate: allowsPrivate)
      if verdict != .allowed { return verdict }
    }
    return .allowed
  }

  /// `nil` for a public unicast address.
  private static func kind(of address: IPAddressBytes) -> Kind? {
    switch address {
    case .v4(let number): kind(v4: number)
    case .v6(let bytes): bytes.count == 16 ? kind(v6: bytes) : .reserved
    }
  }

  private static func kind(v4 address: UInt32) -> Kind? {
    v4Ranges.first { address >> (32 - $0.bits) == $0.start >> (32 - $0.bits) }?.kind
  }

  private static func kind(v6 bytes: [UInt8]) -> Kind? {
    let high = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let low = bytes[8...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let embedded = UInt32(truncatingIfNeeded: low)
    switch (high, low >> 32) {
    case (0, 0) where embedded == 0: return .unspecified
    case (0, 0) where embedded == 1: return .loopback
    case (0, 0): return kind(v4: embedded) ?? .transition  // IPv4-compatible, RFC 4291, 2.5.5.1
    case (0, 0xFFFF): return kind(v4: embedded)  // IPv4-mapped
    case (0x0064_FF9B_0000_0000, 0): return kind(v4: embedded)  // NAT64, RFC 6052
    case (0xFD00_0EC2_0000_0000, _) where low == 0x254: return .metadata
    default: break
    }
    for range in v6Ranges where high >> (64 - range.bits) == range.start >> (64 - range.bits) {
      return range.kind
    }
    return high >> 61 == 0b001 ? nil : .reserved  // 2000::/3 is all that IANA has given out
  }

  private static let v4Ranges: [(start: UInt32, bits: UInt32, kind: Kind)] = [
    (0xA9FE_A9FE, 32, .metadata),  // 169.254.169.254
    (0x6464_64C8, 32, .metadata),  // 100.100.100.200
    (0xC000_00C0, 32, .metadata),  // 192.0.0.192
    (0x0000_0000, 8, .unspecified),
    (0x7F00_0000, 8, .loopback),
    (0x0A00_0000, 8, .privateNetwork),
    (0xAC10_0000, 12, .privateNetwork),
    (0xC0A8_0000, 16, .privateNetwork),
    (0xA9FE_0000, 16, .linkLocal),
    (0x6440_0000, 10, .shared),
    (0xC000_0000, 24, .reserved),  // 192.0.0.0/24, RFC 6890
    (0xC000_0200, 24, .documentation),
    (0xC633_6400, 24, .documentation),
    (0xCB00_7100, 24, .documentation),
    (0xC612_0000, 15, .benchmark),
    (0xC058_6300, 24, .transition),  // 192.88.99.0/24, 6to4 relays
    (0xE000_0000, 4, .multicast),
    (0xF000_0000, 4, .reserved),
  ]

  /// By their first 64 bits.
  private static let v6Ranges: [(start: UInt64, bits: UInt64, kind: Kind)] = [
    (0x0064_FF9B_0001_0000, 48, .privateNetwork),  // NAT64 of a network's own, RFC 8215
    (0x0100_0000_0000_0000, 64, .reserved),  // discard-only, RFC 6666
    (0x2001_0000_0000_0000, 32, .transition),  // Teredo
    (0x2001_0002_0000_0000, 48, .benchmark),
    (0x2001_0000_0000_0000, 23, .reserved),  // protocol assignments, RFC 2928
    (0x2001_0DB8_0000_0000, 32, .documentation),
    (0x3FFF_0000_0000_0000, 20, .documentation),
    (0x2002_0000_0000_0000, 16, .transition),  // 6to4
    (0xFC00_0000_0000_0000, 7, .privateNetwork),
    (0xFE80_0000_0000_0000, 10, .linkLocal),
    (0xFEC0_0000_0000_0000, 10, .privateNetwork),  // site-local, RFC 3879
    (0xFF00_0000_0000_0000, 8, .multicast),
  ]
}
