package import BriefClient
import BriefModel

/// `verify` for people.
package enum VerifyText {
  package static func lines(_ report: VerificationReport, style: TextStyle) -> [String] {
    let scope =
      report.revisions > 0
      ? "\(counted(Int(clamping: report.revisions), "revision")) recomputed" : "structure only"
    let pruned =
      report.prunedVersions > 0
      ? ["The content of \(counted(report.prunedVersions, "version")) was pruned."] : []
    guard !report.findings.isEmpty else {
      return [style.paint("The store is as it was recorded", .good) + " (\(scope))."] + pruned
    }
    let findings = report.findings.flatMap { finding in
      Wrapping.lines(
        "\(style.line(finding.record)): \(style.line(finding.detail)).", columns: style.columns,
        first: "  ! ", rest: "    ")
    }
    return [
      style.paint(counted(report.findings.count, "damaged record"), .trouble) + " (\(scope)):"
    ] + findings + pruned + [
      style.spelled(
        "→ Put back a copy (brief-syncd backup, or brief-sync export and brief-syncd import);"),
      "  what was published since is found again.",
      style.spelled("  What can still be read of this one: brief-sync export"),
    ]
  }
}

/// `verify --json`.
package struct VerifyDocument: Encodable, Sendable {
  package struct Finding: Encodable, Sendable {
    package var record: String
    package var detail: String
  }

  package var ok: Bool
  package var revisions: Int64
  package var pruned: Int
  package var findings: [Finding]

  package init(_ report: VerificationReport) {
    ok = report.findings.isEmpty
    revisions = report.revisions
    pruned = report.prunedVersions
    findings = report.findings.map { Finding(record: $0.record, detail: $0.detail) }
  }
}
