import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import BriefTopics

struct DossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Everything about one topic on one page.",
    discussion: """
      Dates and their moves, who said it first, who writes about it, what happened to the \
      publications, and passages with their citations. Topics below it count.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Flag(help: "Print a web page that needs no other file.")
  var html = false

  @Flag(name: .customLong("md"), help: "Print Markdown.")
  var markdown = false

  @Argument(help: "A topic of the catalogue, or a word that only one topic has.")
  var topic: String

  func validate() throws { try PageForm.check(html: html, markdown: markdown, shared) }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let choice = try context.topicChoice()
    let family = try context.topics(topic)
    let id = choice.head(of: family) ?? TopicID(topic)
    let subject = Dossier.Subject(id: id, label: choice.label(id), family: family)
    let (cursor, dossier) = try context.answer(asOf: moment.asOf) { snapshot in
      (try snapshot.cursor(), try Dossier(snapshot, subject, now: context.now))
    }
    if shared.isForPrograms {
      try context.print("dossier", store: cursor, dossier, rows: [dossier])
    } else if dossier.count == 0 && !html && !markdown {
      try context.print([
        context.style.line("No publication speaks of \(subject.label) (\(id)) yet.")
      ])
    } else {
      let form: PagePrinting.Form = html ? .html : markdown ? .markdown : .text
      try PagePrinting.print(dossier.document(label: choice.label), as: form, context)
    }
    try context.finish(dossier.count == 0 ? .nothingMatched : .success)
  }
}

extension TopicChoice {
  /// The topic of a family that the others stand below.
  func head(of family: Set<TopicID>) -> TopicID? {
    family.first { id in
      guard let parent = self[id]?.parent else { return true }
      return !family.contains(parent)
    }
  }
}
