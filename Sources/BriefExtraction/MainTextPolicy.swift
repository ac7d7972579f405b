/// What counts as prose, and by how much a part must outweigh the rest.
struct MainTextPolicy: Hashable, Sendable {
  /// Words of a block that is prose however it ends.
  var proseWords = 14
  /// Words of a block that is prose if it ends as a sentence does.
  var sentenceWords = 5
  /// Share of a block's words in links from which it is a link.
  var linkDensity = 0.5
  /// Share of the page's prose that an element must hold to be the article, whatever its class
  /// says.
  var outvotes = 0.4
  /// The same for an element that calls itself comments: a debate can be longer than its article.
  var outvotesComments = 0.75
  /// Words of a sidebar that stays one, whatever its share, beside a column with the page's title.
  var sidebarWords = 150.0
  /// Words of prose below the title that make such a column the article's.
  var columnWords = 30.0
  /// Share of the parent's prose that a child must hold to stand for it.
  var heirShare = 0.85

  /// Share of the page's prose that the one titled `article` element must hold.
  var articleShare = 0.35

  /// Share of links from which a heading heads another page.
  var headingLinks = 0.6
  /// Share of links from which a whole list is a list of links.
  var listLinks = 0.7
  /// Linked headings that make a list of teasers.
  var teasers = 3
  /// Blocks from one linked heading to the next within such a list.
  var teaserGap = 4
  /// Words of a text below a linked heading that may still be a teaser.
  var teaserWords = 60
  /// Words of a text beside a picture that may be its caption.
  var captionWords = 60
  /// Words beside it in the same box: a credit.
  var captionSlack = 8
  /// Words of a paragraph that counts whatever its own class says.
  var paragraphWords = 20

  /// Words of a summary.
  var leadWords = 8
  /// Blocks of a summary.
  var leadBlocks = 3
  /// Blocks before the text in which its summary is looked for.
  var leadDistance = 25
  /// Share of its words that the head's summary must know.
  var leadOverlap = 0.8

  /// Words of prose below which a page that does not call itself an article is none.
  var articleWords = 60

  /// Links to articles inside the text of a page that make it a listing.
  var listedInside = 8
  /// Links to articles, each with a text of its own behind it, that make a page a listing.
  var teasersOfListing = 6

  func isProse(_ block: PageBlock) -> Bool {
    guard block.linkDensity < linkDensity else { return false }
    return block.words >= proseWords || (block.words >= sentenceWords && block.text.endsSentence)
  }

  func value(of block: PageBlock) -> Double {
    let words = Double(block.words)
    if !block.roles.isDisjoint(with: .boilerplate) { return -0.1 * words }
    if block.linkDensity >= linkDensity { return -min(words, 20) }
    if isProse(block) { return words * (1 - block.linkDensity) }
    switch block.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .li, .td, .th, .dt, .dd: return 0
    default: return -2
    }
  }
}
