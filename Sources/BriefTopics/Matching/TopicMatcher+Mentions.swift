package import BriefModel

extension TopicMatcher {
  /// The passages that speak of the topics that the text has, by topic in the catalogue's order.
  package func mentions(title: String?, text: String) -> [Mention] {
    explanations(title: title, text: text, withVoided: false).mentions
  }

  /// The mentions of a publication's title and body.
  package func mentions(in content: Content) -> [Mention] {
    mentions(title: content.title, text: content.body?.text ?? "")
  }

  /// Every topic with a hit, tagged or not, and why; in the catalogue's order.
  package func explanations(title: String?, text: String) -> [TopicExplanation] {
    explanations(title: title, text: text, withVoided: true)
  }

  /// Without those of which no hit counts, a text that has none costs no more than its pass.
  package func explanations(
    title: String?, text: String, withVoided: Bool
  ) -> [TopicExplanation] {
    explanations(of: ReadableText(title: title, text: text), withVoided: withVoided)
  }

  /// The same of a title and a text that claims and figures are found in, too.
  package func explanations(of content: ReadableText, withVoided: Bool) -> [TopicExplanation] {
    var findings = findings(content)
    if !withVoided {
      findings.hits = findings.hits.filter { topic, spans in
        spans.contains { verdict(on: $0, of: topic, in: findings) == .counts }
      }
    }
    guard !findings.hits.isEmpty else { return [] }
    let layout = TextLayout(content)
    var explanations = findings.hits.sorted { $0.key < $1.key }.map { topic, spans in
      explanation(topic, spans, findings, layout)
    }
    settle(&explanations, tokens: Int(findings.tokens - findings.titleTokens), layout)
    return explanations
  }

  private func explanation(
    _ number: Int, _ spans: [PatternSpan], _ findings: Findings, _ layout: TextLayout
  ) -> TopicExplanation {
    let topic = catalogue.topics[number]
    var hits: [TopicHit] = []
    var sentences: Set<SentencePlace> = []
    var score = 0
    var lastEnd: Int32 = -1
    var last: PatternSpan?
    let judged = judged(spans, of: number, in: findings, layout)
    for word in judged {
      let (span, verdict) = (word.span, word.verdict)
      // The same words matched by a second pattern.
      guard span.last > lastEnd, span.first != last?.first || span.last != last?.last else {
        continue
      }
      last = span
      if verdict == .counts { lastEnd = span.last }
      guard hits.count < EvidencePolicy.hits || (score == 0 && verdict == .counts) else { continue }
      let hit = hit(span, topic.id, verdict, findings, layout)
      hits.append(hit)
      let place = SentencePlace(field: hit.mention.field, sentence: hit.sentence)
      if verdict == .counts, sentences.insert(place).inserted {
        score += points(of: hit)
      }
    }
    let needed = needed(for: topic, findings)
    let verdict: TopicExplanation.Verdict =
      score == 0 ? .voided : score >= needed ? .tagged : .passing(needed: needed)
    return TopicExplanation(
      topic: topic.id, score: score,
      isGeneral: topic.parent == nil || topic.standing == .context,
      isUmbrella: topic.standing == .umbrella, verdict: verdict, hits: hits,
      weight: weight(of: judged, in: findings))
  }

  private struct SentencePlace: Hashable {
    var field: Difference.Field
    var sentence: Int
  }

  private func points(of hit: TopicHit) -> Int {
    if hit.mention.field == .title { return EvidencePolicy.title }
    return hit.isInHeading ? EvidencePolicy.heading : EvidencePolicy.sentence
  }

  private func needed(for topic: Topic, _ findings: Findings) -> Int {
    let tokens = Int(findings.tokens - findings.titleTokens)
    guard topic.standing == .context, tokens > EvidencePolicy.shortText else { return 1 }
    return min(
      1 + (tokens - 1) / EvidencePolicy.tokensPerSentence, EvidencePolicy.heading)
  }

  private func hit(
    _ span: PatternSpan, _ topic: TopicID, _ verdict: TopicHit.Verdict, _ findings: Findings,
    _ layout: TextLayout
  ) -> TopicHit {
    let isTitle = span.match.first < findings.titleFound
    let field: Difference.Field = isTitle ? .title : .text
    let start = Int(findings.found[span.match.first].start)
    // A match that runs from the title into the text is shown as far as the title goes.
    let last = isTitle ? min(span.match.last, findings.titleFound - 1) : span.match.last
    let end = Int(findings.found[last].end)
    let place = layout.sentence(field, at: start)
    return TopicHit(
      mention: Mention(
        topic: topic, pattern: program.patterns[Int(span.pattern)].text, field: field,
        offset: start, length: max(end - start, 0), passage: layout.passage(field, start..<end)),
      verdict: verdict, isInHeading: !isTitle && layout.isHeading(place), sentence: place)
  }

  /// A parent yields to its children unless a sentence speaks of it alone; in a long text an
  /// umbrella yields to other topics.
  private func settle(
    _ explanations: inout [TopicExplanation], tokens: Int, _ layout: TextLayout
  ) {
    voidAsides(&explanations, layout)
    var children: [TopicID: [TopicExplanation]] = [:]
    var others = 0
    for explanation in explanations where explanation.verdict == .tagged {
      guard let topic = catalogue[explanation.topic] else { continue }
      if topic.standing != .umbrella { others += 1 }
      if let parent = topic.parent { children[parent, default: []].append(explanation) }
    }
    for index in explanations.indices where explanations[index].verdict == .tagged {
      guard let topic = catalogue[explanations[index].topic] else { continue }
      let isTitled = explanations[index].hits.contains {
        $0.verdict == .counts && $0.mention.field == .title
      }
      if topic.standing == .umbrella {
        if others > EvidencePolicy.topicsUnderUmbrella, tokens > EvidencePolicy.shortText, !isTitled
        {
          explanations[index].verdict = .umbrella
        }
      } else if topic.standing == .context, let below = children[topic.id], let child = below.first
      {
        let taken = Set(below.flatMap(places(of:)))
        let isLong = tokens > EvidencePolicy.shortText && !isTitled
        if isLong || taken.isSuperset(of: places(of: explanations[index])) {
          explanations[index].verdict = .childTagged(child.topic)
        }
      }
    }
  }

  private func places(of explanation: TopicExplanation) -> [SentencePlace] {
    explanation.hits.filter { $0.verdict == .counts }.map {
      SentencePlace(field: $0.mention.field, sentence: $0.sentence)
    }
  }
}
