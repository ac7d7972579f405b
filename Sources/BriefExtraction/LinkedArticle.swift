/// The object of a page's JSON-LD that describes its article (schema.org).
struct LinkedArticle: Sendable {
  private let object: JSONValue
  /// All objects of the page, asked for those that are only referred to.
  private let others: [JSONValue]

  /// `nil` when the page describes no article, or several and none of them is the page's own.
  init?(head: PageHead, canonical: String?) {
    let articles = head.objects.filter { $0.isArticle }
    let own = articles.first { article in
      canonical != nil && article.addresses.contains { $0 == canonical }
    }
    guard
      let object = own
        ?? articles.first(where: { $0["articleBody"] != nil || $0["headline"] != nil })
    else { return nil }
    (self.object, others) = (object, head.objects)
  }

  var headline: String? { (object["headline"] ?? object["name"])?.text?.plain }
  var description: String? { object["description"]?.text?.plain }
  /// With its lines.
  var body: String? { object["articleBody"]?.text }
  var published: String? { (object["datePublished"] ?? object["dateCreated"])?.text }
  var modified: String? { object["dateModified"]?.text }
  var language: String? {
    object["inLanguage"].flatMap { $0.text ?? $0["alternateName"]?.text ?? $0["name"]?.text }
  }
  var authors: [String] { names(object["author"] ?? object["creator"]) }
  var publisher: String? { names(object["publisher"]).first }
  /// Of what the article is said to be a part, that which is a series: many sites name themselves.
  var series: String? {
    object["isPartOf"]?.list.first { part in
      part.types.contains {
        $0.hasSuffix("Series") || $0.hasPrefix("Publication") || $0 == "Periodical"
      }
    }.flatMap { $0["name"]?.text?.plain }
  }
  var number: String? {
    object["issueNumber"]?.text
      ?? object["isPartOf"]?.list.lazy.compactMap { $0["issueNumber"]?.text }.first
  }
  /// schema.org `correction`: a text, an address or a `CorrectionComment`.
  var corrections: [String] {
    (object["correction"]?.list ?? []).compactMap { ($0["text"] ?? $0["name"] ?? $0).text?.plain }
  }

  private func names(_ value: JSONValue?) -> [String] {
    (value?.list ?? []).compactMap { item in
      if let text = item.text { return text.plain }
      if let name = item["name"]?.list.first?.text { return name.plain }
      guard let id = item["@id"]?.text else { return nil }
      return others.first { $0["@id"]?.text == id && $0["name"] != nil }?["name"]?.text?.plain
    }
  }
}

extension JSONValue {
  fileprivate var types: [String] {
    (self["@type"]?.list ?? []).compactMap(\.text)
  }

  fileprivate var isArticle: Bool {
    types.contains { type in
      ["Article", "Posting", "Report", "ScholarlyWork"].contains { type.hasSuffix($0) }
    }
  }

  /// Where the object says that it lives.
  fileprivate var addresses: [String] {
    [self["url"], self["@id"], self["mainEntityOfPage"], self["mainEntityOfPage"]?["@id"]]
      .compactMap { $0?.text }
  }
}

extension String {
  /// Without tags and references, which publishers leave in JSON-LD; white space collapsed.
  fileprivate var plain: String? {
    var text = self
    if utf8.contains(UInt8(ascii: "<")) || utf8.contains(UInt8(ascii: "&")) {
      let tree = HTMLTreeBuilder.tree(of: Array(utf8), limits: PageLimits())
      text = tree.text(of: 0)
    }
    text = text.collapsed
    return text.isEmpty ? nil : text
  }
}
