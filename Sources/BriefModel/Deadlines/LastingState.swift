/// Sentences that say that something stays as it is: "the price remains $128.52 in 2022". Nothing is
/// due at the end of such a period.
enum LastingState {
  /// Whether a word of the sentence says so, in one of the seven languages.
  static func isStated(in passage: String) -> Bool {
    var word: [UInt8] = []
    func isStem() -> Bool { stems.contains { word.starts(with: $0) } }
    for scalar in passage.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append(contentsOf: Array(scalar.properties.lowercaseMapping.utf8))
      } else if !word.isEmpty {
        if isStem() { return true }
        word.removeAll(keepingCapacity: true)
      }
    }
    return !word.isEmpty && isStem()
  }

  private static let stems: [[UInt8]] = words(
    """
    stays remain unchanged frozen keeps maintained pozosta utrzyma niezmien zamrożon остан остаётся
    остается остаются сохран неизменн заморож застан застаецц захава нязменн замарож залиш збереж
    незмінн bleib beibehalten unverändert eingefroren išlik išliks liks lieka nepakis nesikei įšaldyt
    """
  ).map { Array($0.utf8) }
}
