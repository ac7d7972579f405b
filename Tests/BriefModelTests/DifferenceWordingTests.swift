import BriefModel
import Testing

private let additions: [MarkedPair] = [
  "The council met. {|It adopted a plan.} The talks go on.",
  "The council met. The talks go on. {|Nothing else was said.}",
  "{|A summit is near.} The council met. The talks go on.",
  "The council met.\n\n{|Background}\n\nThe talks go on.",
  "The council met. {|It adopted a plan. It set a date.} The talks go on.",
  "The council met on 1 December. {|The plan was adopted.} The talks go on.",
  "The plan has 28. {|The rest is open.} The talks go on.",
  "He met A. Lukashenko. {|The rest is open!} The talks go on.",
  "Rada zebrała się. {|Przyjęła plan.} Rozmowy trwają.",
  "Rada zebrała się w 2021 r. {|Przyjęła plan.} Rozmowy trwają.",
  "Совет собрался. {|Он принял план.} Переговоры продолжаются.",
  "Совет собрался в 2021 г. {|Он принял план.} Переговоры продолжаются.",
  "Савет сабраўся. {|Ён прыняў план.} Перамовы працягваюцца.",
  "Рада зібралася. {|Вона ухвалила план.} Переговори тривають.",
  "Der Rat tagte am 1. Dezember. {|Er beschloss einen Plan.} Die Gespräche dauern an.",
  "Taryba posėdžiavo. {|Ji priėmė planą.} Derybos tęsiasi.",
  "He said: “We agree.” {|“We do not,” she said.} The talks go on.",
].map(MarkedPair.init)

private let rewordings: [MarkedPair] = [
  "The new doctrine {replaces|supersedes} the old one.",
  "The new {|military} doctrine replaces the old one.",
  "The new {military|} doctrine replaces the old one.",
  "The talks were {long and hard|short and easy} this time.",
  "He {spoke|spoke,} in Minsk.",
  "Nowa doktryna {zastępuje|uchyla} starą.",
  "Новая доктрина {заменяет|отменяет} старую.",
  "Новая {военная|} доктрина заменяет старую.",
  "Новая дактрына {замяняе|скасоўвае} старую.",
  "Нова доктрина {замінює|скасовує} стару.",
  "Die neue Doktrin {ersetzt|verdrängt} die alte und ist kurz.",
  "Naujoji doktrina {keičia|naikina} senąją.",
].map(MarkedPair.init)

@Suite struct DifferenceWordingTests {
  @Test(arguments: additions)
  func `a whole sentence put in is an addition`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.addition))
  }

  @Test(arguments: additions)
  func `a whole sentence taken out is a removal`(pair: MarkedPair) {
    let found = TextDiff.differences(from: pair.new, to: pair.old, field: .text)
    #expect(found.map(\.class) == [.removal])
    #expect(found.map(\.before) == [pair.after])
    #expect(found.map(\.offset) == [pair.offset])
  }

  @Test(arguments: rewordings)
  func `other words within a sentence are a rewording`(pair: MarkedPair) {
    #expect(pair.found().map(\.class) == [.rewording])
  }

  @Test func `a sentence that moved is taken out here and put in there`() {
    let found = TextDiff.differences(
      from: "The talks failed. The border was closed. Trade fell.",
      to: "The border was closed. Trade fell. The talks failed.", field: .text)
    #expect(found.map(\.class) == [.removal, .addition])
    #expect(found.map(\.before) == ["The talks failed.", nil])
    #expect(found.map(\.after) == [nil, "The talks failed."])
  }

  @Test func `a sentence in other words is one rewording`() {
    let found = TextDiff.differences(
      from:
        "The talks failed. Most observers expect that taxes rise in both countries. Trade fell.",
      to:
        "The talks failed. It is widely thought that both states are to collect more. Trade fell.",
      field: .text)
    #expect(found.map(\.class) == [.rewording])
  }

  @Test func `a sentence that was cut in two loses no word`() {
    let found = TextDiff.differences(
      from: "The council met in Minsk and the border was closed by the army. Trade fell.",
      to: "The council met in Minsk. The border was closed by the army. Trade fell.", field: .text)
    #expect(found.map(\.class) == [.rewording])
    #expect(found.map(\.before) == ["and the"])
    #expect(found.map(\.after) == [". The"])
  }
}
