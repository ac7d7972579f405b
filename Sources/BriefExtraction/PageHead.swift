import BriefParsing

/// What a page says of itself to programs: `meta` and `link` elements, JSON-LD, its title.
struct PageHead: Sendable {
  /// Contents of `meta` elements by name, property or itemprop in lower case, in document order.
  private(set) var metas: [String: [String]] = [:]
  /// Targets of `link` elements by relation, as printed.
  private(set) var links: [String: [String]] = [:]
  /// The content of the `title` element.
  private(set) var title: String?
  /// `lang` of the `html` element.
  private(set) var language: String?
  /// All objects of all JSON-LD blocks, outer ones first.
  private(set) var objects: [JSONValue] = []
  /// Against which relative links count: the `base` element's, else the page's own address, else
  /// where it wants to be found, else ``UnknownAddress``.
  private(set) var base: WebAddress?

  init(tree: HTMLTree, address: String?, limits: PageLimits) {
    base = address.flatMap { WebAddress($0) }
    var isBaseSet = false
    for node in tree.nodes.indices {
      switch tree.tag(node) {
      case .meta: readMeta(node, of: tree, limits: limits)
      case .link: readLink(node, of: tree, limits: limits)
      case .title where title == nil && tree.isInHead(node):
        title = tree.rawText(of: node).collapsed
      case .html:
        language = tree.attribute("lang", of: node) ?? tree.attribute("xml:lang", of: node)
      case .base where !isBaseSet:
        guard let href = tree.attribute("href", of: node) else { continue }
        isBaseSet = true
        base = WebAddress.resolve(href, base: base).flatMap { WebAddress($0) } ?? base
      case .script where tree.attribute("type", of: node)?.lowercased().contains("ld+json") == true:
        readObjects(tree.rawText(of: node), limits: limits)
      default: break
      }
    }
    base = base ?? stated ?? UnknownAddress.base
  }

  /// Where the page says that it is to be found, if that is a whole address.
  private var stated: WebAddress? {
    [links["canonical"]?.first, meta("og:url")].lazy.compactMap { $0 }
      .compactMap { WebAddress.resolve($0, base: nil).flatMap { WebAddress($0) } }.first
  }

  /// The first content that is not empty, of the first name that has one.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0]?.first }.first
  }

  private mutating func readMeta(_ node: Int, of tree: HTMLTree, limits: PageLimits) {
    guard let content = tree.attribute("content", of: node)?.collapsed, !content.isEmpty,
      content.utf8.count <= limits.field
    else { return }
    for kind in ["name", "property", "itemprop", "http-equiv"] {
      guard let name = tree.attribute(kind, of: node)?.lowercased() else { continue }
      metas[name, default: []].append(content)
    }
  }

  private mutating func readLink(_ node: Int, of tree: HTMLTree, limits: PageLimits) {
    guard let href = tree.attribute("href", of: node), href.utf8.count <= limits.field,
      let relations = tree.attribute("rel", of: node)
    else { return }
    for relation in relations.lowercased().words {
      links[String(relation), default: []].append(href)
    }
  }

  private mutating func readObjects(_ text: String, limits: PageLimits) {
    guard text.utf8.count <= limits.json else { return }
    var bare = text.trimmed
    for wrapper in ["<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"]
    where bare.hasPrefix(wrapper) {
      bare = bare.dropFirst(wrapper.count).trimmed
    }
    guard let value = JSONReading.value(of: String(bare), depth: limits.jsonDepth) else { return }
    var waiting = [value]
    while let next = waiting.popLast(), objects.count < limits.links {
      switch next {
      case .array(let values): waiting.append(contentsOf: values.reversed())
      case .object(let members):
        objects.append(next)
        for (_, member) in members.sorted(by: { $0.key > $1.key }) {
          switch member {
          case .array, .object: waiting.append(member)
          default: break
          }
        }
      default: break
      }
    }
  }
}

extension HTMLTree {
  /// Not inside a picture or another part of the body.
  fileprivate func isInHead(_ node: Int) -> Bool {
    !ancestors(of: node).contains { tag($0) == .svg || tag($0) == .body }
  }
}
