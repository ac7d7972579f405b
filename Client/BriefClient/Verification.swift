public import BriefModel
internal import BriefStore

/// How much of a store to verify.
public enum VerificationScope: Hashable, Sendable {
  /// The file, and what is kept beside the records for speed.
  case structure
  /// That, and the whole chain recomputed from the stored rows.
  case everything
  /// That, and one of so many parts of the chain: `part(1, of: 7)` on Mondays.
  case part(Int, of: Int)
}

/// What a verification came to.
public struct VerificationReport: Hashable, Sendable {
  /// Something that is not as it was recorded.
  public struct Finding: Hashable, Sendable {
    /// Names the record: `version 3 of 26dc05894fad…`.
    public var record: String
    public var detail: String
  }

  /// Empty when all is well.
  public var findings: [Finding]
  /// Revisions whose entries were recomputed.
  public var revisions: Int64
  /// Versions whose content was taken out by a pruning: no damage, and the chain holds.
  public var prunedVersions: Int
  public var cursor: Cursor
}

extension Archive {
  /// Recomputes what the store says from what it holds.
  ///
  /// - Parameter progress: told now and then how many revisions are done, of how many.
  public func verify(
    _ scope: VerificationScope, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws(ArchiveError) -> VerificationReport {
    let cursor = try cursor()
    var findings: [Finding]
    let pruned: Int
    do {
      (findings, pruned) = try reader.read { snapshot in
        var derived = DerivedVerification(snapshot)
        derived.run()
        return (
          StructureVerification.findings(snapshot) + derived.findings,
          (try? snapshot.prunedVersions()) ?? 0
        )
      }
    } catch {
      throw ArchiveError(error, at: reader.location)
    }
    let range = scope.revisions(upTo: cursor.revision.number)
    if let range { findings += try chain(range, progress: progress) }
    return VerificationReport(
      findings: findings.map { VerificationReport.Finding(record: $0.record, detail: $0.detail) },
      revisions: range.map { $0.upperBound - $0.lowerBound + 1 } ?? 0, prunedVersions: pruned,
      cursor: cursor)
  }

  /// Revisions that are verified before the daemon may reuse its log again.
  private static let slice: Int64 = 2000

  private func chain(
    _ range: ClosedRange<Int64>, progress: (Int64, Int64) -> Void
  ) throws(ArchiveError) -> [Finding] {
    var findings: [Finding] = []
    var next = range.lowerBound
    while next <= range.upperBound {
      let slice = next...min(range.upperBound, next + Self.slice - 1)
      do {
        findings += try reader.read { snapshot in
          var chain = ChainVerification(snapshot)
          try chain.run(slice)
          return chain.findings
        }
      } catch {
        throw ArchiveError(error, at: reader.location)
      }
      next = slice.upperBound + 1
      progress(next - range.lowerBound, range.upperBound - range.lowerBound + 1)
    }
    return findings
  }
}

extension VerificationScope {
  /// The revisions of the part; `nil` when none are.
  func revisions(upTo last: Int64) -> ClosedRange<Int64>? {
    guard last > 0 else { return nil }
    switch self {
    case .structure: return nil
    case .everything: return 1...last
    case .part(let part, let parts):
      let (part, parts) = (Int64(part), Int64(max(parts, 1)))
      guard (1...parts).contains(part) else { return nil }
      let first = (part - 1) * (last / parts) + min(part - 1, last % parts) + 1
      let count = last / parts + (part <= last % parts ? 1 : 0)
      return count > 0 ? first...(first + count - 1) : nil
    }
  }
}
