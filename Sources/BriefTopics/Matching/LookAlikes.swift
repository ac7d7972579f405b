/// Latin letters that are printed for Cyrillic ones, and the other way round: `Орeшник` with a
/// Latin `e` is still the missile.
enum LookAlikes {
  private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
    ("a", "а"), ("c", "с"), ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("y", "у"), ("k", "к"),
    ("m", "м"), ("t", "т"), ("h", "н"), ("b", "в"), ("i", "і"), ("j", "ј"),
  ]
  private static let toCyrillic = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.latin, $0.cyrillic) })
  private static let toLatin = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.cyrillic, $0.latin) })

  /// A token with letters of both scripts in the script of most of them (Cyrillic when even); any
  /// other token as it is.
  static func unify(_ folded: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var (latin, cyrillic) = (0, 0)
    for scalar in folded {
      switch LetterTable.script(of: scalar) {
      case LetterTable.latin: latin += 1
      case LetterTable.cyrillic: cyrillic += 1
      default: break
      }
    }
    guard latin > 0, cyrillic > 0 else { return folded }
    let map = latin > cyrillic ? toLatin : toCyrillic
    return folded.map { map[$0] ?? $0 }
  }
}
