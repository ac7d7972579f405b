package import BriefModel

/// `traffic` for people, and a line a host for programs.
package enum TrafficText {
  package static func lines(_ hosts: [HostTraffic], style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return hosts.map { record($0, style: style) } }
    guard !hosts.isEmpty else { return ["Nothing was asked of any host yet."] }
    var table = TextTable(["host", "requests", "not modified", "received", "waits honoured"])
    for host in hosts + (hosts.count > 1 ? [sum(hosts)] : []) {
      var waits = grouped(Int(clamping: host.waitsHonoured))
      if let until = host.closedUntil, until > style.now {
        waits += ", asked until \(Ages.minute(until)) UTC"
      }
      table.append([
        style.line(host.host), grouped(Int(clamping: host.requests)), share(host),
        size(host.bytes), waits,
      ])
    }
    return table.lines(style: style)
  }

  /// `312 of 400 (78%)`: how many answers were spared their bodies.
  static func share(_ host: HostTraffic) -> String {
    share(of: host.notModified, in: host.requests)
  }

  static func share(of part: Int64, in whole: Int64) -> String {
    guard whole > 0 else { return "-" }
    // More than all is no share: a count that was damaged is told as it stands.
    let percent = Int((Double(min(max(part, 0), whole)) / Double(whole) * 100).rounded())
    return "\(grouped(Int(clamping: part))) (\(percent)%)"
  }

  /// `1.4 MB`.
  static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_000: return counted(Int(clamping: bytes), "byte")
    case ..<1_000_000: return tenths(bytes, 1_000) + " kB"
    case ..<1_000_000_000: return tenths(bytes, 1_000_000) + " MB"
    default: return tenths(bytes, 1_000_000_000) + " GB"
    }
  }

  private static func tenths(_ bytes: Int64, _ unit: Int64) -> String {
    "\(grouped(Int(clamping: bytes / unit))).\(bytes % unit / (unit / 10))"
  }

  private static func sum(_ hosts: [HostTraffic]) -> HostTraffic {
    func total(_ count: KeyPath<HostTraffic, Int64>) -> Int64 {
      hosts.reduce(0) { sum, host in
        let (value, overflow) = sum.addingReportingOverflow(host[keyPath: count])
        return overflow ? .max : value
      }
    }
    return HostTraffic(
      host: "all", requests: total(\.requests), notModified: total(\.notModified),
      bytes: total(\.bytes), waitsHonoured: total(\.waitsHonoured))
  }

  private static func record(_ host: HostTraffic, style: TextStyle) -> String {
    [
      host.host, String(host.requests), String(host.notModified), String(host.bytes),
      String(host.waitsHonoured), host.closedUntil?.rfc3339 ?? "-",
    ].map(style.line).joined(separator: "\t")
  }
}

/// `traffic --json`.
package struct TrafficDocument: Encodable, Sendable {
  package var hosts: [HostTrafficDocument]

  package init(_ hosts: [HostTraffic]) { self.hosts = hosts.map(HostTrafficDocument.init) }
}

package struct HostTrafficDocument: Encodable, Sendable {
  private let traffic: HostTraffic

  package init(_ traffic: HostTraffic) { self.traffic = traffic }

  private enum CodingKeys: String, CodingKey {
    case host, requests, bytes
    case notModified = "not_modified"
    case waitsHonoured = "waits_honoured"
    case closedUntil = "closed_until"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(traffic.host, forKey: .host)
    try container.encode(traffic.requests, forKey: .requests)
    try container.encode(traffic.notModified, forKey: .notModified)
    try container.encode(traffic.bytes, forKey: .bytes)
    try container.encode(traffic.waitsHonoured, forKey: .waitsHonoured)
    try container.encode(traffic.closedUntil, forKey: .closedUntil)
  }
}
