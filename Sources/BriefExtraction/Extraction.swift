/// What reads pages, as a whole.
package enum Extraction {
  /// Raised with each change of rules that may give another text for the same page. Beside each text
  /// that was read stands the number that read it: a better extractor is no edit.
  package static let number = 4
}
