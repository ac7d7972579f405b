/// Characters that a reader does not see and a terminal, a browser or a mail program may act on.
package enum HiddenScalar {
  /// C0, DEL and C1, tab and line ends among them.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// Bidirectional marks, embeddings, overrides and isolates (UAX 9), zero-width spaces, invisible
  /// operators, the byte order mark, interlinear annotation, and the tags, which spell text that
  /// nobody sees. Joiners (U+200C, U+200D) are not: scripts need them.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
