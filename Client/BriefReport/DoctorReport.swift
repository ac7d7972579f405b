import BriefClient
import BriefModel

/// What a look at everything found.
package struct DoctorReport: Encodable, Sendable {
  package enum Verdict: String, Encodable, Sendable {
    case well
    /// No fault, but worth knowing.
    case odd
    case wrong
  }

  package struct Check: Encodable, Sendable {
    package var what: String
    package var verdict: Verdict
    package var detail: String
    package var nextCommand: String?

    package init(what: String, verdict: Verdict, detail: String, nextCommand: String?) {
      (self.what, self.verdict, self.detail) = (what, verdict, detail)
      self.nextCommand = nextCommand
    }

    private enum CodingKeys: String, CodingKey {
      case what, verdict, detail
      case nextCommand = "next_command"
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(what, forKey: .what)
      try container.encode(verdict, forKey: .verdict)
      try container.encode(detail, forKey: .detail)
      try container.encode(nextCommand, forKey: .nextCommand)
    }
  }

  package var checks: [Check]

  package var isWell: Bool { !checks.contains { $0.verdict == .wrong } }

  /// Bytes that must be free: a full disk stops recording, and the log alone may grow to 16 MiB.
  private static let enoughBytes: UInt64 = 64 << 20

  /// - Parameter configuration: what its file says of how publishers are reached.
  package init(
    _ report: StatusReport, freeBytes: UInt64?, configuration: Check? = nil
  ) {
    let status = report.status
    checks = [
      Check(
        what: "store", verdict: .well,
        detail: "\(counted(status.counts.publications, "publication")), schema known",
        nextCommand: nil)
    ]
    checks.append(
      Check(
        what: "daemon", verdict: .well,
        detail: status.writer.map { "running since \(Ages.minute($0.since)) UTC" }
          ?? "not running; fine when a timer runs brief-syncd once", nextCommand: nil))
    if let freeBytes {
      let isEnough = freeBytes >= Self.enoughBytes
      checks.append(
        Check(
          what: "disk", verdict: isEnough ? .well : .wrong,
          detail: "\(grouped(Int(clamping: freeBytes >> 20))) MiB free",
          nextCommand: isEnough ? nil : "df -h"))
    }
    if let configuration { checks.append(configuration) }
    checks += report.problems.map {
      Check(
        what: $0.source?.rawValue ?? "store", verdict: $0.isPast ? .odd : .wrong, detail: $0.what,
        nextCommand: $0.nextCommand)
    }
    for source in report.sources {
      // Files and pages that cannot be read are problems of their own.
      checks += source.oddities.filter { $0 != .unreadableFiles && $0 != .pagesRefused }.map {
        Check(
          what: source.id.rawValue, verdict: .odd, detail: SourcesText.sentence($0),
          nextCommand: "brief-sync sources \(source.id)")
      }
    }
  }
}

/// `doctor` for people.
package enum DoctorText {
  package static func lines(_ report: DoctorReport, style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return report.checks.map {
        [$0.verdict.rawValue, $0.what, $0.detail, $0.nextCommand ?? "-"].map(style.line)
          .joined(separator: "\t")
      }
    }
    return report.checks.flatMap { check -> [String] in
      let (mark, ink): (String, TextStyle.Ink?) =
        switch check.verdict {
        case .well: ("=", nil)
        case .odd: ("?", .changed)
        case .wrong: ("!", .trouble)
        }
      var lines = Wrapping.lines(
        "\(style.line(check.what)): \(style.line(check.detail))", columns: style.columns,
        first: "\(mark) ", rest: "  ")
      if let ink, let first = lines.first { lines[0] = style.paint(first, ink) }
      if let next = check.nextCommand { lines.append(style.spelled("  → ") + style.line(next)) }
      return lines
    }
  }
}
