import BriefModel
import Foundation
import Testing

/// Citations and pages as a user asks for them.
struct PageTests {
  @Test func `a citation names the version that was asked for, under a key that stays`()
    async throws
  {
    let scene = try await Scene()
    let first = try scene.run("cite \(scene.gas)@v1 --style bibtex").output
    let second = try scene.run("cite \(scene.gas) --style bibtex").output
    #expect(first.hasPrefix("@techreport{pism-\(scene.gas.hexadecimal.prefix(10))-"))
    #expect(first != second)
    #expect(try scene.run("cite \(scene.gas)@1 --style bibtex").output == first)
    for style in ["bibtex", "ris", "csl-json", "chicago", "apa"] {
      let run = try scene.run("cite \(scene.gas)@2 --style \(style)")
      #expect(run.status == 0, "\(style)")
      #expect(run.output.contains("The gas market") && run.output.contains("83") == false)
    }
    #expect(try scene.run("cite \(scene.gas)@v9").status == 4)
    #expect(try scene.run("cite \(scene.gas)@first").status == 2)
    for name in ["show \(scene.gas)@v1", "show \(scene.gas)@1"] {
      #expect(try scene.run(name).output == scene.run("show \(scene.gas) -n 1").output)
    }
    #expect(
      try scene.run("diff \(scene.gas)@v1").output == scene.run("diff \(scene.gas) 1").output)
    #expect(
      try scene.run("diff \(scene.gas)@v1 2").output == scene.run("diff \(scene.gas) 1 2").output)
    #expect(try scene.run("diff \(scene.gas)@v2").output == scene.run("diff \(scene.gas)").output)
    #expect(try scene.run("diff \(scene.gas)@v1 1 2").status == 2)
    #expect(try scene.run("show \(scene.gas)@first").status == 2)
    #expect(try scene.run("cite \(scene.gas) --style mla").status == 2)
    #expect(try scene.run("cite 0000").status == 4)
  }

  @Test func `differences are a page that needs nothing else`() async throws {
    let scene = try await Scene()
    let page = try scene.run("diff \(scene.gas) --html").output
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<del>2023</del><ins>2024</ins>"))
    #expect(!page.contains("<script") && !page.contains("@import") && !page.contains(" src="))
    #expect(try scene.run("diff \(scene.gas) --html --json").status == 2)
  }

  @Test func `what is longer than the screen goes through the pager, and only that`() async throws {
    let scene = try await Scene()
    func shown(_ arguments: String, rows: Int, _ environment: [String: String] = [:]) throws
      -> String
    {
      try Run.script(
        "script -qec 'stty rows \(rows) cols 80; \"$B\" \(arguments)' /dev/null < /dev/null",
        [
          "BRIEF_SYNC_STORE": scene.folder, "TERM": "xterm", "PAGER": "sed s/^/PAGED:/",
        ].merging(environment) { $1 }
      ).output
    }
    #expect(try shown("show \(scene.gas)", rows: 5).contains("PAGED:"))
    #expect(try !shown("show \(scene.gas)", rows: 500).contains("PAGED:"))
    #expect(try !shown("show \(scene.gas) --no-pager", rows: 5).contains("PAGED:"))
    #expect(try !shown("show \(scene.gas) --json", rows: 5).contains("PAGED:"))
    #expect(try !shown("show \(scene.gas)", rows: 5, ["PAGER": "cat"]).contains("PAGED:"))
    let broken = try shown("show \(scene.gas)", rows: 5, ["PAGER": "/nonexistent/pager"])
    #expect(broken.contains("The gas market"))
    #expect(
      try !scene.run("show \(scene.gas)", ["PAGER": "sed s/^/PAGED:/"]).output.contains("PAGED:"))
  }
}

