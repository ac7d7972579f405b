import BriefClient
import BriefModel
import BriefReport
import BriefTopics

extension TopicReasons {
  /// Weighs the text again and keeps what was found on the way.
  init(_ reading: Reading, catalogue: TopicCatalogue) {
    let content = reading.version.content
    let text = content.body?.text ?? ""
    let readable = ReadableText(title: content.title, text: text)
    let explanations = TopicMatcher(catalogue).explanations(of: readable, withVoided: true)
    self.init(
      topics: explanations.map { explanation in
        Topic(
          id: explanation.topic, label: catalogue[explanation.topic]?.label() ?? "",
          isTagged: explanation.verdict == .tagged, score: explanation.score,
          verdict: Self.sentence(explanation.verdict),
          hits: explanation.hits.map { hit in
            Hit(
              pattern: hit.mention.pattern, field: hit.mention.field.rawValue,
              offset: hit.mention.offset, passage: hit.mention.passage,
              isHeading: hit.isInHeading, objection: Self.objection(hit.verdict))
          })
      }, absence: explanations.isEmpty ? Self.absence(reading) : nil,
      language: Language(readable.dateLanguage(stated: reading.publication.language)))
  }

  private static func sentence(_ verdict: TopicExplanation.Verdict) -> String {
    switch verdict {
    case .tagged: "is a topic of the text"
    case .voided: "no passage counts"
    case .passing(let needed): "is named in passing: \(needed) points are needed"
    case .childTagged(let child): "is said more exactly by \(child)"
    case .aside(let other): "is one loose phrase in a sentence on \(other)"
    case .umbrella: "stands over the other topics"
    }
  }

  private static func objection(_ verdict: TopicHit.Verdict) -> String? {
    switch verdict {
    case .counts: nil
    case .excluded(let pattern): "voided by “\(pattern)” beside it"
    case .missesContext(let groups):
      "not near what would make it the subject (\(groups.joined(separator: ", ")))"
    case .acrossSentences: "its words stand in two sentences, or in two parts of one"
    case .alone: "says nothing without another word of the topic near"
    }
  }

  /// Why nothing was found.
  private static func absence(_ reading: Reading) -> String {
    let content = reading.version.content
    guard let body = content.body else {
      return "its text could not be read, and its title names no topic"
    }
    if body.text.isEmpty { return "its text is empty, and its title names no topic" }
    guard let language = reading.publication.language else {
      return "its language is unknown, and no pattern of any language matches"
    }
    let known = ["be", "de", "en", "lt", "pl", "ru", "uk"]
    let isKnown = known.contains { language.lowercased().hasPrefix($0) }
    return isKnown
      ? "no pattern of the catalogue matches"
      : "the catalogue has no patterns in its language (\(language)), and no others match"
  }
}

extension TopicReasons.Language {
  /// Why dates are read in that language.
  init(_ language: DateLanguage) {
    let because =
      switch (language.stated, language.isOtherThanStated) {
      case (let stated?, true): "“\(stated)” is stated, but its words and letters are of another"
      case (let stated?, false) where language.isStated: "“\(stated)” is stated"
      case (let stated?, false): "dates of “\(stated)” are not known, and this is the likeliest"
      case (nil, _): "none is stated, and its words are likeliest to be of it"
      }
    self.init(stated: language.stated, read: language.code, because: because)
  }
}
