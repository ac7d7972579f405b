import BriefModel
import Foundation
import Testing

@testable import BriefExtraction

struct DocumentReaderTests {
  @Test func `a spotlight of ours in Markdown gives every part of its entry`() throws {
    let entry = try DocumentReader.entry(
      bytes: Array(Self.spotlight.utf8), fileName: "spotlight-17.md")
    #expect(
      entry
        == Entry(
          identity: Identity(kind: .entryID, value: "Spotlight 17/2022"),
          content: Content(
            title: "Baltic Grids Prepare to Leave the Ring", authors: ["Jan Maria Kowal"],
            published: Timestamp(rfc3339: "2022-03-02"), number: "17/2022",
            body: Body(sections: [
              Section(
                heading: nil,
                text: "On 1 March the three operators agreed on a plan. It is the first that "
                  + "names a year for the switch, and it sets out who will pay for the new lines."),
              Section(
                heading: "What does the plan say?",
                text: "The lines are to be ready by 31 December 2024. The operators will test "
                  + "them in summer.\n\nNothing was said on prices, a multi-year matter."),
              Section(
                heading: "How did the operators come to agree?",
                text: "They had talked since 2018 about the costs of the work and the order in "
                  + "which it should be done."),
              Section(
                heading: "What does it mean for the region?",
                text: "It may mean higher tariffs at first."),
            ])), language: "en", publisher: "PISM", series: "Spotlight"))
  }

  static let spotlight = """
    No. 17/2022, 2 MARCH 2022 © PISM

    ## **SPOTLIGHT**

    ### Baltic Grids Prepare to Leave the Ring

    Jan Maria Kowal

    On 1 March the three operators agreed on a *plan*. It is the first that names a year for the
    switch, and it sets out who will pay for the new lines.

    #### What does the plan say?

    The lines are to be ready by 31 December 2024. The operators will test them in sum-

    2

    mer.

    Nothing was said on prices, a multi-year matter.

    # How did the operators come to agree?

    They had talked since 2018 about the costs of the work and the order in

    ### **PISM SPOTLIGHT**

    which it should be done.

    # What does it mean for the region?

    It may mean higher tariffs at first.
    """

  @Test(.enabled(if: Shared.has("seeds"), "the shared folder is not beside this checkout"))
  func `the seed gives publisher, series, number, date, author, title, language and headings`()
    throws
  {
    let name = "000_a1b36c330f41909f.txt"
    let entry = try DocumentReader.entry(bytes: Shared.bytes("seeds/\(name)"), fileName: name)
    #expect(entry.publisher == "PISM")
    #expect(entry.series == "Spotlight")
    #expect(entry.content.number == "83/2021")
    #expect(entry.content.published == Timestamp(rfc3339: "2021-11-08"))
    #expect(entry.content.authors == ["Anna Maria Dyner"])
    #expect(entry.content.title == "Russia and Belarus Deepen Integration")
    #expect(entry.language == "en")
    let sections = try #require(entry.content.body).sections
    #expect(
      sections.map(\.heading) == [
        nil, "What are the 28 integration programmes?",
        "How did we get to this point and what does the signing of the military doctrine imply?",
        "What role will Union State policy have on migration?",
        "What does deeper Belarusian-Russian integration mean for Poland?",
      ])
    #expect(sections[0].text.hasPrefix("On 4 November, at a meeting of the Supreme State Council"))
    #expect(sections[2].text.contains("foreign policy in which it developed contacts"))
    #expect(sections.allSatisfy { !$0.text.contains("SPOTLIGHT") && !$0.text.isEmpty })
  }
}