/// Evidence, feed, matrix, brief and dossier as a user asks for them.
struct ReportCommandTests {
  @Test func `evidence is checked by tools of every system, as its README says`() async throws {
    let scene = try await Scene()
    let folder = scene.folder + "/ev"
    #expect(try scene.run("evidence \(scene.gas)@v2 --output \(folder)").status == 0)
    let readme = try String(contentsOfFile: folder + "/README.txt", encoding: .utf8)
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("  $ ") }
      .map { String($0.dropFirst(4)) }
    #expect(commands.count == 5)
    let version = try scene.run("log \(scene.gas) --json").document["versions"] as? [[String: Any]]
    let content = try #require(version?.last?["id"] as? String)
    let chain = try scene.run("export").output.split(separator: "\n").compactMap { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["entry"]
        as? String
    }
    let expected = ["", content, "1", chain[1], chain[0]]
    for (command, answer) in zip(commands, expected) {
      let run = try Run.script("cd '\(folder)' && \(command)")
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(run.output.hasPrefix(answer), "\(command): \(run.output)")
    }
    // A changed letter is found.
    try Data("another text".utf8).write(to: URL(fileURLWithPath: folder + "/text.txt"))
    #expect(try Run.script("cd '\(folder)' && sha256sum -c SHA256SUMS").status == 1)
    #expect(readme.contains("The store does not keep its bytes"))
  }

  @Test func `evidence overwrites nothing, and the same version gives the same bytes`() async throws
  {
    let scene = try await Scene()
    let (one, two) = (scene.folder + "/one.zip", scene.folder + "/two.zip")
    #expect(try scene.run("evidence \(scene.gas)@1 --output \(one)").status == 0)
    #expect(try scene.run("evidence \(scene.gas)@1 --output \(two)").status == 0)
    #expect(FileManager.default.contentsEqual(atPath: one, andPath: two))
    let again = try scene.run("evidence \(scene.gas)@2 --output \(one)")
    #expect(again.status == 1 && again.errors.contains("is there already"))
    #expect(FileManager.default.contentsEqual(atPath: one, andPath: two))
    #expect(try scene.run("evidence \(scene.gas) --output \(scene.folder)").status == 1)
    #expect(try scene.run("evidence \(scene.gas) --output /nonexistent/x").status == 1)
    #expect(try scene.run("evidence \(scene.gas)@7 --output \(scene.folder)/x").status == 4)
    #expect(!FileManager.default.fileExists(atPath: scene.folder + "/x"))
    let names = try Run.script(
      "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))' \(one)"
    )
    #expect(names.output == "None 12\n")
  }

  @Test func `a brief tells edits, withdrawals, dates and trouble, and begins where it stopped`()
    async throws
  {
    let scene = try await Scene()
    let all = try scene.run("brief --since 2020-01-01").output
    for words in ["[-2023-]{+2024+}", "- withdrawn", "There is no such feed", "3 new publications"]
    {
      #expect(all.contains(words), "\(words)")
    }
    let file = scene.folder + "/place"
    try Data("brief-sync:00000000-0000-4000-8000-000000000001:1\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    let first = try scene.run("brief --since last --cursor \(file)")
    #expect(first.output.contains("0 new publications · 1 edit"))
    #expect(try scene.run("brief --since last --cursor \(file)").output.contains("0 edits"))
    #expect(
      try String(contentsOfFile: file, encoding: .utf8).hasSuffix(":3\n"))
    try Data("brief-sync:another:1\n".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try scene.run("brief --since last --cursor \(file)").status == 1)
    let home = ["HOME": scene.folder + "/home"]
    #expect(try scene.run("brief --since last", home).status == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: scene.folder + "/home/.local/state/brief-sync-reader/brief.cursor"))
    #expect(try scene.run("brief --since 2020-01-01").output == all)
    #expect(try scene.run("brief --since never").status == 2)
    #expect(try scene.run("brief --html --md").status == 2)
  }

  @Test func `a dossier tells all about a topic, and an unknown one names the nearest`()
    async throws
  {
    let scene = try await Scene()
    let dossier = try scene.run("dossier gas").output
    for words in ["2023-12-01", "Who said it first", "pism", "Author, A."] {
      #expect(dossier.contains(words), "\(words)")
    }
    let unknown = try scene.run("dossier single-gas-markt")
    #expect(unknown.status == 2 && unknown.errors.contains("single-gas-market"))
    #expect(try scene.run("dossier zapad-exercises").status == 4)
    #expect(try scene.run("matrix").output.contains("gas\tpism\t"))
    #expect(try scene.run("matrix --topic zapad-exercises").status == 4)
  }

  @Test func `what a publisher wrote is words on every page, and never more`() async throws {
    let scene = try await Scene()
    for arguments in [
      "brief --since 2020-01-01 --html", "dossier gas --html", "matrix --html",
      "diff \(scene.gas) --html", "brief --since 2020-01-01 --md", "dossier gas --md",
      "feed --atom",
    ] {
      let page = try scene.run(arguments).output
      #expect(!page.contains("<script") && !page.contains("\u{1b}"), "\(arguments)")
      #expect(!page.contains("\u{202e}") && !page.contains("javascript:"), "\(arguments)")
      if arguments.hasSuffix("--html") {
        #expect(!page.contains(" src=") && !page.contains("url("), "\(arguments)")
      }
    }
    #expect(try scene.run("feed --json").status == 2)
  }
}
