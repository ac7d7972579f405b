/// One thing that is wrong with a configuration file.
package struct ConfigurationFault: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// From 1; `nil` when no line can be named.
  package var line: Int?
  /// `source[2].url`, counted from 1; empty for the whole file.
  package var key: String
  /// What is wrong and what is allowed.
  package var message: String

  package init(file: String, line: Int?, key: String, message: String) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  /// `FILE:LINE: KEY: MESSAGE`.
  package var description: String {
    [line.map { "\(file):\($0)" } ?? file, key.isEmpty ? nil : key, message]
      .compactMap(\.self).joined(separator: ": ")
  }
}

/// All that is wrong with a configuration file, in the order of its lines.
package struct ConfigurationFaults: Error, Hashable, CustomStringConvertible {
  package var faults: [ConfigurationFault]

  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
