package import BriefModel

/// Finds shares, prices, sums and counts that a text attaches to its topics.
package struct FigureFinder: Sendable {
  package init() {}

  /// A text that is nothing but numbers is a table of statistics; the first so many say what it is about.
  private static let most = 200

  /// The figures of a title and a text, in order. `language` is a code; `nil` has it guessed.
  package func figures(
    title: String?, text: String, language: String?, topics: [TopicExplanation]
  ) -> [Figure] {
    figures(of: ReadableText(title: title, text: text), language: language, topics: topics)
  }

  /// The same of a title and a text that topics were found in.
  package func figures(
    of content: ReadableText, language: String?, topics: [TopicExplanation]
  ) -> [Figure] {
    guard topics.contains(where: { $0.verdict == .tagged }) else { return [] }
    var figures: [Figure] = []
    for (field, source) in [(Difference.Field.title, content.title), (.text, content.text)] {
      let bytes = source.bytes
      // Most titles and many texts have no digit at all.
      guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { continue }
      let vocabulary = source.vocabulary(language, beside: content.text)
      // A comma is a decimal one where either the words or what is stated are not English.
      let stated = DateVocabulary.stated(language).flatMap { $0.language == "en" ? nil : $0 }
      let reader = FigureReader(
        bytes: bytes, vocabulary: stated ?? vocabulary,
        language: (stated ?? vocabulary)?.language ?? "en")
      let found = reader.figures(limit: Self.most - figures.count)
      guard !found.isEmpty else { continue }
      let attachment = TopicAttachment(topics, field: field)
      let sentences = source.sentences
      figures += found.compactMap { figure in
        let number = sentences.index(of: figure.range.lowerBound)
        guard number < sentences.ranges.count else { return nil }
        let range = sentences.ranges[number]
        guard
          let topic = attachment.topic(
            ofFigure: figure.range, of: range,
            isOfEconomy: [.share, .money].contains(figure.kind)
              && EconomyWords.areSubject(of: bytes.span, in: range))
        else { return nil }
        return Figure(
          topic: topic, kind: figure.kind, value: figure.value, unit: figure.unit,
          subject: figure.subject, text: String(decoding: bytes[figure.range], as: UTF8.self),
          offset: figure.range.lowerBound, field: field,
          passage: String(decoding: bytes[range], as: UTF8.self))
      }
    }
    return figures
  }
}

/// Reads the figures of one field, without their topics.
struct FigureReader {
  struct Found: Equatable {
    var kind: Figure.Kind
    var value: Double
    var unit: String
    var subject: String?
    var range: Range<Int>
  }

  let bytes: [UInt8]
  /// Knows months and units of time; `nil` where the language is unknown.
  let vocabulary: DateVocabulary?
  let language: String

  func figures(limit: Int) -> [Found] {
    var found: [Found] = []
    var position = 0
    while position < bytes.count, found.count < limit {
      guard (0x30...0x39).contains(bytes[position]) else {
        position += 1
        continue
      }
      guard startsNumber(position),
        let number = PrintedNumber(bytes.span, at: position, isEnglish: language == "en")
      else {
        position = pastDigits(position)
        continue
      }
      if let figure = figure(number, at: position) {
        found.append(figure)
        position = max(figure.range.upperBound, position + number.length)
      } else {
        position += number.length
      }
    }
    return found
  }

  /// `Zapad-2025`, `m3` and `1/2` are no amounts.
  private func startsNumber(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = bytes[position - 1]
    if before >= 0x80 {
      // The last byte of a currency sign, a dash, a quote or a no-break space is no letter's.
      return !SlowToken.isLetter(bytes.span, at: start(ofCharacterBefore: position))
    }
    let isLetter = (0x41...0x5A).contains(before & 0xDF)
    return !isLetter && !"-/.:_#§".utf8.contains(before)
  }

