/// How much of a foreign document is read, and what counts as short in it.
package struct DocumentLimits: Hashable, Sendable {
  /// Bytes of one document. 32 MiB is a book with its pictures; a brief is under 100 kB.
  package var bytes = 32 << 20
  /// Characters of a line that may be a title, a heading, an author's line or a running head. The
  /// longest titles of the field are near 200.
  package var headline = 240
  /// Characters of a masthead (number, date, publisher): a line of print.
  package var masthead = 200
  /// Blocks from the top of a document in which a masthead, title and authors are looked for.
  package var topBlocks = 14
  /// Times that a short line must stand in a document to be a running head whatever it says.
  package var repeats = 3
  /// UTF-8 bytes of a paragraph that a heading without a mark may head.
  package var sectionText = 120
  /// UTF-8 bytes in which a Markdown link must close, so that a line of opening brackets costs
  /// linear time.
  package var inlineLink = 2048
  /// What reading a PDF may take.
  package var command = CommandLimits()

  package init() {}
}
