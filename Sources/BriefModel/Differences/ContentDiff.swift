/// What differs between two versions of a publication.
public enum ContentDiff {
  /// The differences, field by field: title, text, authors, published, number, enclosures, link.
  ///
  /// - Parameters:
  ///   - oldLink: the link of the older version; links are no content, but a reader is told.
  public static func differences(
    from old: Content, to new: Content, oldLink: String? = nil, newLink: String? = nil
  ) -> [Difference] {
    var differences = textDifferences(from: old.title, to: new.title, field: .title).map {
      difference in
      var difference = difference
      switch difference.class {
      case .date, .number, .name, .negation: break
      case .addition, .removal, .rewording, .metadata: difference.class = .metadata
      }
      return difference
    }
    differences += textDifferences(from: old.body?.text, to: new.body?.text, field: .text)
    differences += listDifference(
      from: old.authors, to: new.authors, field: .authors, form: ContentNormalisation.comparable)
    differences += valueDifference(
      from: old.published?.rfc3339, to: new.published?.rfc3339, field: .published)
    differences += textDifferences(from: old.number, to: new.number, field: .number)
    differences += listDifference(
      from: old.enclosures.map(\.url), to: new.enclosures.map(\.url), field: .enclosures,
      form: ContentNormalisation.comparableLink)
    if let oldLink, let newLink,
      ContentNormalisation.comparableLink(oldLink) != ContentNormalisation.comparableLink(newLink)
    {
      differences += valueDifference(from: oldLink, to: newLink, field: .link)
    }
    return differences
  }

  /// A field that one version lacks is `metadata` even where the other has it empty: absent is not
  /// empty.
  private static func textDifferences(
    from old: String?, to new: String?, field: Difference.Field
  ) -> [Difference] {
    let differences = TextDiff.differences(from: old ?? "", to: new ?? "", field: field)
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
