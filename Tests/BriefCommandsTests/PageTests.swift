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
