/// Sentences that say how something is for a time: "the price remains $128.52 in 2022", "Minsk pays 128.52
/// dollars per 1,000 cubic metres in 2026". Nothing is due at the end of such a period.
enum LastingState {
  /// Whether the sentence says so, in one of the seven languages.
  ///
  /// - Parameter isOfPrice: asks for a sentence that speaks of a price or a sum.
  static func isStated(in passage: String, ofPrice isOfPrice: Bool = false) -> Bool {
    let tokens = Token.all(of: passage)
    if isOfPrice, !tokens.contains(where: { $0.begins(with: prices + money) }) { return false }
    if tokens.contains(where: { $0.begins(with: remaining) }) { return true }
    guard !tokens.contains(where: { $0.begins(with: deciding) }) else { return false }
    return tokens.indices.contains { place in
      if tokens[place].is(in: being) { return holdsSum(tokens, behind: place, within: 3) }
      if tokens[place].begins(with: costing) { return holdsSum(tokens, behind: place, within: 8) }
      // Whoever pays a debt in a year has paid it then; a price is paid all the time.
      return tokens[place].is(in: paying) && holdsSum(tokens, behind: place, within: 8)
        && tokens[place...].contains { $0.is(in: per) }
    }
  }

  /// Does a sum or a share follow: a number with its currency or percent?
  private static func holdsSum(_ tokens: [Token], behind place: Int, within reach: Int) -> Bool {
    let window = place + 1..<min(place + 1 + reach, tokens.count)
    return window.contains { index in
      guard case .number = tokens[index] else { return false }
      if index > place, case .sign = tokens[index - 1] { return true }
      let behind = tokens[index + 1..<min(index + 4, tokens.count)]
      return behind.prefix {
        if case .number = $0 { false } else { true }
      }.contains { token in
        if case .sign = token { true } else { token.begins(with: money) }
      }
    }
  }

  private enum Token {
    case word([UInt8])
    case number
    /// Of a currency or of percent.
    case sign

    static func all(of passage: String) -> [Token] {
      var tokens: [Token] = []
      var word: [UInt8] = []
      var isInNumber = false
      for scalar in passage.unicodeScalars {
        if scalar.properties.isAlphabetic {
          word.append(contentsOf: Array(scalar.properties.lowercaseMapping.utf8))
          isInNumber = false
          continue
        }
        if !word.isEmpty {
          tokens.append(.word(word))
          word.removeAll(keepingCapacity: true)
        }
        switch scalar {
        case "0"..."9":
          if !isInNumber { tokens.append(.number) }
          isInNumber = true
        case ".", ",": break
        case "$", "€", "₽", "%":
          tokens.append(.sign)
          isInNumber = false
        default: isInNumber = false
        }
      }
      if !word.isEmpty { tokens.append(.word(word)) }
      return tokens
    }

    func begins(with stems: [[UInt8]]) -> Bool {
      guard case .word(let word) = self else { return false }
      return stems.contains { word.starts(with: $0) }
    }

    func `is`(in words: Set<[UInt8]>) -> Bool {
      guard case .word(let word) = self else { return false }
      return words.contains(word)
    }
  }

  private static func stems(_ text: String) -> [[UInt8]] { words(text).map { Array($0.utf8) } }

  private static let remaining = stems(
    """
    stays remain unchanged frozen keeps maintained pozosta utrzyma niezmien zamrożon остан остаётся
    остается остаются сохран неизменн заморож застан застаецц захава нязменн замарож залиш збереж
    незмінн bleib beibehalten unverändert eingefroren išlik išliks liks lieka nepakis nesikei įšaldyt
    """)
  /// Says of a sum that it is one; only where the sum stands beside it.
  private static let being = Set(
    stems("is are be was были был была было będzie ist war yra bus buvo"))
  private static let costing = stems(
    """
    costs amounts equals stands составля составит составил стоит стоят стоил обходит wynosi wyniesie
    wynosił kosztuje kosztował beträgt betrug kostet liegt складае складзе складала каштуе становит
    складає складе коштує siekia sieks siekė kainuoja kainuos sudaro sudarys
    """)
  private static let paying = Set(
    stems(
      """
      pay pays paid paying платит платят платить плаціць плацяць płaci płacą zahlt zahlen moka mokės
      платиме заплатит
      """))
  private static let per = Set(stems("per за za je pro už uz"))
  private static let money = stems(
    """
    dollar доллар долл долар далар dolar doler euro евро євро еўра eur usd rouble ruble рубл rubl
    rubel percent procent процент prozent адсот працэнт відсот proc
    """)
  private static let prices = stems(
    "price tariff цена цены цену цене тариф cena ceny cenę taryf цана цаны цэны цану тарыф ціна ціни "
      + "ціну preis gaspreis tarif kaina kainos kainą")
  /// What will be agreed on is still to come.
  private static let deciding = stems(
    """
    negotiat agree согласу согласова договорят uzgodn uzgadni ustal verhandel vereinbar узгод узгадн
    домов suderin sutar
    """)
}
