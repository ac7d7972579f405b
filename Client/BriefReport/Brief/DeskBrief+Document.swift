import BriefClient
package import BriefModel

extension DeskBrief {
  /// The page, problems and moved words first.
  package func document(label: (TopicID) -> String) -> ReportDocument {
    let from =
      sinceTime.map { "since \(Ages.minute($0)) UTC" }
      ?? "since the last time (revision \(since.revision.number))"
    func number(_ kind: Change.Kind) -> Int { counts.kinds[kind] ?? 0 }
    let sums = [
      counted(number(.added), "new publication"),
      "\(counted(number(.revised), "edit")), \(grouped(counts.silentEdits)) of them silent",
      "\(grouped(number(.withdrawn))) withdrawn", "\(grouped(number(.restored))) restored",
    ].joined(separator: " · ")
    var report = ReportDocument(
      title: "Brief of \(Ages.longDay(today))", lead: [.text("\(sums), \(from).")], cursor: here)
    report.append(
      "Edited without a word", place: "silent",
      changes(silent, of: counts.silentEdits, "No silent edit."))
    report.append(
      "Withdrawn", place: "withdrawn",
      changes(withdrawn, of: number(.withdrawn), "Nothing was withdrawn."))
    report.append(
      "Dates that moved", place: "moved",
      dates(moved, of: movedCount, "moved", "No date moved.", label))
    report.append(
      "Overdue", place: "overdue",
      dates(overdue, of: overdueCount, "overdue", "Nothing is overdue.", label))
    report.append(
      "New", place: "new", changes(added, of: number(.added), "Nothing is new."))
    if !announced.isEmpty {
      report.append(
        "Announced edits", place: "announced",
        changes(announced, of: number(.revised) - counts.silentEdits, ""))
    }
    if !restored.isEmpty {
      report.append("Restored", place: "restored", changes(restored, of: number(.restored), ""))
    }
    report.append("Topics by activity", place: "topics", topicBlocks)
    report.append("Blind spots", place: "blind", blindBlocks)
    report.append("Sources in trouble", place: "trouble", problemBlocks)
    return report
  }

  private func changes(
    _ changes: [Change], of count: Int, _ none: String
  ) -> [ReportDocument.Block] {
    guard !changes.isEmpty else {
      let more = count > 0 ? "\(grouped(count)) of them: brief-sync changes" : none
      return [.sentence(more)]
    }
    let items = ReportDocument.Block.items(changes.map { ChangeItems.item($0) })
    let more = count - changes.count
    return more > 0
      ? [items, .paragraph([.text("and \(grouped(more)) more: "), .code("brief-sync changes")])]
      : [items]
  }

  private func dates(
    _ dates: [Deadline], of count: Int, _ flag: String, _ none: String,
    _ label: (TopicID) -> String
  ) -> [ReportDocument.Block] {
    guard !dates.isEmpty else { return [.sentence(none)] }
    let more = count - dates.count
    let items = ReportDocument.Block.items(dates.map { DeadlineItems.item($0, label) })
    return more > 0
      ? [
        items,
        .paragraph([
          .text("and \(grouped(more)) more: "), .code("brief-sync deadlines --\(flag)"),
        ]),
      ] : [items]
  }

  private var topicBlocks: [ReportDocument.Block] {
    guard !topics.isEmpty else { return [.sentence("No change spoke of a topic.")] }
    return [
      .paragraph([.text("All about one: "), .code("brief-sync dossier TOPIC")]),
      .table(
        caption: "Changes by topic", heads: ["Changes", "Topic"],
        rows: topics.map { topic in
          [
            [.text(grouped(topic.changes))],
            [.text(topic.label + " · "), .code(topic.topic.rawValue)],
          ]
        }),
    ]
  }

