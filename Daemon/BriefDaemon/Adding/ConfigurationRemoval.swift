package import BriefConfiguration
package import BriefModel
import Foundation

/// A source taken out of a configuration file; what the store holds of it stays.
package struct ConfigurationRemoval: Sendable {
  package let path: String
  private let before: String
  private let after: String

  /// Throws ``UnknownSource``, ``SourceRemoval/Refusal`` or ``ConfigurationFaults``; the last names what
  /// else in the file needs the source, or what is wrong with it as it stands.
  package init(path: String, source id: SourceID, topics: TopicNames) throws {
    self.path = path
    let configuration = try ConfigurationFile.read(path: path, topics: topics)
    guard let place = configuration.sources.firstIndex(where: { $0.id == id }) else {
      throw UnknownSource(id: id, known: configuration.sources.map(\.id))
    }
    before = try String(contentsOfFile: path, encoding: .utf8)
    after = try SourceRemoval.text(before, without: id, at: place)
    var expected = configuration
    expected.sources.remove(at: place)
    expected.readings[id] = nil
    expected.keys[id] = nil
    let left: DaemonConfiguration
    do {
      left = try ConfigurationFile.read(after, file: path, topics: topics)
    } catch {
      let reason = error.faults.first?.message ?? "\(error)"
      throw SourceRemoval.Refusal(
        description: "\(path) is left as it is: without \(id) it would not be sound. \(reason)")
    }
    guard left.isEqual(to: expected) else {
      throw SourceRemoval.Refusal(
        description:
          "\(path) is left as it is: \(id) cannot be told from its neighbours; take it out by hand."
      )
    }
  }

  package func write() throws { try FileReplacement.replace(path, was: before, by: after) }
}

extension DaemonConfiguration {
  /// But for warnings, which name lines.
  fileprivate func isEqual(to other: DaemonConfiguration) -> Bool {
    var (one, two) = (self, other)
    (one.warnings, two.warnings) = ([], [])
    return one == two
  }
}
