import BriefModel

/// How the differences of a change lie in its row: the JSON that ``RowJSON`` writes, zstd with what
/// all such texts have in common. No bytes stand for the empty list, which most changes have.
package enum DifferencesAtRest {
  /// **Fixed**: rows are read with it.
  private static let common = """
    "},{"after":null,"before":"","class":"removal","field":"published","field":"authors",\
    "field":"number","field":"enclosures","field":"link","class":"metadata","context_after":"",\
    "context_before":"","field":"title","offset":0}]","before":null,"class":"addition",\
    "class":"negation","class":"name","class":"rewording","class":"date","class":"number",\
    "context_after":"","context_before":"","field":"text","offset":1},\
    [{"after":"","before":"","class":"
    """

  private static let folding = try? FoldingDictionary(
    ContentDictionary(bytes: Array(common.utf8)))
  private static let unfolding = try? UnfoldingDictionary(
    ContentDictionary(bytes: Array(common.utf8)))

  /// Throws ``CompressionTrouble`` when the library fails (no memory).
  package static func fold(_ json: String) throws(CompressionTrouble) -> [UInt8] {
    if json == "[]" { return [] }
    guard let folding else { throw .noMemory }
    return try Compression.compress(Array(json.utf8), with: folding)
  }

  /// The text that was folded, exactly. Throws ``StoreTrouble/damaged(record:detail:)``.
  package static func unfold(
    _ bytes: [UInt8], of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> String {
    if bytes.isEmpty { return "[]" }
    do throws(CompressionTrouble) {
      guard let unfolding else { throw .noMemory }
      return String(decoding: try Compression.decompress(bytes, with: unfolding), as: UTF8.self)
    } catch {
      throw .damaged(record: record(), detail: "its differences do not unfold (\(error))")
    }
  }

  /// The same as values.
  static func differences(
    _ bytes: [UInt8], of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> [Difference] {
    try StoreJSON.value([Difference].self, try unfold(bytes, of: record()), of: record())
  }
}
