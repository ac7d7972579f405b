/// What differs between two versions of a publication.
public enum ContentDiff {
  /// The differences, field by field: title, text, authors, published, number, enclosures, link.
  ///
  /// - Parameters:
  ///   - oldLink: the link of the older version; links are no content, but a reader is told.
  public static func differences(
    from old: Content, to new: Content, oldLink: String? = nil, newLink: String? = nil
  ) -> [Difference] {
    let bodies = [old.body?.text, new.body?.text].compactMap(\.self)
    var differences = textDifferences(
      from: old.title, to: new.title, field: .title, beside: bodies
    ).map(titleDifference)
    differences += textDifferences(from: old.body?.text, to: new.body?.text, field: .text)
    differences += listDifference(
      from: old.authors, to: new.authors, field: .authors, form: ContentNormalisation.comparable)
    differences += valueDifference(
      from: old.published?.rfc3339, to: new.published?.rfc3339, field: .published)
    differences += numberDifference(from: old.number, to: new.number)
    differences += enclosureDifference(from: old.enclosures, to: new.enclosures)
    if let oldLink, let newLink, oldLink != newLink,
      ContentNormalisation.comparableLink(oldLink) != ContentNormalisation.comparableLink(newLink)
    {
      differences += valueDifference(from: oldLink, to: newLink, field: .link)
    }
    return differences
  }

  /// Whatever is not the date, number, name or negation of a title is metadata.
  private static func titleDifference(_ difference: Difference) -> Difference {
    var difference = difference
    switch difference.class {
    case .date, .number, .name, .negation: break
    case .addition, .removal, .rewording, .metadata: difference.class = .metadata
    }
    return difference
  }

  /// The number in the series, whole: "83/2021" is no date.
  private static func numberDifference(from old: String?, to new: String?) -> [Difference] {
    let form = ContentNormalisation.comparable
    guard old.map(form) != new.map(form) else { return [] }
    return [Difference(class: .number, field: .number, before: old, after: new, offset: 0)]
  }

  /// Enclosures differ in their addresses without tracking parameters, their type or their length.
  private static func enclosureDifference(
    from old: [Enclosure], to new: [Enclosure]
  ) -> [Difference] {
    let link = { ContentNormalisation.comparableLink($0) }
    let haveSameLinks = old.map { link($0.url) } == new.map { link($0.url) }
    func shown(_ enclosure: Enclosure) -> String {
      guard haveSameLinks else { return enclosure.url }
      let url = link(enclosure.url)
      let length = enclosure.length.map { "\($0) bytes" }
      return [url, enclosure.type, length].compactMap(\.self).joined(separator: " ")
    }
    return listDifference(
      from: old.map(shown), to: new.map(shown), field: .enclosures,
      form: haveSameLinks ? { $0 } : link)
  }

  /// A field that one version lacks is `metadata` even where the other has it empty: absent is not
  /// empty.
  private static func textDifferences(
    from old: String?, to new: String?, field: Difference.Field, beside others: [String] = []
  ) -> [Difference] {
    if old == new { return [] }
    let differences = TextComparison(old: old ?? "", new: new ?? "").differences(
      field: field, beside: others)
    guard differences.isEmpty, (old == nil) != (new == nil) else { return differences }
    return [Difference(class: .metadata, field: field, before: old, after: new, offset: 0)]
  }

  private static func valueDifference(
    from old: String?, to new: String?, field: Difference.Field
  ) -> [Difference] {
    guard old != new else { return [] }
    return [Difference(class: .metadata, field: field, before: old, after: new, offset: 0)]
  }

  /// One difference for the whole list, naming what only one version has; both lists whole where
  /// only their order differs.
  private static func listDifference(
    from old: [String], to new: [String], field: Difference.Field, form: (String) -> String
  ) -> [Difference] {
    if old == new { return [] }
    let (oldForms, newForms) = (old.map(form), new.map(form))
    guard oldForms != newForms else { return [] }
    let (before, after) = (Set(oldForms), Set(newForms))
    let removed = zip(old, oldForms).filter { !after.contains($0.1) }.map(\.0)
    let added = zip(new, newForms).filter { !before.contains($0.1) }.map(\.0)
    guard removed.isEmpty && added.isEmpty else {
      return [listed(removed, added, field: field)]
    }
    return [listed(old, new, field: field)]
  }

  private static func listed(
    _ removed: [String], _ added: [String], field: Difference.Field
  ) -> Difference {
    Difference(
      class: .metadata, field: field,
      before: removed.isEmpty ? nil : removed.joined(separator: ", "),
      after: added.isEmpty ? nil : added.joined(separator: ", "), offset: 0)
  }
}
