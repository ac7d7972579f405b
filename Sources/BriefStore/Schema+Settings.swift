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
}
