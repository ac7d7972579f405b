/// What is written once and is in the chain.
extension Schema {
  static let records = """
    -- One row: who this store is, and counts that are kept when writing so that no one has to count.
    CREATE TABLE store (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL CHECK (length(id) = 36),
      created INTEGER NOT NULL,
      chain_length INTEGER NOT NULL CHECK (chain_length >= 0),
      chain_head BLOB NOT NULL CHECK (length(chain_head) = 32),
      publications INTEGER NOT NULL CHECK (publications >= 0),
      versions INTEGER NOT NULL CHECK (versions >= publications),
      changes INTEGER NOT NULL CHECK (changes >= 0)
    ) STRICT;

    CREATE TABLE source (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE
    ) STRICT;

    -- One commit of one poll. (origin, sequence) is its name in the world; the number is local.
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      origin TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      time INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES source (n),
      entry BLOB NOT NULL CHECK (length(entry) = 32),
      -- Of the document that its versions were read from: SHA-256, and what HTTP said. NULL where it
      -- has no version.
      raw_digest BLOB CHECK (length(raw_digest) = 32),
      facts TEXT,
      UNIQUE (origin, sequence),
      CHECK ((raw_digest IS NULL) = (facts IS NULL))
    ) STRICT;

    CREATE TABLE publication (
      n INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      source INTEGER NOT NULL REFERENCES source (n),
      identity_kind TEXT NOT NULL CHECK (identity_kind IN ('entry-id', 'link', 'digest')),
      identity TEXT NOT NULL,
      revision INTEGER NOT NULL REFERENCES revision (number),
      first_seen INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX publication_by_revision ON publication (revision);

    -- For "since a moment".
    CREATE INDEX revision_by_time ON revision (time);

    -- A second identity under which a publication was found. One that was handed to another publication since
    -- stands for the newer one; the older row stays, it is in the chain.
    CREATE TABLE alias (
      source INTEGER NOT NULL REFERENCES source (n),
      kind TEXT NOT NULL,
      identity TEXT NOT NULL,
      publication INTEGER NOT NULL REFERENCES publication (n),
      revision INTEGER NOT NULL REFERENCES revision (number),
      PRIMARY KEY (source, kind, identity, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_by_revision ON alias (revision);

    -- replaced: the content of the version before this one: zstd of the encoded content, whole (form 0) or
    -- against this one's (form 1); or, of a version that was pruned (form 2), the 32 bytes of SHA-256 by which
    -- the chain still knows it. It lies here and not in its own row so that a row is written once, at the
    -- table's end, and pages are full. The newest version's is in head_content.
    -- link: no letters where it is the publication's identity, as in most feeds (StoreSnapshot.versionLink).
    -- A revision's versions are found by its changes: each is what one of them, added or revised, made.
    CREATE TABLE version (
      n INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication (n),
      number INTEGER NOT NULL CHECK (number > 0),
      id BLOB NOT NULL CHECK (length(id) = 32),
      revision INTEGER NOT NULL REFERENCES revision (number),
      updated INTEGER,
      link TEXT,
      language TEXT,
      publisher TEXT,
      series TEXT,
      correction TEXT,
      categories TEXT NOT NULL,
      -- Where it was read from another document than its revision's: a page, a file.
      raw_digest BLOB CHECK (length(raw_digest) = 32),
      facts TEXT,
      form INTEGER CHECK (form IN (0, 1, 2)),
      replaced BLOB CHECK (form <> 2 OR length(replaced) = 32),
      UNIQUE (publication, number),
      CHECK ((raw_digest IS NULL) = (facts IS NULL)),
      CHECK ((number = 1) = (form IS NULL)),
      CHECK ((form IS NULL) = (replaced IS NULL))
    ) STRICT;

    -- The content of each newest version, overwritten by the next one's: zstd, with a dictionary where one is
    -- named; or its digest (form 2).
    CREATE TABLE head_content (
      publication INTEGER PRIMARY KEY REFERENCES publication (n),
      form INTEGER NOT NULL CHECK (form IN (0, 2)),
      dictionary INTEGER REFERENCES dictionary (n),
      content BLOB NOT NULL CHECK (form <> 2 OR length(content) = 32)
    ) STRICT;
    -- What the contents of this store have in common. Twice: many cannot be read without it.
    CREATE TABLE dictionary (
      n INTEGER PRIMARY KEY,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE dictionary_copy (
      n INTEGER PRIMARY KEY REFERENCES dictionary (n),
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE change (
      revision INTEGER NOT NULL REFERENCES revision (number),
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('added', 'revised', 'withdrawn', 'restored')),
      publication INTEGER NOT NULL REFERENCES publication (n),
      version INTEGER NOT NULL,
      silent INTEGER CHECK (silent IN (0, 1)),
      presence TEXT,
      -- See DifferencesAtRest; no bytes for none.
      differences BLOB NOT NULL,
      PRIMARY KEY (revision, ordinal),
      FOREIGN KEY (publication, version) REFERENCES version (publication, number),
      CHECK ((kind = 'revised') = (silent IS NOT NULL)),
      CHECK ((kind = 'withdrawn') = (presence IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    -- A time for which a source was known to be complete, sealed by the poll that found a gap after it. The
    -- open one stands in poll_state.
    CREATE TABLE coverage (
      revision INTEGER PRIMARY KEY REFERENCES revision (number),
      source INTEGER NOT NULL REFERENCES source (n),
      first INTEGER NOT NULL,
      last INTEGER NOT NULL CHECK (last >= first)
    ) STRICT;
    CREATE INDEX coverage_by_source ON coverage (source, first);

    CREATE INDEX change_by_publication ON change (publication, revision);
    -- Counted without reading the differences.
    CREATE INDEX change_by_kind ON change (kind, revision, ordinal, silent);

    """
}
