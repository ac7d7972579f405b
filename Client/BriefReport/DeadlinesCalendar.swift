package import BriefModel

/// `deadlines --ics`: a calendar with an all-day event for each day that is due (RFC 5545).
package enum DeadlinesCalendar {
  /// - Parameter store: makes the events' names unlike those of other stores.
  package static func text(
    _ deadlines: [Deadline], store: StoreID, label: (TopicID) -> String
  ) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//brief-sync//deadlines 1//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Belarus-Russia integration: deadlines",
    ]
    for deadline in deadlines { lines += event(deadline, store: store, label: label) }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func event(
    _ deadline: Deadline, store: StoreID, label: (TopicID) -> String
  ) -> [String] {
    let next = CalendarDate(dayNumber: deadline.due.dayNumber + 1)
    var about = ["\(deadline.kind.rawValue), \(deadline.standing.rawValue)"]
    about += deadline.moves.map {
      "\(DeadlinesText.verb($0.way)) \($0.by.said): \($0.from) to \($0.to)"
    }
    about += deadline.remarks.map { "\(DeadlinesText.words($0)) \($0.by.said)" }
    about.append("first stated \(deadline.first.said) by \(deadline.first.publication.source)")
    if deadline.isDropped { about.append(DeadlinesText.dropped(deadline)) }
    about.append(deadline.shown.passage)
    // The name of the event is that of the undertaking, which stays when the day moves: the topic and the
    // statement that was the first.
    let uid = [
      deadline.topic.rawValue, deadline.kind.rawValue, deadline.first.publication.id.hexadecimal,
      "\((deadline.moves.first?.from ?? deadline.due))",
    ].joined(separator: ".")
    var lines = [
      "BEGIN:VEVENT", "UID:\(uid)@\(store.rawValue)",
      // The day on which it was last spoken of: the same question gets the same answer.
      "DTSTAMP:\(compact(deadline.last.said))T000000Z", "SEQUENCE:\(deadline.moves.count)",
      "DTSTART;VALUE=DATE:\(compact(deadline.due))", "DTEND;VALUE=DATE:\(compact(next))",
      "SUMMARY:\(escaped("\(label(deadline.topic)): \(deadline.kind.rawValue)"))",
      "DESCRIPTION:\(escaped(about.joined(separator: "\n")))",
      "CATEGORIES:\(escaped(deadline.topic.rawValue))", "TRANSP:TRANSPARENT",
      "STATUS:\(status(deadline))",
    ]
    if let link = deadline.shown.publication.link, link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    {
      lines.append("URL:\(link)")
    }
    return lines + ["END:VEVENT"]
  }

  private static func status(_ deadline: Deadline) -> String {
    if deadline.standing == .missed { return "CANCELLED" }
    if deadline.standing == .shelved {
      return deadline.remarks.last?.kind == .cancelled ? "CANCELLED" : "TENTATIVE"
    }
    return deadline.isDropped ? "TENTATIVE" : "CONFIRMED"
  }

  private static func compact(_ day: CalendarDate) -> String {
    day.description.replacing("-", with: "")
  }

  /// RFC 5545, 3.3.11.
  static func escaped(_ text: String) -> String {
    VisibleText.lines(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;")
      .replacing(",", with: "\\,").replacing("\n", with: "\\n")
  }

  /// At most 75 octets a line, a character never cut (RFC 5545, 3.1).
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for character in line.unicodeScalars {
      let width = UTF8.width(character)
      if octets + width > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(character)
      octets += width
    }
    return folded
  }
}
