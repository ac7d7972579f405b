import BriefModel
import BriefTopics
import Foundation
import TOMLKit

/// Reads the configuration: TOML by a library, meaning by us.
package enum ConfigurationFile {
  /// Throws ``ConfigurationFaults`` that names file, line, key and what is allowed.
  package static func read(path: String, topics: TopicNames) throws(ConfigurationFaults)
    -> DaemonConfiguration
  {
    let text: String
    do throws(Unreadable) {
      text = try self.text(of: path)
    } catch {
      throw ConfigurationFaults(faults: [
        ConfigurationFault(
          file: path, line: nil, key: "", message: "\(error.reason); name one with --config FILE")
      ])
    }
    return try read(text, file: path, topics: topics)
  }

  private struct Unreadable: Error { var reason: String }

  /// The text of a file, or of a pipe or device, which has no size to ask for first.
  private static func text(of path: String) throws(Unreadable) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Unreadable(
        reason: errno == ENOENT
          ? "there is no such file" : "cannot be read (\(String(cString: strerror(errno))))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard let bytes = try? file.readToEnd() ?? Data() else {
      throw Unreadable(reason: "cannot be read, it is no file")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw Unreadable(reason: "is no UTF-8")
    }
    return text
  }

  package static func read(
    _ text: String, file: String, topics: TopicNames
  ) throws(ConfigurationFaults) -> DaemonConfiguration {
    let (document, plain): (TOMLTable, PlainSections?)
    if let line = Self.lineOfNUL(text) {
      throw ConfigurationFaults(faults: [
        ConfigurationFault(
          file: file, line: line, key: "",
          message: "a NUL byte, as a power cut may leave in a file: put back a copy of it")
      ])
    }
    do {
      (document, plain) = try parse(text)
    } catch {
      let parse = error as? TOMLParseError
      throw ConfigurationFaults(faults: [
        ConfigurationFault(
          file: file, line: parse?.source.begin.line, key: "",
          message: parse.map { "no TOML here: \($0.description)" } ?? "no TOML: \(error)")
      ])
    }
    let faults = FaultCollector(file: file, text: text)
    var configuration = read(document, plain, file: file, topics: topics, faults: faults)
    guard faults.faults.isEmpty else { throw ConfigurationFaults(faults: faults.sorted) }
    configuration.warnings = faults.warnings
    return configuration
  }

  /// The library takes a NUL, which TOML forbids, for the end of the document.
  private static func lineOfNUL(_ text: String) -> Int? {
    guard let place = text.utf8.firstIndex(of: 0) else { return nil }
    return text.utf8[..<place].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The plain sections by ourselves and the rest by the library, or all by the library: what it
  /// says of a fault counts the lines of the whole.
  private static func parse(_ text: String) throws -> (TOMLTable, PlainSections?) {
    if let plain = PlainSections(text), let rest = try? TOMLTable(string: plain.rest),
      plain.leaves(rest["source"].map { $0.array?.count ?? -1 } ?? 0)
    {
      return (rest, plain)
    }
    return (try TOMLTable(string: text), nil)
  }

  private static func read(
    _ document: TOMLTable, _ plain: PlainSections?, file: String, topics: TopicNames,
    faults: FaultCollector
  ) -> DaemonConfiguration {
    var reader = TableReader(.library(document), name: TableName(""), faults: faults)
    var configuration = DaemonConfiguration()
    configuration.store = reader.string("store")
    configuration.contact = reader.string("contact")
    let topics = topics.union(
      userTopics(&configuration, named: reader.string("topics"), file: file, faults: faults))
    if let polls = reader.integer("missing_polls", in: 1...100) {
      configuration.withdrawal = WithdrawalPolicy(missingPolls: polls)
    }
    configuration.polling = PollingSection().read(&reader)
    var known: Set<String> = []
    for (table, name) in sources(&reader, plain) {
      var section = SourceSection(TableReader(table, name: name, faults: faults))
      if let source = section.read(known: known) {
        known.insert(source.id.rawValue)
        configuration.sources.append(source)
        if section.reading != SourceReading() {
          configuration.readings[source.id] = section.reading
        }
        configuration.keys[source.id] = section.key
      }
    }
    for (table, name) in reader.tables("channel") {
      var section = ChannelSection(TableReader(table, name: name, faults: faults))
      if let channel = section.read(known: configuration.channels) {
        configuration.channels.append(channel)
      }
    }
    for (table, name) in reader.tables("rule") {
      var section = RuleSection(TableReader(table, name: name, faults: faults))
      if let rule = section.read(configuration: configuration, topics: topics) {
        configuration.rules.append(rule)
      }
    }
    reader.finish()
    return configuration
  }

  /// The sections of sources, in the order of the document.
  private static func sources(
    _ reader: inout TableReader, _ plain: PlainSections?
  ) -> [(table: ConfigurationTable, name: TableName)] {
    let read = reader.tables("source")
    guard let plain else { return read }
    var others = read.makeIterator()
    return plain.sources.enumerated().compactMap { place, table in
      (table.map { .plain($0) } ?? others.next()?.table).map {
        ($0, TableName("source", place + 1))
      }
    }
  }

  /// The topics of the folder that `topics` names, or of `topics.d` beside the configuration. A
  /// file that is refused has none; the rest goes on.
  private static func userTopics(
    _ configuration: inout DaemonConfiguration, named name: String?, file: String,
    faults: FaultCollector
  ) -> TopicNames {
    let base = (file as NSString).deletingLastPathComponent
    let relative = name ?? TopicFolder.usualName
    let path =
      relative.hasPrefix("/") ? relative : (base as NSString).appendingPathComponent(relative)
    guard let folder = TopicFolder.existing(path) else {
      if name != nil {
        faults.note(key: "topics", "there is no folder “\(path)”; make it, or leave the key out")
      }
      return []
    }
    configuration.topicFolder = folder.path
    do {
      return TopicNames(try folder.load().catalogue.topics.map { ($0.id, $0.parent) })
    } catch {
      faults.note(key: "topics", error.description)
      return []
    }
  }
}
