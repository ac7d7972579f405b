/// Whether an edit is silent.
public enum SilentEdit {
  /// True when the content differs, the publisher's own date of change does not, and no correction
  /// is announced that was not announced before. A date of change that is merely left out announces
  /// nothing.
  ///
  /// - Parameters:
  ///   - oldUpdated: the publisher's own date of change in the older version; two versions that
  ///     state none do not differ in it.
  ///   - newCorrection: the announced corrections in the newer version ("Correction" box, JSON-LD
  ///     `correction`), one a line: one that the older version does not have announces the edit.
  public static func isSilent(
    _ differences: [Difference], oldUpdated: Timestamp?, newUpdated: Timestamp?,
    oldCorrection: String? = nil, newCorrection: String? = nil
  ) -> Bool {
    guard !differences.isEmpty, newUpdated == nil || oldUpdated == newUpdated else { return false }
    return notices(newCorrection).isSubset(of: notices(oldCorrection))
  }

  private static func notices(_ corrections: String?) -> Set<String> {
    Set(
      (corrections ?? "").split(separator: "\n").map { ContentNormalisation.comparable(String($0)) }
    )
  }
}
