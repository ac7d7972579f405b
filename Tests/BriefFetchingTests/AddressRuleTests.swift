import BriefFetching
import Testing

@Suite struct AddressRuleTests {
  /// One address of each range and both of its edges; the neighbours outside are public.
  static let table: [(String, AddressRule.Kind?)] = [
    ("127.0.0.1", .loopback), ("127.255.255.255", .loopback), ("126.255.255.255", nil),
    ("128.0.0.1", nil), ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("1.0.0.0", nil),
    ("10.0.0.0", .privateNetwork), ("10.255.255.255", .privateNetwork), ("9.255.255.255", nil),
    ("11.0.0.0", nil), ("172.16.0.0", .privateNetwork), ("172.31.255.255", .privateNetwork),
    ("172.15.255.255", nil), ("172.32.0.0", nil), ("192.168.0.0", .privateNetwork),
    ("192.168.255.255", .privateNetwork), ("192.167.255.255", nil), ("192.169.0.0", nil),
    ("169.254.0.1", .linkLocal), ("169.254.169.254", .metadata), ("169.253.255.255", nil),
    ("169.255.0.0", nil), ("100.64.0.0", .shared), ("100.127.255.255", .shared),
    ("100.100.100.200", .metadata), ("100.63.255.255", nil), ("100.128.0.0", nil),
    ("192.0.0.8", .reserved), ("192.0.2.255", .documentation), ("192.0.1.0", nil),
    ("198.51.100.1", .documentation), ("203.0.113.1", .documentation),
    ("198.18.0.0", .benchmark), ("198.19.255.255", .benchmark), ("198.17.255.255", nil),
    ("198.20.0.0", nil), ("192.88.99.1", .transition), ("224.0.0.1", .multicast),
    ("239.255.255.255", .multicast), ("223.255.255.255", nil), ("240.0.0.0", .reserved),
    ("255.255.255.255", .reserved), ("8.8.8.8", nil),
    ("::", .unspecified), ("::1", .loopback), ("::2", .unspecified), ("::127.0.0.1", .loopback),
    ("::8.8.8.8", .transition), ("::ffff:127.0.0.1", .loopback), ("::ffff:8.8.8.8", nil),
    ("::ffff:10.1.2.3", .privateNetwork), ("64:ff9b::10.0.0.1", .privateNetwork),
    ("64:ff9b::8.8.8.8", nil), ("64:ff9b:1::8.8.8.8", .privateNetwork),
    ("2002:7f00:1::", .transition),
    ("2001::1", .transition), ("2001:2::1", .benchmark), ("2001:10::1", .reserved),
    ("2001:200::1", nil), ("2001:db8::1", .documentation), ("3fff::1", .documentation),
    ("fe80::1", .linkLocal), ("fec0::1", .privateNetwork), ("fc00::1", .privateNetwork),
    ("fdff::1", .privateNetwork), ("fd00:ec2::254", .metadata), ("ff02::1", .multicast),
    ("100::1", .reserved), ("4000::1", .reserved), ("2606:4700:4700::1111", nil),
  ]

  @Test(arguments: table)
  func `an address is public or of one kind`(text: String, kind: AddressRule.Kind?) throws {
    let address = try #require(IPAddressBytes(text: text))
    #expect(AddressRule.verdict(for: address) == kind.map(AddressRule.Verdict.refused) ?? .allowed)
  }

  @Test func `allow_private opens the machine and its networks and nothing else`() throws {
    for (text, kind) in Self.table {
      let address = try #require(IPAddressBytes(text: text))
      let isOpened = AddressRule.verdict(for: address, allowsPrivate: true) == .allowed
      let mayBe: Set<AddressRule.Kind?> = [
        nil, .loopback, .privateNetwork, .linkLocal, .shared, .documentation, .benchmark,
      ]
      #expect(isOpened == mayBe.contains(kind), "\(text)")
    }
  }

  @Test func `one forbidden answer forbids the name`() throws {
    let answers = try ["2606:4700::1111", "::1"].map { try #require(IPAddressBytes(text: $0)) }
    #expect(AddressRule.verdict(forAnswers: answers) == .refused(.loopback))
    #expect(AddressRule.verdict(forAnswers: [answers[0]]) == .allowed)
  }
}
