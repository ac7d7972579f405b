package import BriefModel
import Foundation

/// One structured line on stderr; under systemd a native entry with its fields and a MESSAGE_ID.
package struct JournalChannel: Channel {
  package let id: ChannelID
  private let write: @Sendable (JournalEntry) -> Bool

  package init(id: ChannelID, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.id = id
    // Set by systemd when stderr leads to the journal (systemd.exec(5)).
    let isUnderSystemd = environment["JOURNAL_STREAM"] != nil
    let native = isUnderSystemd ? JournalSocket() : nil
    write = { entry in
      native?.send(entry) == true || Self.print(entry, withPriority: isUnderSystemd)
    }
  }

  /// Writes lines to `sink` instead, with systemd's priority prefix when asked for.
  package init(id: ChannelID, withPriority: Bool, sink: @escaping @Sendable (String) -> Bool) {
    self.id = id
    write = { sink(Self.text($0, withPriority: withPriority)) }
  }

  package func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    write(JournalEntry(alert)) ? .delivered() : .retry(answer: "the line could not be written")
  }

  /// `<5>` is "notice" (sd-daemon(3)).
  private static func text(_ entry: JournalEntry, withPriority: Bool) -> String {
    (withPriority ? "<5>" : "") + entry.line + "\n"
  }

  /// One write, so that lines of several tasks do not mix.
  private static func print(_ entry: JournalEntry, withPriority: Bool) -> Bool {
    StandardStream.errors.write(text(entry, withPriority: withPriority)) == nil
  }
}
