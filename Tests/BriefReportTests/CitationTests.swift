import BriefModel
import Foundation
import Testing

@testable import BriefReport

/// Citations as other programs read them.
struct CitationTests {
  private static let digest = Digest([UInt8](repeating: 0xab, count: 32)) ?? .zero

  static func citation(_ title: String, authors: [String] = ["Jan Kowalski"]) -> Citation {
    Citation(
      key: "pism-spotlight-0123456789-abababab", title: VisibleText.line(title),
      authors: authors.compactMap { AuthorName(VisibleText.line($0), institution: "PISM") },
      institution: "PISM", series: "Spotlight", number: "83/2021",
      issued: CalendarDate(year: 2021, month: 11, day: 8),
      accessed: CalendarDate(year: 2021, month: 11, day: 9) ?? CalendarDate(dayNumber: 0),
      version: 2, contentDigest: digest, link: "https://example.org/a b?x={1}&y=%20", language: "en"
    )
  }

  private static let names: [(String, AuthorName)] = [
    ("Jan Kowalski", .person(given: "Jan", family: "Kowalski")),
    ("Anna Maria Dyner", .person(given: "Anna Maria", family: "Dyner")),
    ("Ludwig van der Berg", .person(given: "Ludwig", family: "van der Berg")),
    ("Kowalski, Jan", .person(given: "Jan", family: "Kowalski")),
    ("Петров Иван Иванович", .person(given: "Иван Иванович", family: "Петров")),
    (
      "Polish Institute of International Affairs",
      .institution(
        "Polish Institute of International Affairs")
    ),
    ("Ośrodek Studiów Wschodnich", .institution("Ośrodek Studiów Wschodnich")),
    ("Институт экономики", .institution("Институт экономики")),
    ("Ministry of Defence, Warsaw", .institution("Ministry of Defence, Warsaw")),
    ("PISM", .institution("PISM")), ("OSW Team", .institution("OSW Team")),
  ]

  @Test(arguments: names)
  func `a body's name stays whole and a person's is taken apart`(
    _ name: String, _ expected: AuthorName
  ) {
    #expect(AuthorName(name, institution: nil) == expected)
  }

