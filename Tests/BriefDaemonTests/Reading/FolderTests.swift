import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// A folder of documents as a source.
struct FolderTests {
  let folder: URL
  let scene: ReadingScene

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "brief-folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    scene = try ReadingScene(.folder, url: folder.path)
  }

  func write(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  static let text = """
    # Gas and the union state

    Minsk and Moscow have signed the programme on a single gas market, which is to begin in 2023.
    """

  @Test func `documents that come, change and go are publications, versions and withdrawals`()
    async throws
  {
    try write(Self.text, "gas.md")
    try write("Oil\n\nThe pipeline carries less oil than in the year before.", "2021/oil.txt")
    try write("<h1>Tax</h1><p>The tax code is to be one for both countries by 2022.", "tax.html")
    try write("not a document", "notes.docx")
    try write("hidden", ".draft.txt")
    #expect(try await scene.poll() == "added 3")
    #expect(try await scene.poll() == "unchanged")
    try write(Self.text.replacingOccurrences(of: "2023", with: "2024"), "gas.md")
    #expect(try await scene.poll() == "revised 1")
    try FileManager.default.removeItem(at: folder.appending(path: "2021/oil.txt"))
    #expect(try await scene.poll() == "withdrawn 1")
    try write("Oil\n\nThe pipeline carries less oil than in the year before.", "2021/oil.txt")
    #expect(try await scene.poll() == "restored 1")
    try FileManager.default.removeItem(at: folder)
  }

  @Test(arguments: [Self.text, "Oil\n\n5 May 2024\n\nThe pipeline carries less oil than before."])
  func `a file under another name is the same publication, dated or not`(text: String)
    async throws
  {
    try write("Tax\n\nThe tax code is to be one for both countries by 2022.", "tax.txt")
    try write(text, "one.txt")
    #expect(try await scene.poll() == "added 2")
    try FileManager.default.removeItem(at: folder.appending(path: "one.txt"))
    try write(text, "other.txt")
    #expect(try await scene.poll() == "unchanged")
    try write(text, "copy.txt")
    #expect(try await scene.poll() == "added 1")
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a file that cannot be read is named, and nothing is withdrawn meanwhile`()
    async throws
  {
    try write(Self.text, "gas.md")
    try write("Oil\n\nThe pipeline carries less oil than in the year before.", "oil.txt")
    #expect(try await scene.poll() == "added 2")
    try FileManager.default.removeItem(at: folder.appending(path: "oil.txt"))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "lost.txt"), withDestinationURL: URL(filePath: "/nowhere/at/all"))
    #expect(
      try await scene.poll()
        == "unchanged. 1 file not read: lost.txt: leads nowhere, or may not be looked at. Nothing is taken for withdrawn meanwhile."
    )
    #expect(try await scene.oddities() == [.unreadableFiles])
    try FileManager.default.removeItem(at: folder.appending(path: "lost.txt"))
    #expect(try await scene.poll() == "withdrawn 1")
    #expect(try await scene.oddities() == [])
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a folder that is again as it was before a file could not be read is read again`()
    async throws
  {
    try write(Self.text, "gas.md")
    #expect(try await scene.poll() == "added 1")
    let lost = folder.appending(path: "lost.txt")
    try FileManager.default.createSymbolicLink(
      at: lost, withDestinationURL: URL(filePath: "/nowhere/at/all"))
    try write(Self.text.replacingOccurrences(of: "2023", with: "2024"), "gas.md")
    #expect(try await scene.poll().hasPrefix("revised 1. 1 file not read"))
    try FileManager.default.removeItem(at: lost)
    try write(Self.text, "gas.md")
    #expect(try await scene.poll() == "revised 1")
    #expect(try await scene.poll() == "unchanged")
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `a link out of the folder is not followed`() async throws {
    let outside = folder.deletingLastPathComponent().appending(path: "\(UUID().uuidString).txt")
    try "Secret\n\nThis text lies outside of the folder and is nobody's brief.".write(
      to: outside, atomically: true, encoding: .utf8)
    try write(Self.text, "gas.md")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "out.txt"), withDestinationURL: outside)
    #expect(try await scene.poll().hasPrefix("added 1. 1 file not read: out.txt: leads out of"))
    try FileManager.default.removeItem(at: outside)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `an empty folder withdraws nothing, and one that is not there is trouble`()
    async throws
  {
    try write(Self.text, "gas.md")
    #expect(try await scene.poll() == "added 1")
    try FileManager.default.removeItem(at: folder.appending(path: "gas.md"))
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [.emptied])
    try FileManager.default.removeItem(at: folder)
    #expect(try await scene.poll() == "folder-missing")
  }
}
