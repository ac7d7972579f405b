import ArgumentParser
import BriefReport
import Glibc

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Tell which store is meant, and what the screen can do.",
    discussion: "The daemon's own configuration: brief-syncd check-config --config FILE.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let context = CommandContext(shared)
    let folder = StorePlace.folder(shared.store, environment: context.environment)
    let origin =
      shared.store != nil
      ? "--store"
      : (context.environment["BRIEF_SYNC_STORE"] ?? "").isEmpty
        ? "usual places" : "BRIEF_SYNC_STORE"
    let document = ConfigDocument(
      store: folder, origin: origin, isThere: access(folder + "/store.sqlite", F_OK) == 0,
      usualPlaces: StorePlace.usual(context.environment),
      columns: context.terminal.isTerminal ? context.terminal.columns : nil,
      hasColour: context.style.hasColour, isUnicode: context.terminal.isUnicode)
    if shared.isForPrograms {
      try context.print("config", store: nil, document, rows: [document])
    } else {
      try context.print(document.lines(style: context.style))
    }
  }
}
