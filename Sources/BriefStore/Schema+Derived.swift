/// What may be dropped and computed again.
extension Schema {
  /// The search index under a name of its own, while it is made anew.
  ///
  /// Its words are gathered in memory, 4 MiB at most, before they become a segment, and eight
  /// segments are merged into one: with FTS5's own 1 MiB and four a first sync writes each word about
  /// once more. A search goes through half as many segments again, which costs it some 30
  /// microseconds (sqlite.org/fts5.html, sections 6.2 and 6.8).
  package static func searchTable(_ name: String) -> String {
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS \(name)
    USING fts5 (title, text, authors, content = '', tokenize = 'ascii');
    INSERT INTO \(name) (\(name), rank) VALUES ('hashsize', 4194304);
    INSERT INTO \(name) (\(name), rank) VALUES ('automerge', 8)
    """
  }

  static let derived = """
    -- Topics of a version, by the catalogue with this number.
    CREATE TABLE mention (
      publication INTEGER NOT NULL,
      version INTEGER NOT NULL,
      topic TEXT NOT NULL,
      catalogue INTEGER NOT NULL,
      PRIMARY KEY (publication, version, topic),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_by_topic ON mention (topic, publication);
    -- What speaks of them (zstd of JSON), apart, so that topics are counted without reading it.
    CREATE TABLE passage (
      publication INTEGER NOT NULL,
      version INTEGER NOT NULL,
      passages BLOB NOT NULL,
      PRIMARY KEY (publication, version),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number)
    ) STRICT, WITHOUT ROWID;

    -- What the topics are called that the daemon tags with, a user's own too, in the catalogue's order.
    CREATE TABLE topic (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      parent TEXT,
      -- JSON: by language code.
      labels TEXT NOT NULL
    ) STRICT;

    -- Each move of a publication's presence, for answers as of a moment. One without a row was present since
    -- it was first seen.
    CREATE TABLE presence_move (
      publication INTEGER NOT NULL REFERENCES publication (n),
      time INTEGER NOT NULL,
      presence TEXT NOT NULL,
      missing_polls INTEGER NOT NULL,
      withdrawal TEXT,
      PRIMARY KEY (publication, time)
    ) STRICT, WITHOUT ROWID;

    -- Words of each version, folded by SearchFold (Latin stems, so that inflected and transliterated forms
    -- meet); rowid is version.n. Contentless: passages are cut from the version itself.
    \(searchTable("search"));
    -- Which catalogue made the tags of all versions, and which SearchFold the index. While an upgrade is
    -- under way, `through` is the last version.n that has them by this number.
    CREATE TABLE derivation (
      kind TEXT PRIMARY KEY CHECK (kind IN ('tags', 'search')),
      number INTEGER NOT NULL,
      through INTEGER
    ) STRICT, WITHOUT ROWID;

    -- Dated claims of a version. Columns beside `claim` repeat it, so that the ledger of deadlines is drawn up
    -- without reading each: days since 1970-01-01, and the stems of the sentence.
    CREATE TABLE claim (
      publication INTEGER NOT NULL,
      version INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      catalogue INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES source (n),
      revision INTEGER NOT NULL,
      topic TEXT,
      kind TEXT NOT NULL,
      due INTEGER,
      said INTEGER NOT NULL,
      -- 1: looks forward, so that something is due; 0: a report; -1: a report that it did not happen.
      bearing INTEGER NOT NULL CHECK (bearing IN (-1, 0, 1)),
      words BLOB NOT NULL,
      claim TEXT NOT NULL,
      PRIMARY KEY (publication, version, ordinal),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_forward ON claim (topic, kind, due, said, revision, source)
      WHERE bearing = 1;
    CREATE INDEX claim_report ON claim (topic, due) WHERE bearing < 1 AND due IS NOT NULL;

    -- Numbers with units that a version attaches to its topics.
    CREATE TABLE figure (
      publication INTEGER NOT NULL,
      version INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      catalogue INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      topic TEXT NOT NULL,
      said INTEGER NOT NULL,
      figure TEXT NOT NULL,
      PRIMARY KEY (publication, version, ordinal),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX figure_by_topic ON figure (topic, said);

    -- Dates that took another's place, in the text itself or between two versions.
    CREATE TABLE claim_move (
      publication INTEGER NOT NULL,
      version INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      catalogue INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      topic TEXT NOT NULL,
      kind TEXT NOT NULL,
      from_due INTEGER NOT NULL,
      to_due INTEGER NOT NULL,
      way TEXT NOT NULL,
      said INTEGER NOT NULL,
      -- The claim with the new date.
      claim INTEGER NOT NULL,
      PRIMARY KEY (publication, version, ordinal),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_move_by_topic ON claim_move (topic, said);

    -- How many publications of a source speak of a topic in their newest version, and the day of the latest
    -- (its publisher's, else when it was seen). Kept when writing, so that no one has to count.
    CREATE TABLE topic_source (
      topic TEXT NOT NULL,
      source INTEGER NOT NULL REFERENCES source (n),
      publications INTEGER NOT NULL CHECK (publications >= 0),
      latest INTEGER NOT NULL,
      PRIMARY KEY (topic, source)
    ) STRICT, WITHOUT ROWID;
    -- First versions are counted by whoever writes them, a topic at a time: a trigger's SELECT makes a table
    -- of its own for each.
    CREATE TRIGGER topic_source_of_next AFTER UPDATE OF version ON head
    WHEN NEW.version <> OLD.version BEGIN
      UPDATE topic_source SET publications = publications - 1
      WHERE source = OLD.source AND topic IN (SELECT topic FROM mention
        WHERE publication = OLD.publication AND version = OLD.version);
      INSERT INTO topic_source
      SELECT topic, NEW.source, 1, coalesce(NEW.published, NEW.changed) FROM mention
      WHERE publication = NEW.publication AND version = NEW.version
      ON CONFLICT (topic, source) DO UPDATE SET publications = publications + 1,
        latest = max(latest, excluded.latest);
    END;

    """

  static let taggingCatalogues = """
    -- Each catalogue by which a version may be tagged: those in force since all versions were last tagged by
    -- one. A mention, claim or figure keeps the number of the one that found it first.
    CREATE TABLE tagging_catalogue (
      number INTEGER PRIMARY KEY,
      -- zstd of the catalogue as a whole; no bytes where it is not known.
      record BLOB NOT NULL
    ) STRICT;
    """

  /// Counts again what `topic_source` keeps: after mentions were made anew by another catalogue.
  package static let topicSourceAnew = """
    DELETE FROM topic_source;
    INSERT INTO topic_source
    SELECT m.topic, h.source, count(*), max(coalesce(h.published, h.changed)) FROM mention m
    JOIN head h ON h.publication = m.publication AND h.version = m.version
    GROUP BY m.topic, h.source;
    """
}
