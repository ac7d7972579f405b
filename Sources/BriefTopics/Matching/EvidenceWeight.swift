import BriefModel

/// What all patterns together found of one topic in a text of one passage.
struct EvidenceWeight: Hashable, Sendable {
  /// Runs of words that matched, those that overlap taken as one.
  var places = 0
  /// Did patterns of different text match?
  var isAgreed = false
  /// Every match is of a loose pattern and of several words.
  var isLoosePhrase = true
  /// Where the matches in the text begin, UTF-8 bytes.
  var starts: [Int] = []

  /// One loose phrase, which in a clause on something else says nothing. Phrases that people use
  /// of the topic are met by more than one pattern.
  var mayBeAside: Bool { places == 1 && !isAgreed && isLoosePhrase }
  var isPlain: Bool { places > 1 || isAgreed }

  func clauses(_ layout: TextLayout) -> Set<TextLayout.Clause> {
    Set(starts.map { layout.clause(at: $0) })
  }
}

extension TopicMatcher {
  /// A span and whether it counts.
  struct JudgedSpan {
    var span: PatternSpan
    var verdict: TopicHit.Verdict

    var counts: Bool { verdict == .counts }
  }

  /// The spans of a topic in order of the text, the longest first, what counts before what does not.
  func judged(
    _ spans: [PatternSpan], of topic: Int, in findings: Findings, _ layout: TextLayout
  ) -> [JudgedSpan] {
    let spans = spans.sorted { ($0.first, -$0.last) < ($1.first, -$1.last) }
    var judged: [JudgedSpan] = []
    judged.reserveCapacity(spans.count)
    var (isMixed, mayBeAlone) = (false, false)
    let isTogether = isTogether(topic, in: findings, layout)
    var before: JudgedSpan?
    for span in spans {
      // The same words matched by a second pattern stand among the same.
      let isSame = span.first == before?.span.first && span.last == before?.span.last
      var word = JudgedSpan(span: span, verdict: .counts)
      if isSame, let before {
        word.verdict = before.verdict
      } else {
        word.verdict = verdict(on: span, of: topic, in: findings)
      }
      if word.counts, !isTogether {
        word.verdict = .missesContext(catalogue.topics[topic].together)
      }
      before = word
      let owner = program.patterns[Int(span.pattern)].owner
      if word.counts, owner.isLoose {
        mayBeAlone = mayBeAlone || owner.isSupporting
        if crossesClauses(span, in: findings, layout) {
          word.verdict = .acrossSentences
          isMixed = true
        }
      }
      judged.append(word)
    }
    if mayBeAlone {
      let reach = findings.isOnePassage ? Int64(findings.tokens) : EvidencePolicy.support
      let alone = judged.indices.filter { isAlone($0, among: judged, reach) }
      for place in alone { judged[place].verdict = .alone }
      isMixed = isMixed || !alone.isEmpty
    }
    if isMixed {
      judged.sort {
        ($0.span.first, -$0.span.last, $0.counts ? 0 : 1)
          < ($1.span.first, -$1.span.last, $1.counts ? 0 : 1)
      }
    }
    return judged
  }

  private func crossesClauses(
    _ span: PatternSpan, in findings: Findings, _ layout: TextLayout
  ) -> Bool {
    let (first, last) = (span.match.first, span.match.last)
    guard first != last else { return false }
    guard first >= findings.titleFound else { return last >= findings.titleFound }
    return layout.clause(at: Int(findings.found[first].start))
      != layout.clause(at: Int(findings.found[last].start))
  }

  /// A word that only supports, with no other word of the topic within reach.
  private func isAlone(_ place: Int, among judged: [JudgedSpan], _ reach: Int64) -> Bool {
    let word = judged[place]
    guard word.counts, program.patterns[Int(word.span.pattern)].owner.isSupporting else {
      return false
    }
    func supports(_ other: JudgedSpan) -> Bool {
      other.counts && other.span.pattern != word.span.pattern
        && other.span.distance(to: word.span) > 0
    }
    for other in judged[..<place].reversed() {
      if other.span.distance(to: word.span) > reach { break }
      if supports(other) { return false }
    }
    for other in judged[place...].dropFirst() {
      if other.span.distance(to: word.span) > reach { break }
      if supports(other) { return false }
    }
    return true
  }

  /// The weight of what counts; nothing in a text of several passages.
  func weight(of judged: [JudgedSpan], in findings: Findings) -> EvidenceWeight {
    var weight = EvidenceWeight()
    guard findings.isOnePassage else { return weight }
    var first: String?
    var end: Int32 = -1
    for word in judged where word.counts {
      let span = word.span
      let pattern = program.patterns[Int(span.pattern)]
      if !weight.isAgreed {
        if let first { weight.isAgreed = first != pattern.text } else { first = pattern.text }
      }
      let isInTitle = span.match.first < findings.titleFound
      if isInTitle || !pattern.owner.isLoose || span.first == span.last {
        weight.isLoosePhrase = false
      }
      // What begins in a run of words stands in its sentence.
      guard span.first > end else {
        end = max(end, span.last)
        continue
      }
      end = span.last
      weight.places += 1
      if !isInTitle { weight.starts.append(Int(findings.found[span.match.first].start)) }
    }
    return weight
  }

  /// A loose phrase in a clause that plainly speaks of another topic is said aside; not of its own
  /// parent, nor of an umbrella, which is named along with all.
  func voidAsides(_ explanations: inout [TopicExplanation], _ layout: TextLayout) {
    for index in explanations.indices
    where explanations[index].verdict == .tagged && explanations[index].weight.mayBeAside {
      let clauses = explanations[index].weight.clauses(layout)
      let parent = catalogue[explanations[index].topic]?.parent
      let other = explanations.first {
        $0.verdict == .tagged && $0.weight.isPlain && !$0.isUmbrella && $0.topic != parent
          && !clauses.isDisjoint(with: $0.weight.clauses(layout))
      }
      if let other { explanations[index].verdict = .aside(other.topic) }
    }
  }
}
