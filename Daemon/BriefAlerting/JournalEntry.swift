import BriefModel

/// One alert as fields of a log.
struct JournalEntry: Sendable {
  /// For people.
  var message: String
  /// Lower-case name and safe value, in the order in which they are shown.
  var fields: [(name: String, value: String)]

  init(_ alert: OutgoingAlert) {
    let document = AlertDocument(alert.body)
    var fields = [
      ("alert", alert.key), ("rule", alert.rule), ("channel", alert.channel.rawValue),
      ("type", alert.body.type),
    ]
    message = "alert \(alert.key)"
    if let change = document?.change {
      let publication = change.publication
      fields += [
        ("kind", change.kind), ("source", publication.source), ("publication", publication.id),
        ("revision", String(change.revision)),
      ]
      if let version = change.version { fields.append(("version", String(version))) }
      if let silent = change.silent { fields.append(("silent", String(silent))) }
      if let classes = change.classes, !classes.isEmpty {
        fields.append(("classes", classes.joined(separator: ",")))
      }
      if let topics = change.topics, !topics.isEmpty {
        fields.append(("topics", topics.joined(separator: ",")))
      }
      if let title = publication.title { fields.append(("title", title)) }
      if let link = publication.link { fields.append(("link", link)) }
      message = AlertWords.headline(change)
    } else if let document, document.type == "claim" {
      fields += [
        ("topic", document.topic ?? ""), ("event", document.event ?? ""),
        ("due", document.due ?? ""), ("source", document.last?.publication.source ?? ""),
        ("publication", document.last?.publication.id ?? ""),
      ]
      message = AlertWords.headline(document)
    } else if let document, let event = document.event {
      fields += [
        ("source", document.source ?? ""), ("event", event), ("since", document.since ?? ""),
        ("reason", document.reason ?? ""),
      ]
      message = AlertWords.headline(document)
    } else if let document {
      fields += [
        ("source", document.source ?? ""), ("reason", document.reason ?? ""),
        ("count", String(document.count ?? 0)),
      ]
      message = AlertWords.headline(document)
    }
    message = SafeText.line(message, limit: JournalLimits.message)
    self.fields = fields.map { ($0.0, SafeText.line($0.1, limit: JournalLimits.value)) }
  }

  /// `alert MESSAGE key=value key="value with spaces"`; one line.
  var line: String {
    let pairs = fields.map { "\($0.name)=\(Self.quoted($0.value))" }
    return "\(message) \(pairs.joined(separator: " "))"
  }

  /// In quotes when it could be read as more than one word; backslash and quote escaped (logfmt).
  private static func quoted(_ value: String) -> String {
    guard value.isEmpty || value.utf8.contains(where: { " \"\\=".utf8.contains($0) }) else {
      return value
    }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

enum JournalLimits {
  /// UTF-8 bytes of the sentence.
  static let message = 400
  /// UTF-8 bytes of one field's value. The whole line stays far below the journal's 48 KiB, where
  /// it begins a new one.
  static let value = 1_000
}
