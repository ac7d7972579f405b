/// How much of a foreign page is read.
package struct PageLimits: Hashable, Sendable {
  /// Bytes of one page after decompression; the limit of the feeds.
  package var bytes = 32 << 20
  /// Elements open at once. Real pages stay under 60; what is deeper is read as if its elements
  /// stood side by side.
  package var depth = 256
  /// Elements and texts of a page. The largest front pages have 30,000.
  package var nodes = 2_000_000
  /// Attributes of one tag; the rest is dropped.
  package var attributes = 64
  /// UTF-8 bytes of a tag with its attributes; a longer one is no tag. A picture inside an
  /// attribute (`data:`) can take half a megabyte.
  package var tag = 4 << 20
  /// UTF-8 bytes of one JSON-LD block.
  package var json = 2 << 20
  /// Depth of JSON-LD.
  package var jsonDepth = 64
  /// Links that are kept of one page.
  package var links = 5000
  /// UTF-8 bytes of a link, a name or a title; a longer one is dropped.
  package var field = 8 << 10

  package init() {}
}