  private func start(ofCharacterBefore position: Int) -> Int {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func pastDigits(_ position: Int) -> Int {
    var position = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position
  }

  /// - Parameter isFar: the number ends a range; so a row of numbers is no range of ranges.
  private func figure(_ number: PrintedNumber, at start: Int, isFar: Bool = false) -> Found? {
    var value = number.value
    var end = start + number.length
    if let percent = percentSign(at: end) {
      return share(value, unit: "%", start..<percent)
    }
    var word = word(after: end)
    if let scaled = word, case .scale(let factor)? = meaning(scaled) {
      value *= factor
      end = scaled.range.upperBound
      if end < bytes.count, bytes[end] == UInt8(ascii: "."), isShortened(scaled.text) { end += 1 }
      word = self.word(after: end)
    }
    if let sign = signBefore(start) {
      return money(value, currency: sign.currency, sign.start..<end)
    }
    if !isFar, let near = nearEnd(value, start..<end) { return near }
    if let adjective = word, meaning(adjective) == nil, isCountry(adjective),
      let next = self.word(after: adjective.range.upperBound),
      case .currency? = meaning(next)
    {
      word = next
    }
    guard let word else { return nil }
    // Lithuanian `2024 m.` is a year.
    if language == "lt", word.text == "m", number.isPlain, number.length == 4 { return nil }
    switch meaning(word) {
    case .percent: return share(value, unit: unitOfShare(&end, word), start..<end)
    case .point: return share(value, unit: "pp", start..<word.range.upperBound)
    case .currency(let code): return money(value, currency: code, start..<word.range.upperBound)
    case .measure(let unit): return measured(value, unit, start..<word.range.upperBound)
    case .per:
      guard let cent = self.word(after: word.range.upperBound), cent.text == "cent" else {
        return nil
      }
      return share(value, unit: "%", start..<cent.range.upperBound)
    case .scale: return nil
    case nil where isPoint(word):
      // `punkty procentowe`, `процентных` may stand on either side.
      guard let next = self.word(after: word.range.upperBound), meaning(next) == .percent else {
        return nil
      }
      return share(value, unit: "pp", start..<next.range.upperBound)
    case nil: return isPlace(start, before: word) ? nil : count(value, number, word, start..<end)
    }
  }

  /// The unit of a range stands behind its far end.
  private func nearEnd(_ value: Double, _ range: Range<Int>) -> Found? {
    guard let place = farEnd(after: range.upperBound),
      let number = PrintedNumber(bytes.span, at: place, isEnglish: language == "en"),
      number.value > value, let far = figure(number, at: place, isFar: true), far.kind != .count,
      number.value > 0
    else { return nil }
    return Found(
      kind: far.kind, value: value * (far.value / number.value), unit: far.unit,
      subject: far.subject, range: range)
  }

  private func share(_ value: Double, unit: String, _ range: Range<Int>) -> Found? {
    // A share of more than ten times the whole is a misprint or an index.
    guard value <= 1000 else { return nil }
    return Found(
      kind: .share, value: value, unit: unit, subject: subject(after: range.upperBound),
      range: range)
  }

  /// `percentage points`, `punktów procentowych`, `процентных пункта`.
  private func unitOfShare(_ end: inout Int, _ word: Word) -> String {
    end = word.range.upperBound
    guard let next = self.word(after: end), isPoint(next) else { return "%" }
    end = next.range.upperBound
    return "pp"
  }

  private func isPoint(_ word: Word) -> Bool {
    ["point", "punkt", "пункт"].contains(where: word.text.hasPrefix)
  }

  private func money(_ value: Double, currency: String, _ range: Range<Int>) -> Found {
    let subject = MoneySubject(bytes: bytes, language: language).words(before: range.lowerBound)
    guard let per = unitOfPrice(after: range.upperBound) else {
      return Found(kind: .money, value: value, unit: currency, subject: subject, range: range)
    }
    return Found(
      kind: .price, value: value, unit: "\(currency) per \(per.unit)", subject: subject,
      range: range.lowerBound..<per.end)
  }

  private func measured(_ value: Double, _ unit: String, _ range: Range<Int>) -> Found {
    var end = range.upperBound
    // `cubic metres`, `куб. м`: the measure's second word.
    if unit == "m3", let next = word(after: end),
      ["met", "мет", "m", "м"].contains(where: next.text.hasPrefix)
    {
      end = next.range.upperBound
    }
    return Found(kind: .count, value: value, unit: unit, range: range.lowerBound..<end)
  }

  /// `per 1,000 cubic metres`, `за тысячу кубометров`, `za tonę`.
  private func unitOfPrice(after position: Int) -> (unit: String, end: Int)? {
    var position = position
    // `128 долл. за тысячу`: the full stop shortens the currency.
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
    guard let per = word(after: position), meaning(per) == .per else { return nil }
    var amount = 1.0
    var end = per.range.upperBound
    let next = skipSpace(end)
    if next < bytes.count, (0x30...0x39).contains(bytes[next]),
      let number = PrintedNumber(bytes.span, at: next, isEnglish: language == "en")
    {
      amount = number.value
      end = next + number.length
    }
    guard var word = word(after: end) else { return nil }
    if case .scale(let factor)? = meaning(word) {
      amount *= factor
      end = word.range.upperBound
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
      guard let following = self.word(after: end) else { return nil }
      word = following
    }
    if ["metr", "m", "м"].contains(word.text) || word.text.hasPrefix("metr"),
      let second = self.word(after: word.range.upperBound), meaning(second) == .measure("m3")
    {
      word = second
    }
    guard case .measure(let unit)? = meaning(word), amount < 1e9 else { return nil }
    let range = measured(1, unit, word.range).range
    return (amount == 1 ? unit : "\(Int(amount)) \(unit)", range.upperBound)
  }

  private func count(
    _ value: Double, _ number: PrintedNumber, _ word: Word, _ range: Range<Int>
  ) -> Found? {
    guard let vocabulary, value >= 2, word.text.unicodeScalars.count >= 4,
      language == "de" ? word.isNoun : word.isPlain,
      !(number.isPlain && number.length == 4 && (1900...2100).contains(value)),
      !vocabulary.isOfTime(word.scalars),
      value > 31 || !DateVocabulary.isMonth(word.scalars)
    else { return nil }
    let noun = String(decoding: bytes[word.range], as: UTF8.self)
    return Found(
      kind: .count, value: value, unit: noun, subject: subject(after: word.range.upperBound),
      range: range.lowerBound..<word.range.upperBound)
  }
}

extension DateVocabulary {
  /// Months, units of time, ordinals: what follows a number in a date.
  func isOfTime(_ word: [Unicode.Scalar]) -> Bool {
    !meanings(of: lexicon.set(of: word).set).isEmpty
  }

  /// A month in any of the languages: a text quotes others, and its own is only guessed.
  static func isMonth(_ word: [Unicode.Scalar]) -> Bool {
    languages.contains { language in
      guard let vocabulary = of(language) else { return false }
      return vocabulary.meanings(of: vocabulary.lexicon.set(of: word).set).contains {
        if case .month = $0 { true } else { false }
      }
    }
  }
}
