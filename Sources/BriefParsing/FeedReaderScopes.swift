/// What holds for an element and all that is in it: base address, language, namespaces; and what
/// makes a document a feed.
extension FeedReader {
  mutating func readScopes(depth: Int) {
    for attribute in tokenizer.attributes {
      let window = tokenizer.window
      switch window[attribute.name.lowerBound] {
      case UInt8(ascii: "x"): readXMLAttribute(attribute, depth: depth)
      case UInt8(ascii: "b"), UInt8(ascii: "l"):
        // Some feeds leave the prefix away.
        if attribute.name.count == 4,
          window.hasASCII("base", at: attribute.name.lowerBound, before: window.count)
            || window.hasASCII("lang", at: attribute.name.lowerBound, before: window.count)
        {
          readXMLAttribute(attribute, depth: depth)
        }
      default: break
      }
    }
  }

  private mutating func readXMLAttribute(_ attribute: XMLTokenizer.Attribute, depth: Int) {
    let name = String(decoding: tokenizer.window[attribute.name], as: UTF8.self)
    guard let value = value(attribute) else { return }
    switch name {
    case "xml:base", "base":
      let resolved = base?.resolving(value) ?? WebAddress(value)
      guard let resolved, resolved.isWeb else { return }
      bases.append((depth, base))
      base = resolved
    case "xml:lang", "lang":
      languages.append((depth, language))
      language = value.isEmpty ? nil : String(value.map { $0 == "_" ? "-" : $0 })
    case "xmlns": declare(prefix: "", uri: value, depth: depth)
    default:
      if name.hasPrefix("xmlns:") {
        declare(prefix: name.dropFirst(6).lowercased(), uri: value, depth: depth)
      }
    }
  }

  private mutating func declare(prefix: String, uri: String, depth: Int) {
    var namespace = FeedNamespace(uri: uri)
    if namespace == .other {
      namespace = prefix.isEmpty ? .core : FeedNamespace(undeclaredPrefix: prefix) ?? .other
    }
    if namespace == .core { noteFormat(uri: uri.lowercased()) }
    scope.declare(prefix: names.prefixNumber(prefix), namespace, atDepth: depth)
  }

  // MARK: Recognition

  mutating func recognise(_ element: FeedElement, _ name: Int) throws(FeedTrouble) {
    if root == nil { root = names.names[name].local }
    let local = names.names[name].local
    switch element {
    case .rss, .rdf, .feed: isFeed = true
    case .channel, .entry: isFeed = stack.count == 1
    case .html where stack.count == 1: throw .notAFeed(.html)
    default: isFeed = stack.count == 1 && (local == "rss" || local == "feed")
    }
    // A feed wrapped in an envelope is one; a feed quoted deep inside something else is not.
    if stack.count > 3 { isFeed = false }
    if isFeed { recogniseFormat(element) }
  }
}
