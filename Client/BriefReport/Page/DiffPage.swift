package import BriefClient
package import BriefModel

/// `diff --html`: the differences of two versions, or of two files, as a page of its own.
package enum DiffPage {
  package static func text(_ comparison: VersionComparison, cursor: Cursor) -> String {
    let reference = comparison.publication.reference
    let language = comparison.publication.language
    let (older, newer) = (comparison.older, comparison.newer)
    let title = reference.title.map(VisibleText.line) ?? "(no title)"
    let facts = PageParts.facts([
      ("Source", .text(reference.source.rawValue)),
      ("Link", reference.link.map { .link($0, .text($0)) } ?? .text("-")),
      ("Older", version(older)), ("Newer", version(newer)),
      (
        "Edit",
        .text(
          comparison.isSilent.map { $0 ? "silent" : "announced" }
            ?? (comparison.isUpgrade ? "none, the text was read at another place" : "several edits")
        )
      ),
    ])
    var page = HTMLPage("What changed: \(title)", lead: facts, footer: PageParts.origin(cursor))
    page.append(
      counted(comparison.differences.count, "difference"), place: "differences",
      list(comparison.differences, language: language))
    return page.text
  }

  package static func text(_ differences: [Difference], older: String, newer: String) -> String {
    let facts = PageParts.facts([("Older", .text(older)), ("Newer", .text(newer))])
    var page = HTMLPage(
      "What changed between two files", lead: facts,
      footer: .element("p", [], text: "Compared by brief-sync."))
    page.append(
      counted(differences.count, "difference"), place: "differences",
      list(differences, language: nil))
    return page.text
  }

  private static func version(_ version: Version) -> HTML {
    .text("version \(version.number), first read ")
      + PageParts.minute(version.firstSeen)
      + .text(", content \(version.id.hexadecimal.prefix(16))")
  }

  static func list(_ differences: [Difference], language: String?) -> HTML {
    guard !differences.isEmpty else { return .element("p", [], text: "Nothing differs.") }
    return .element(
      "ol", [],
      .joined(
        differences.map { difference in
          let field = difference.field == .text ? "" : " in \(difference.field.rawValue)"
          let tag = HTML.element(
            "span", [.init("class", "tag")], text: difference.class.rawValue + field)
          return .element("li", [], tag, marked(difference, language: language))
        }))
  }

  /// The words around, the old words struck out, the new ones underlined; both in marks.
  static func marked(_ difference: Difference, language: String?) -> HTML {
    var words = HTML.text(difference.contextBefore)
    if !difference.contextBefore.isEmpty { words += .text(" ") }
    if let old = difference.before { words += .element("del", [], text: old) }
    if let new = difference.after { words += .element("ins", [], text: new) }
    let isMark = difference.contextAfter.unicodeScalars.first.map {
      ",.;:!?)”»".contains(Character($0))
    }
    if isMark == false { words += .text(" ") }
    words += .text(difference.contextAfter)
    return .element("span", HTML.foreignAttributes(language), words)
  }
}
