/// The elements that reading a page tells apart.
enum HTMLTag: String, CaseIterable, Hashable, Sendable {
  // What a node is when it is no element, and an element that we have no name for.
  case text = "#text"
  case root = "#root"
  case unknown = "#unknown"

  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas
  case caption, center, cite, code, col, colgroup, dd, del, details, dialog, div, dl, dt, em, embed
  case fieldset, figcaption, figure, font, footer, form, frame, h1, h2, h3, h4, h5, h6, head, header
  case hgroup, hr, html, i, iframe, img, input, ins, label, legend, li, link, main, map, menu, meta
  case nav, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture,
    pre
  case progress, q, s, samp, script, section, select, small, source, span, strike, strong, style,
    sub
  case summary, sup, svg, math, table, tbody, td, template, textarea, tfoot, th, thead, time, title
  case tr, track, tt, u, ul, video, wbr, xmp

  private static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  init(name: String) { self = Self.byName[name] ?? .unknown }

  /// Never has content (HTML, 13.1.2).
  var isVoid: Bool {
    switch self {
    case .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr:
      true
    default: false
    }
  }

  /// Content is text up to the matching end tag.
  var isRawText: Bool {
    switch self {
    case .script, .style, .xmp, .iframe, .noembed, .noframes, .textarea, .title: true
    default: false
    }
  }

  /// Shows no text of its own on a page.
  var isSilent: Bool {
    switch self {
    case .script, .style, .noscript, .template, .svg, .head, .iframe, .object, .video, .audio,
      .canvas, .math, .noembed, .noframes, .map:
      true
    default: false
    }
  }

  /// Raw text in which character references count.
  var isEscapableText: Bool { self == .textarea || self == .title }

  /// Begins and ends a line of its own, as browsers show it.
  var isBlock: Bool {
    switch self {
    case .root, .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details,
      .dialog, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4,
      .h5, .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .option,
      .optgroup, .p, .pre, .section, .select, .summary, .table, .tbody, .td, .textarea, .tfoot, .th,
      .thead, .tr, .ul, .xmp, .noscript, .iframe, .video, .audio, .object, .template, .button,
      .title:
      true
    default: false
    }
  }

  /// 1 to 6 for `h1` to `h6`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// A start tag that ends an open `p` (HTML, 13.2.6.4.7).
  var closesParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .dd, .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hgroup, .hr, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }

  /// What an end tag never reaches across (the scopes of HTML, 13.2.4.2).
  var isScopeBoundary: Bool {
    switch self {
    case .root, .html, .table, .td, .th, .caption, .template, .object: true
    default: false
    }
  }
}
