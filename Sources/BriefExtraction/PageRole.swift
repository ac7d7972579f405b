/// What an element says, by its tag, role, class and id, of the text inside it.
struct PageRole: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let navigation = PageRole(rawValue: 1 << 0)
  static let aside = PageRole(rawValue: 1 << 1)
  static let footer = PageRole(rawValue: 1 << 2)
  static let header = PageRole(rawValue: 1 << 3)
  static let form = PageRole(rawValue: 1 << 4)
  static let comments = PageRole(rawValue: 1 << 5)
  static let sharing = PageRole(rawValue: 1 << 6)
  static let related = PageRole(rawValue: 1 << 7)
  static let advertisement = PageRole(rawValue: 1 << 8)
  static let appeal = PageRole(rawValue: 1 << 9)
  static let byline = PageRole(rawValue: 1 << 10)
  static let caption = PageRole(rawValue: 1 << 11)
  static let hidden = PageRole(rawValue: 1 << 12)
  static let article = PageRole(rawValue: 1 << 13)
  static let lead = PageRole(rawValue: 1 << 14)
  static let listItem = PageRole(rawValue: 1 << 15)
  static let table = PageRole(rawValue: 1 << 16)
  static let figure = PageRole(rawValue: 1 << 17)
  static let quote = PageRole(rawValue: 1 << 18)

  /// Text that is no part of an article wherever it stands.
  static let boilerplate: PageRole = [
    .navigation, .aside, .footer, .form, .comments, .sharing, .related, .advertisement, .appeal,
    .byline, .caption, .hidden,
  ]
  /// Roles that an element inside a line of text may have.
  static let inline: PageRole = [.hidden, .sharing, .advertisement, .caption]
  /// Roles that come from words in class and id, which a large part of a page outweighs.
  static let named: PageRole = [
    .navigation, .aside, .footer, .comments, .sharing, .related, .advertisement, .appeal, .byline,
    .caption,
  ]
}

extension HTMLTree {
  /// For each node the roles of the element and of all around it.
  func inheritedRoles() -> [PageRole] {
    var roles = [PageRole](repeating: [], count: nodes.count)
    for node in nodes.indices {
      let parent = nodes[node].parent
      let around = parent < 0 ? [] : roles[parent]
      roles[node] = nodes[node].tag == .text ? around : around.union(role(of: node))
    }
    return roles
  }

  /// The roles that the element itself announces, those of its ancestors aside.
  func role(of node: Int) -> PageRole {
    var role = tagRole(nodes[node].tag)
    for attribute in attributes[nodes[node].attributes] {
      switch attribute.name {
      case "class", "id": role.formUnion(PageRoleWords.role(of: attribute.value))
      case "role": role.formUnion(Self.ariaRole(attribute.value))
      case "hidden": role.insert(.hidden)
      case "style" where Self.hides(attribute.value): role.insert(.hidden)
      case "aria-hidden" where attribute.value == "true": role.insert(.hidden)
      case "itemprop": role.formUnion(Self.itemRole(attribute.value))
      default: break
      }
    }
    return role
  }

  private func tagRole(_ tag: HTMLTag) -> PageRole {
    switch tag {
    case .nav, .menu: .navigation
    case .aside: .aside
    case .footer: .footer
    case .header: .header
    case .button, .select, .textarea, .label, .input, .option, .fieldset, .dialog: .form
    case .figcaption: [.caption]
    case .figure: .figure
    case .article, .main: .article
    case .li: .listItem
    case .table: .table
    case .blockquote: .quote
    default: []
    }
  }

  private static func ariaRole(_ value: String) -> PageRole {
    switch value.lowercased() {
    case "navigation", "menu", "menubar", "search", "tablist": .navigation
    case "complementary": .aside
    case "contentinfo": .footer
    case "banner": .header
    case "dialog", "alertdialog", "alert", "form", "button": .form
    case "main", "article": .article
    default: []
    }
  }

  private static func itemRole(_ value: String) -> PageRole {
    switch value.lowercased() {
    case "articlebody": .article
    case "description", "alternativeheadline": .lead
    case "author", "datepublished", "datemodified": .byline
    case "comment": .comments
    default: []
    }
  }

  private static func hides(_ style: String) -> Bool {
    let bare = style.lowercased().filter { !$0.isWhitespace }
    return bare.contains("display:none") || bare.contains("visibility:hidden")
  }
}
