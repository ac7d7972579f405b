import BriefModel

extension CounterLine {
  /// The same of a block of a page, unless it is a cell or item: those say how many in earnest.
  static func isCounter(_ block: PageBlock) -> Bool {
    ![.li, .td, .th, .dt, .dd].contains(block.tag) && isCounter(block.text)
  }
}
