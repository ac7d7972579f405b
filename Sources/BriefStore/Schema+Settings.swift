extension Schema {
  static let settings = """
    -- What the configuration and people said of a source, when, and what poll_state said after it: with the last
    -- polls it answers as of a moment.
    CREATE TABLE source_setting (
      source INTEGER NOT NULL REFERENCES source (n),
      time INTEGER NOT NULL,
      -- Of the source before it, modulo the ring of the last polls.
      slot INTEGER NOT NULL,
      url TEXT NOT NULL,
      kind TEXT NOT NULL,
      configured INTEGER NOT NULL,
      state TEXT NOT NULL,
      next_poll INTEGER,
      moved_to TEXT,
      PRIMARY KEY (source, time)
    ) STRICT, WITHOUT ROWID;

    """

  static let validity = """
    -- What the validators and the digest of the document hold for: the address that gave them, and how the
    -- document was read where the configuration says more of it than that it is a feed.
    ALTER TABLE poll_state ADD COLUMN validated_url TEXT;
    ALTER TABLE poll_state ADD COLUMN read_as TEXT;

    """
}