  @Test func `BibTeX is written whole`() {
    let citation = Self.citation("Łukaszenka & 100% {sure}", authors: ["Jan Nowak", "OSW Team"])
    #expect(
      BibTeX.text(citation) == """
        @techreport{pism-spotlight-0123456789-abababab,
          author = {{Nowak}, Jan and {OSW Team}},
          title = {{{\\L}ukaszenka \\& 100\\% {\\textbraceleft}sure{\\textbraceright}}},
          institution = {{PISM}},
          type = {{Spotlight}},
          number = {83/2021},
          year = {2021},
          month = {11},
          date = {2021-11-08},
          url = {https://example.org/a%20b?x=%7B1%7D&y=%20},
          urldate = {2021-11-09},
          version = {2},
          langid = {english},
          note = {Version 2, read 2021-11-09, SHA-256 \(Self.digest.hexadecimal)}
        }

        """)
  }

  @Test func `a link that moved is named beside the one at which the version was read`() {
    var citation = Self.citation("The gas market")
    citation.link = "https://example.org/old_a"
    citation.presentLink = Citation.presentLink(citation.link, "https://example.org/new")
    let both = "https://example.org/old_a (now at https://example.org/new)"
    #expect(ProseCitation.chicago(citation).contains("\(both). SHA-256"))
    #expect(ProseCitation.apa(citation).contains(", from \(both) [SHA-256"))
    let bibtex = BibTeX.text(citation)
    #expect(bibtex.contains("url = {https://example.org/new}"))
    #expect(bibtex.contains("\(Self.digest.hexadecimal), at https://example.org/old\\_a}"))
    let ris = RIS.text(citation)
    #expect(ris.contains("UR  - https://example.org/new\r\n"))
    #expect(ris.contains(", read at https://example.org/old_a\r\n"))
    // The same place by another name is no move.
    let same = "http://Example.org/old_a/?utm_source=feed"
    #expect(Citation.presentLink(citation.link, same) == nil)
    #expect(Citation.presentLink(nil, same) == nil)
  }

  @Test func `a sentence names version, day and digest`() {
    let citation = Self.citation("The gas market", authors: ["Jan Nowak", "Anna Dyner"])
    #expect(
      ProseCitation.chicago(citation)
        == "Nowak, Jan, and Anna Dyner. The gas market. Spotlight 83/2021. PISM, November 8, 2021. "
        + "Version 2, accessed November 9, 2021. https://example.org/a%20b?x=%7B1%7D&y=%20. "
        + "SHA-256 \(Self.digest.hexadecimal).")
    #expect(
      ProseCitation.apa(citation)
        == "Nowak, J., & Dyner, A. (2021, November 8). The gas market (Spotlight No. 83/2021; "
        + "Version 2). PISM. Retrieved November 9, 2021, from "
        + "https://example.org/a%20b?x=%7B1%7D&y=%20 [SHA-256 \(Self.digest.hexadecimal)]")
  }

  /// Titles that are no words of a format's own.
  static let hostile = [
    "<script>alert(1)</script>", "Line\r\nTY  - JOUR", "Turned \u{202e}round", "50% of $x_1 & #2",
    "\\input{/etc/passwd}", "unbalanced } brace", "open { brace", "=cmd()", "\"quoted\" ‘words’",
    "Łódź, Žemaitija, Größe", "Беларусь і Расія", "~^|<>@", "ER  - ", "",
  ]

  @Test(.enabled(if: Reader.has("bibtex"), "there is no bibtex (Debian: texlive-binaries)"))
  func `a real bibtex reads every title without a warning`() throws {
    let room = try Reader.room()
    defer { try? FileManager.default.removeItem(at: room) }
    let entries = Self.hostile.enumerated().map { index, title in
      BibTeX.text(Self.citation(title, authors: ["Jan Nowak", "Łódź & Sons {Ltd} Team"]))
        .replacing("abababab,", with: "n\(index),")
    }
    try Data(entries.joined().utf8).write(to: room.appending(path: "all.bib"))
    try Data(Reader.style.utf8).write(to: room.appending(path: "ours.bst"))
    try Data("\\citation{*}\n\\bibdata{all}\n\\bibstyle{ours}\n".utf8)
      .write(to: room.appending(path: "all.aux"))
    let run = try Reader.run(
      ["env", "BIBINPUTS=.", "BSTINPUTS=.", "bibtex", "all"], in: room)
    let log = try String(contentsOf: room.appending(path: "all.blg"), encoding: .utf8)
    #expect(run.status == 0, "\(log)")
    #expect(!log.contains("Warning") && !log.contains("error message"), "\(log)")
    let read = try String(contentsOf: room.appending(path: "all.bbl"), encoding: .utf8)
    #expect(read.components(separatedBy: "KEY ").count == Self.hostile.count + 1)
    #expect(read.contains("NAME {Nowak}|NAME {{\\L}{\\'{o}}d{\\'{z}} \\& Sons"))
  }

  @Test(.enabled(if: Reader.hasModule("rispy"), "there is no rispy (PyPI: rispy)"))
  func `a real reader of RIS finds one record with its title`() throws {
    let program = """
      import rispy, json, sys
      text = sys.stdin.buffer.read().decode()
      print(json.dumps([[e['type_of_reference'], e.get('title', ''), e['authors'], e['urls']] \
      for e in rispy.loads(text)]))
      """
    for title in Self.hostile {
      let authors = ["Jan Nowak", "Ministry of Defence, Warsaw"]
      let run = try Reader.run(
        ["python3", "-c", program], input: RIS.text(Self.citation(title, authors: authors)))
      let records = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[Any]]
      #expect(records?.count == 1, "\(title): \(run.errors)")
      #expect(records?.first?[0] as? String == "RPRT")
      let shown = VisibleText.line(title)
      #expect(
        records?.first?[1] as? String == shown.trimmingCharacters(in: .whitespaces), "\(title)")
      #expect(records?.first?[2] as? [String] == ["Nowak, Jan", "Ministry of Defence, Warsaw"])
    }
  }

  @Test(.enabled(if: Reader.hasModule("citeproc"), "there is no citeproc-py (PyPI: citeproc-py)"))
  func `a real processor of CSL-JSON cites every title`() throws {
    let program = """
      import json, sys, warnings
      warnings.simplefilter('ignore')
      from citeproc import CitationStylesStyle, CitationStylesBibliography, formatter, Citation, \
      CitationItem
      from citeproc.source.json import CiteProcJSON
      data = json.load(sys.stdin)
      style = CitationStylesStyle(sys.argv[1], validate=False)
      bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.plain)
      for item in data:
          bibliography.register(Citation([CitationItem(item['id'])]))
      for line in bibliography.bibliography():
          print(str(line))
      """
    let room = try Reader.room()
    defer { try? FileManager.default.removeItem(at: room) }
    let style = room.appending(path: "ours.csl")
    try Data(Reader.citationStyle.utf8).write(to: style)
    for title in Self.hostile where !title.isEmpty {
      let item = CSLItem(Self.citation(title, authors: ["Jan Nowak", "OSW Team"]))
      let run = try Reader.run(
        ["python3", "-c", program, style.path], input: try JSONText.encode([item]))
      #expect(run.status == 0, "\(title): \(run.errors)")
      #expect(run.output.contains("Nowak, J"), "\(title): \(run.output)")
      #expect(run.output.contains("OSW Team"), "\(title): \(run.output)")
    }
  }
}
