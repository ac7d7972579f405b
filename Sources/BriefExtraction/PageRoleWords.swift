/// The words in class and id that publishers name the parts of their pages with.
enum PageRoleWords {
  static func role(of names: String) -> PageRole {
    var role = PageRole()
    for word in words(of: names) {
      if let known = exact[word] { role.formUnion(known) }
      for (stem, known) in stems where word.hasPrefix(stem) { role.formUnion(known) }
    }
    return role
  }

  /// `relatedPosts article-body` gives related, posts, article, body.
  static func words(of names: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in names.utf8.prefix(1024) {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte) || byte >= 0x80
      if (!isUpper && !isLower) || (isUpper && wasLower), !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      if isUpper || isLower { word.append(byte.lowered) }
      wasLower = isLower
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let exact: [String: PageRole] = {
    var table: [String: PageRole] = [:]
    for (role, words) in lists {
      for word in words.split(separator: " ") {
        table[String(word), default: []].formUnion(role)
      }
    }
    return table
  }()

  private static let lists: [(PageRole, String)] = [
    (
      .comments,
      "comment comments kommentare komentarze respond reply replies commentlist disqus discussion"
    ),
    (
      .sharing,
      "share shares sharing social socials sharebar addthis addtoany sharedaddy teilen sns"
    ),
    (
      .related,
      "related relatedposts similar recommended recommend recommendation recommendations trending "
        + "popular mostread outbrain taboola promo promos teaser teasers suggested upnext morefrom "
        + "mostpopular carousel readmore readalso alsoread zobacz powiazane"
    ),
    (
      .navigation,
      "nav navi navbar navigation menu menus breadcrumb breadcrumbs pagination pager skiplink toc "
        + "sitemap topbar toolbar subnav"
    ),
    (
      .advertisement,
      "ad ads adv advert adverts advertisement advertising advertorial adsense adslot adunit banner "
        + "banners sponsor sponsored dfp werbung reklama anzeige anzeigen publicidad publicite gpt"
    ),
    (
      .appeal,
      "newsletter newsletters subscribe subscription signup login register cookie cookies consent "
        + "gdpr popup modal overlay donate donation abo membership appeal"
    ),
    (.footer, "footer copyright colophon imprint impressum disclaimer"),
    (.aside, "sidebar sidebars rail aside"),
    (
      .byline,
      "byline bylines dateline timestamp postmeta authorbox author authors bio tags tag keywords "
        + "categories posted readtime"
    ),
    (.caption, "caption captions credit credits figcaption imagecaption photocredit wpcaption"),
    (.hidden, "hidden hide invisible sr visuallyhidden offscreen"),
    (
      .lead,
      "lead lede leadtext intro standfirst deck dek subtitle subheadline subhead summary "
        + "abstract excerpt vorspann anreisser perex teasertext sumario entradilla chapo kicker"
    ),
    (.header, "header masthead"),
    (
      .article,
      "article articlebody articletext articlecontent content entry post story body text main "
        + "storybody storytext postbody postcontent maincontent hentry"
    ),
  ]

  /// Beginnings of longer words.
  private static let stems: [(String, PageRole)] = [
    ("comment", .comments), ("related", .related), ("recommend", .related), ("newsletter", .appeal),
    ("sidebar", .aside), ("breadcrumb", .navigation), ("sharebutton", .sharing),
    ("sociallink", .sharing), ("advert", .advertisement), ("cookie", .appeal),
    ("footer", .footer),
  ]
}
