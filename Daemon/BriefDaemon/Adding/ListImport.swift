import BriefConfiguration
import BriefFetching
import BriefModel
import BriefParsing
import Foundation

/// `brief-syncd import --opml`: the feeds of another reader's list become sources.
package struct ListImport {
  /// One feed of the list, for people.
  package struct Line: Hashable, Sendable {
    package var text: String
    package var isLeftOut: Bool
  }

  /// Bytes of a list; one with a thousand feeds has a quarter of a megabyte.
  private static let largest = 4 << 20

  /// Why a list could not be read.
  package struct Trouble: Error, CustomStringConvertible {
    package var description: String
  }

  /// Adds what can be added to `edit`, and says of each feed what became of it. Nothing is fetched.
  package static func run(file: String, into edit: inout ConfigurationEdit) throws -> [Line] {
    let list: ParsedOPML
    do {
      list = try OPMLParser.parse(try bytes(of: file))
    } catch let trouble as FeedTrouble {
      throw Trouble(description: "\(file): \(sentence(trouble))")
    }
    guard !list.subscriptions.isEmpty else {
      throw Trouble(description: "\(file): the list names no feed (no outline has an xmlUrl).")
    }
    var lines: [Line] = []
    for feed in list.subscriptions {
      guard let url = webAddress(feed) else {
        let address = String(feed.address.prefix(200))
        lines.append(
          Line(text: "\(address)  left out: neither http nor https", isLeftOut: true))
        continue
      }
      let found = FoundSource(
        url: url, kind: .feed, title: feed.title, format: "from \(name(of: file))")
      do {
        try edit.add(ConfigurationEdit.Addition(found: found))
        var text = "\(ShownAddress.of(url))  \(edit.ids.last ?? "")"
        if let refusal = URLRule.refusal(of: url, allowsPrivate: false) {
          text += "  not polled as it is: \(FetchOutcome.refused(refusal).sentence)"
        }
        lines.append(Line(text: text, isLeftOut: false))
      } catch let refusal as ConfigurationEdit.Refusal {
        lines.append(
          Line(text: "\(ShownAddress.of(feed.address))  left out: \(refusal)", isLeftOut: true))
      } catch let faults as ConfigurationFaults {
        let reason = faults.faults.first?.message ?? "not accepted"
        lines.append(
          Line(text: "\(ShownAddress.of(feed.address))  left out: \(reason)", isLeftOut: true))
      }
    }
    if !list.isWhole {
      lines.append(Line(text: "\(file): the list is cut off; its end is missing", isLeftOut: true))
    }
    return lines
  }

  /// `feed://` and `feed:https://` are how browsers handed feeds to a reader.
  private static func webAddress(_ feed: ParsedOPML.Subscription) -> String? {
    if feed.isWeb { return feed.address }
    let address = feed.address
    guard address.lowercased().hasPrefix("feed:") else { return nil }
    let rest = String(address.dropFirst("feed:".count))
    let url = rest.hasPrefix("//") ? "http:" + rest : rest
    return WebAddress(url)?.isWeb == true ? url : nil
  }

  private static func bytes(of file: String) throws(Trouble) -> [UInt8] {
    let data: Data
    do {
      guard let handle = FileHandle(forReadingAtPath: file) else {
        throw CocoaError(.fileReadNoSuchFile)
      }
      // Nothing is read from an empty file, which is no fault of reading.
      data = try handle.read(upToCount: largest + 1) ?? Data()
    } catch {
      throw Trouble(description: "\(file) cannot be read; see ls -l \(file)")
    }
    guard !data.isEmpty else {
      throw Trouble(description: "\(file) is empty; export the list again from your feed reader.")
    }
    guard data.count <= largest else {
      throw Trouble(description: "\(file): larger than \(largest >> 20) MiB, which no list is.")
    }
    return [UInt8](data)
  }

  private static func name(of file: String) -> String { (file as NSString).lastPathComponent }

  private static func sentence(_ trouble: FeedTrouble) -> String {
    switch trouble {
    case .notAFeed(.html): "this is a web page, not an OPML list."
    case .notAFeed: "this is no OPML list; export one from your feed reader."
    case .limit(.entries): "more than \(OPMLParser.mostSubscriptions) feeds."
    default: trouble.sentence
    }
  }
}
