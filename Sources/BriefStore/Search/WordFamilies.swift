/// Words whose forms no rule of endings brings together, a word a line: verbs that change their
/// root, plurals and genitives of another stem.
enum WordFamilies {
  /// Shorter stems are of many words.
  static let shortestStem = 5
  static let all = [english, german, slavic, lithuanian]

  /// Words that stand for no more than themselves and what stands beside them: others begin alike.
  static let only = SpellingTable(
    """
    import imports imported importing importer importers importation
    Migräne migraine migraines мигрень мигрени мігрень мігрені мігрэнь migrena migreny migrenos
    report reports reported reporting reporter
    custom customs customary
    state states stated stating
    secret secrets secretly secrecy
    unions union
    """,
    shortestStem: shortestStem)
}
