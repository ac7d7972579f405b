package import BriefConfiguration
import BriefModel
import BriefParsing
import Foundation

/// Sources put at the end of a configuration file: whatever stands in it stays as it is.
package struct ConfigurationEdit: Sendable {
  /// A source to be added.
  package struct Addition: Hashable, Sendable {
    package var id: String?
    package var found: FoundSource
    package var allowsPrivateAddresses: Bool

    package init(id: String? = nil, found: FoundSource, allowsPrivateAddresses: Bool = false) {
      (self.id, self.found) = (id, found)
      self.allowsPrivateAddresses = allowsPrivateAddresses
    }
  }

  /// Why nothing is written.
  package struct Refusal: Error, Hashable, CustomStringConvertible {
    package var description: String
  }

  package let path: String
  /// What was in the file.
  package let before: String
  /// What is to be put at its end.
  package private(set) var added = ""
  /// The ids of the sources that are to be added, in their order.
  package private(set) var ids: [String] = []
  /// What the file names for the User-Agent.
  package private(set) var contact: String?
  private var known: [Source]
  private let topics: TopicNames

  /// Reads the file; one that does not exist is begun. Throws ``ConfigurationFaults`` when it is
  /// not sound as it stands.
  package init(path: String, topics: TopicNames) throws {
    self.path = path
    self.topics = topics
    if FileManager.default.fileExists(atPath: path) {
      before = try String(contentsOfFile: path, encoding: .utf8)
      let configuration = try ConfigurationFile.read(before, file: path, topics: topics)
      (known, contact) = (configuration.sources, configuration.contact)
    } else {
      (before, known) = ("", [])
    }
  }

  package mutating func add(_ addition: Addition) throws {
    let found = addition.found
    let link = canonicalLink(found.url)
    if let same = known.first(where: { canonicalLink($0.url) == link }) {
      throw Refusal(description: "\(found.url) is followed already, as \(same.id).")
    }
    let id = addition.id ?? SourceName.free(for: found, beside: known.map(\.id.rawValue))
    var lines = ["[[source]]", "# \(found.shownSummary)", "id = \(Self.quoted(id))"]
    lines.append("url = \(Self.quoted(found.url))")
    if found.kind != .feed { lines.append("kind = \"\(found.kind.rawValue)\"") }
    if found.kind == .listing || found.kind == .sitemap { lines.append("pages = true") }
    if found.kind == .feed, found.entries ?? 0 > 0, found.fullTexts == 0 {
      lines.append("# pages = true   # the feed has summaries; read the texts from their pages")
    }
    if addition.allowsPrivateAddresses { lines.append("allow_private = true") }
    let gap = (before + added).isEmpty ? "" : (before + added).hasSuffix("\n") ? "\n" : "\n\n"
    let text = gap + lines.joined(separator: "\n") + "\n"
    // What is written is what check-config accepts.
    known = try ConfigurationFile.read(before + added + text, file: path, topics: topics).sources
    added += text
    ids.append(id)
  }

  /// Writes beside the file, brings it to the disk, and takes the file's place: a crash leaves the
  /// old file or the new one.
  package func write() throws {
    try FileReplacement.replace(path, was: before, by: before + added)
  }

  /// A TOML basic string (TOML 1.0, "String").
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
