import BriefModel

/// The words of alerts, for people.
enum AlertWords {
  /// `PISM: revised (date), silently: Title, Spotlight 83/2021`.
  static func headline(_ change: ChangeDocument) -> String {
    var words = change.kind
    if let classes = change.classes, !classes.isEmpty, change.kind == "revised" {
      words += " (\(classes.joined(separator: ", ")))"
    }
    if change.silent == true { words += " silently" }
    let publication = change.publication
    let number = [publication.series, publication.number].compactMap(\.self).joined(separator: " ")
    let title = publication.title ?? publication.link ?? publication.id
    return "\(publication.source) \(words): \(title)" + (number.isEmpty ? "" : ", \(number)")
  }

  static func headline(_ document: AlertDocument) -> String {
    let count = document.count ?? 0
    if document.type == "claim", let event = document.event {
      let said =
        switch event {
        case "silent": "nobody speaks of it any more"
        case "moved": "it was due \(document.from ?? "earlier")"
        default: "the day has passed"
        }
      return "\(document.topic ?? "a date"), due \(document.due ?? "at some time"): \(said)"
    }
    if let event = document.event {
      return "\(document.source ?? "a source") \(event)" + (document.reason.map { ": \($0)" } ?? "")
    }
    if let channel = document.channel {
      return "alerts for \(channel) could not be delivered and are parked: \(count)"
    }
    let source = document.source ?? "a source"
    return switch document.reason {
    case "first-poll": "\(source): first poll, \(counted(count, "publication"))"
    case "digest": "digest of \(counted(count, "alert"))"
    case "flood": "\(source): \(counted(count, "publication")) changed at once"
    case "back-fill": "\(source): \(counted(count, "publication")) read later from older documents"
    default: "\(source): \(counted(count, "change"))"
    }
  }
}