  private var blindBlocks: [ReportDocument.Block] {
    let days = DeskBriefLimits.quietDays
    var blocks: [ReportDocument.Block] = []
    if blindSpots.isEmpty {
      blocks.append(
        .sentence("No topic that sources known complete speak of was quiet for \(days) days."))
    } else {
      blocks.append(
        .items(
          blindSpots.map { spot in
            ReportDocument.Item(
              tag: "? quiet", spans: [.text(spot.label)],
              details: [
                [
                  .text(
                    "last covered \(spot.last), \(today.dayNumber - spot.last.dayNumber) days ago; known complete: "
                      + spot.watched.map(\.rawValue).joined(separator: ", "))
                ]
              ])
          }))
    }
    if unknown > 0 {
      blocks.append(
        .paragraph([
          .text(
            "\(counted(unknown, "more topic")) had no word for \(days) days, but no source that speaks of "
              + "\(unknown == 1 ? "it" : "them") is known complete for that time: "),
          .code("brief-sync coverage"),
        ]))
    }
    return blocks
  }

  private var problemBlocks: [ReportDocument.Block] {
    guard !problems.isEmpty else { return [.sentence("All sources are well.")] }
    return [
      .items(
        problems.map { problem in
          ReportDocument.Item(
            tag: "! trouble",
            spans: [.text((problem.source.map { "\($0): " } ?? "") + problem.what)],
            details: [
              [
                .text(problem.since.map { "since \(Ages.minute($0)) UTC: " } ?? ""),
                .code(problem.nextCommand),
              ]
            ])
        })
    ]
  }
}

/// A change as an item of a report.
enum ChangeItems {
  static func item(_ change: Change) -> ReportDocument.Item {
    let (mark, word, _) = ChangesText.kind(change)
    var details = [
      [ReportDocument.Span.text("\(Ages.minute(change.time)) UTC · ")]
        + ReportDocument.origin(change.publication, version: change.version)
    ]
    if let silent = change.isSilent {
      let classes = change.classes.map(\.rawValue).joined(separator: ", ")
      details.append([.text("\(silent ? "silent" : "announced") edit: \(classes)")])
    }
    let more = change.differences.count - shown
    if more > 0 {
      details.append([
        .text("\(grouped(more)) more differences: "),
        .code("brief-sync diff \(change.publication.id.hexadecimal.prefix(10))"),
      ])
    }
    return ReportDocument.Item(
      tag: "\(mark) \(word)", spans: ReportDocument.title(change.publication), details: details,
      differences: Array(change.differences.prefix(shown)))
  }

  /// Differences that stand under a change.
  private static let shown = 4
}

/// A line of the ledger as an item of a report.
enum DeadlineItems {
  static func item(
    _ deadline: Deadline, _ label: (TopicID) -> String
  ) -> ReportDocument.Item {
    let mark =
      switch deadline.standing {
      case .upcoming: ". upcoming"
      case .overdue: "! overdue"
      case .met: "= met"
      case .missed: "x missed"
      case .shelved: "- shelved"
      }
    var details: [[ReportDocument.Span]] = [
      [.text("first stated \(deadline.first.said) in ")] + statement(deadline.first)
    ]
    for move in deadline.moves {
      details.append(
        [.text("\(DeadlinesText.verb(move.way)) \(move.by.said): \(move.from) → \(move.to), in ")]
          + statement(move.by))
    }
    for remark in deadline.remarks {
      details.append(
        [.text("\(DeadlinesText.words(remark)) \(remark.by.said), in ")] + statement(remark.by))
    }
    if let evidence = deadline.evidence {
      details.append(
        [.text("\(deadline.standing.rawValue), says ")]
          + statement(evidence) + [.text(", \(evidence.said)")])
    }
    if let otherwise = deadline.otherwise {
      details.append(
        [.text("but \(otherwise.due) was named on \(otherwise.by.said) in ")]
          + statement(otherwise.by))
    }
    if deadline.isDropped { details.append([.text(DeadlinesText.dropped(deadline))]) }
    if deadline.isSilent {
      details.append([.text("no word of it was found since \(deadline.last.said)")])
    }
    return ReportDocument.Item(
      tag: mark,
      spans: [
        .strong("\(deadline.due)"), .text(" \(deadline.kind.rawValue): \(label(deadline.topic))"),
      ],
      details: details,
      quote: (deadline.evidence ?? deadline.shown).passage)
  }

  static func statement(_ statement: Deadline.Statement) -> [ReportDocument.Span] {
    [
      .text("“"), .link(statement.publication.title ?? "(no title)", statement.publication.link),
      .text("” ("),
    ]
      + ReportDocument.origin(statement.publication, version: statement.version) + [.text(")")]
  }
}
