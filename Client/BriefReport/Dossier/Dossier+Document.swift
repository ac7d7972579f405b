import BriefClient
package import BriefModel

extension Dossier {
  package func document(label: @escaping (TopicID) -> String) -> ReportDocument {
    let moved = deadlines.filter { !$0.moves.isEmpty }
    var report = ReportDocument(
      title: "Dossier: \(subject.label)",
      lead: [
        .text(
          "\(counted(count, "publication")) of \(counted(sources.count, "source")), "
            + "\(counted(deadlines.count, "date")), \(grouped(moved.count)) moved. As of \(today). Topic "
        ),
        .code(subject.id.rawValue), .text("."),
      ], cursor: here)
    report.append("Dates and their moves", place: "dates", dateBlocks(label))
    report.append("Figures", place: "figures", figureBlocks)
    report.append("Who said it first", place: "first", firstBlocks)
    report.append("Who writes about it", place: "sources", sourceBlocks)
    report.append("Time line", place: "timeline", changeBlocks)
    report.append("Passages", place: "passages", passageBlocks)
    return report
  }

  private func dateBlocks(_ label: @escaping (TopicID) -> String) -> [ReportDocument.Block] {
    guard !deadlines.isEmpty else { return [.sentence("No publication names a date.")] }
    return [
      .drawing(DeadlineTimeline(deadlines, today: today, label: label).html),
      .items(deadlines.map { DeadlineItems.item($0, label) }),
    ]
  }

  private var figureBlocks: [ReportDocument.Block] {
    guard !figures.isEmpty else { return [.sentence("No publication names a figure.")] }
    let table = ReportDocument.Block.table(
      caption: "Figures, the newest first", heads: ["Said", "Figure", "Of", "By"],
      rows: figures.map { stated in
        [
          [.text("\(stated.said)")], [.text(stated.figure.text)],
          [.text(stated.figure.subject ?? "-")],
          ReportDocument.origin(stated.publication, version: stated.version),
        ]
      })
    let more = figureCount - figures.count
    guard more > 0 else { return [table] }
    return [
      table,
      .paragraph([
        .text("and \(grouped(more)) more: "), .code("brief-sync figures --topic \(subject.id)"),
      ]),
    ]
  }

  private var firstBlocks: [ReportDocument.Block] {
    [
      .items(
        first.map { publication in
          let day = (publication.published ?? publication.firstSeen).day
          return ReportDocument.Item(
            tag: "\(day)", spans: ReportDocument.title(publication.reference),
            details: [ReportDocument.origin(publication.reference)],
            language: publication.language)
        })
    ]
  }

  private var sourceBlocks: [ReportDocument.Block] {
    [
      .table(
        caption: "Publications by source", heads: ["Source", "Publications", "Latest"],
        rows: sources.map { row in
          [
            [.text(row.source.rawValue)], [.text(grouped(row.publications))],
            [.text("\(row.latest.day)")],
          ]
        })
    ]
  }

  private var changeBlocks: [ReportDocument.Block] {
    let items = ReportDocument.Block.items(changes.map { ChangeItems.item($0) })
    let more = count - DossierLimits.publications
    guard more > 0 else { return [items] }
    return [
      items,
      .paragraph([
        .text("Of the \(DossierLimits.publications) publications that changed last; all of them: "),
        .code("brief-sync list --topic \(subject.id)"),
      ]),
    ]
  }

  private var passageBlocks: [ReportDocument.Block] {
    [
      .items(
        passages.map { passage in
          ReportDocument.Item(
            tag: nil, spans: ReportDocument.title(passage.publication.reference),
            details: [
              [.text(ProseCitation.chicago(passage.citation))],
              [
                .code(
                  "brief-sync cite \(passage.publication.reference.id.short)@v\(passage.citation.version)"
                )
              ],
            ], quote: passage.mention.passage, language: passage.publication.language)
        })
    ]
  }
}
