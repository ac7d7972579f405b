import BriefModel

/// Dates and their moves as a drawing: a row a deadline, a ring for each day that was given up, a
/// dot for the day that holds, dashes for today. Places are shares of the width, so that letters
/// keep their size on every screen. The list below the drawing says the same in words.
struct DeadlineTimeline {
  private let deadlines: [Deadline]
  private let today: CalendarDate
  private let label: (TopicID) -> String
  /// The span of the axis, days since 1970-01-01.
  private let first: Int
  private let last: Int

  /// Pixels.
  private static let row = 70
  private static let margin = 26

  init(_ deadlines: [Deadline], today: CalendarDate, label: @escaping (TopicID) -> String) {
    self.deadlines = deadlines
    self.today = today
    self.label = label
    let days =
      deadlines.flatMap { [$0.due.dayNumber] + $0.moves.map(\.from.dayNumber) }
      + [today.dayNumber]
    let (low, high) = (days.min() ?? 0, days.max() ?? 1)
    first = low - max(30, (high - low) / 20)
    last = high + max(30, (high - low) / 20)
  }

  var html: HTML {
    let height = Self.margin * 2 + deadlines.count * Self.row
    let bottom = height - Self.margin
    var drawing = HTML.element("title", [], text: "Dates and their moves, \(span)")
    drawing += axis(to: bottom)
    for (index, deadline) in deadlines.enumerated() {
      drawing += self.row(deadline, top: Self.margin + index * Self.row)
    }
    let picture = HTML.element(
      "svg",
      [
        .init("xmlns", "http://www.w3.org/2000/svg"), .init("role", "img"),
        .init("aria-label", "Dates and their moves, \(span); in words below"),
        .init("height", "\(height)"), .init("width", "100%"),
      ], drawing)
    let caption = HTML.element(
      "figcaption", [.init("class", "quiet")],
      text:
        "A ring is a day that was given up, a dot the day that holds; the dashed line is today, \(today)."
    )
    return .element("figure", [], picture, caption)
  }

  private var span: String {
    "\(CalendarDate(dayNumber: first).year) to \(CalendarDate(dayNumber: last).year)"
  }

  private func place(_ day: CalendarDate) -> String {
    let tenths = (day.dayNumber - first) * 1000 / max(1, last - first)
    return "\(tenths / 10).\(abs(tenths % 10))%"
  }

  /// A line for each year, or each second or fifth where they are many.
  private func axis(to bottom: Int) -> HTML {
    let years = CalendarDate(dayNumber: first).year...CalendarDate(dayNumber: last).year
    let step = [1, 2, 5, 10, 50].first { years.count / $0 <= 7 } ?? 100
    var lines = HTML.empty
    for year in years where year.isMultiple(of: step) {
      // A number at the very edge would be cut.
      let edge = (last - first) / 16
      guard let day = CalendarDate(year: year, month: 1, day: 1),
        (first + edge...max(first + edge, last - edge)).contains(day.dayNumber)
      else { continue }
      lines += line("axis", place(day), Self.margin - 6, place(day), bottom)
      lines += .element(
        "text",
        [
          .init("x", place(day)), .init("y", "\(Self.margin - 12)"), .init("class", "quiet"),
          .init("text-anchor", "middle"),
        ], text: "\(year)")
    }
    return lines + line("now", place(today), Self.margin - 6, place(today), bottom)
  }

  private func row(_ deadline: Deadline, top: Int) -> HTML {
    let line = top + 48
    var drawing = HTML.element(
      "text", [.init("x", "0"), .init("y", "\(top + 14)")], text: name(deadline.topic))
    drawing += .element(
      "text", [.init("x", "0"), .init("y", "\(top + 31)"), .init("class", "quiet")],
      text: words(deadline))
    for move in deadline.moves {
      drawing += self.line("path", place(move.from), line, place(move.to), line)
    }
    for move in deadline.moves { drawing += dot("past", move.from, line) }
    return drawing + dot("last", deadline.due, line)
  }

  /// As many letters as a narrow screen has room for; the list has the rest.
  private func name(_ topic: TopicID) -> String {
    let name = label(topic)
    return name.count > 42 ? name.prefix(41) + "…" : name
  }

  private func words(_ deadline: Deadline) -> String {
    let standing = deadline.standing.rawValue
    guard let first = deadline.moves.first else { return "\(deadline.due) (\(standing))" }
    let count = deadline.moves.count
    return "\(first.from) → \(deadline.due) (\(count > 1 ? "\(count) moves, " : "")\(standing))"
  }

  private func line(_ name: String, _ x1: String, _ y1: Int, _ x2: String, _ y2: Int) -> HTML {
    .shape(
      "line",
      [
        .init("class", name), .init("x1", x1), .init("y1", "\(y1)"), .init("x2", x2),
        .init("y2", "\(y2)"),
      ])
  }

  private func dot(_ name: String, _ day: CalendarDate, _ y: Int) -> HTML {
    .shape(
      "circle",
      [.init("class", name), .init("cx", place(day)), .init("cy", "\(y)"), .init("r", "6")])
  }
}
