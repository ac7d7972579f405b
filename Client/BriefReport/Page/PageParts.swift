import BriefModel

/// What several pages have.
enum PageParts {
  /// Names and values.
  static func facts(_ rows: [(name: String, value: HTML)]) -> HTML {
    .element(
      "dl", [.init("class", "facts")],
      .joined(
        rows.map { row in
          .element("dt", [], text: row.name) + .element("dd", [], row.value)
        }))
  }

  /// `2021-11-08 14:05 UTC`.
  static func minute(_ time: Timestamp) -> HTML {
    .time(time.rfc3339, "\(Ages.minute(time)) UTC")
  }

  static func day(_ day: CalendarDate) -> HTML { .time(day.description, day.description) }

  /// Which store answered, and where it stood.
  static func origin(_ cursor: Cursor) -> HTML {
    .element(
      "p", [],
      text:
        "Made by brief-sync from store \(cursor.store.rawValue) at revision \(cursor.revision.number). "
        + "Times are UTC.")
  }

  static func paragraph(_ text: String, class name: String? = nil) -> HTML {
    .element("p", name.map { [.init("class", $0)] } ?? [], text: text)
  }
}
