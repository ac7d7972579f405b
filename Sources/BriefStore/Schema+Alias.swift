extension Schema {
  /// The columns of `alias` in the order of its key. SQLite 3.40.1 (Debian 12) takes a row for one with
  /// NULL, in `PRAGMA integrity_check` alone, when the key of a table without rowid leaves out a
  /// column before its last one.
  static let aliasByKey = """
    CREATE TABLE alias_by_key (
      source INTEGER NOT NULL REFERENCES source (n),
      kind TEXT NOT NULL,
      identity TEXT NOT NULL,
      revision INTEGER NOT NULL REFERENCES revision (number),
      publication INTEGER NOT NULL REFERENCES publication (n),
      PRIMARY KEY (source, kind, identity, revision)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO alias_by_key (source, kind, identity, revision, publication)
      SELECT source, kind, identity, revision, publication FROM alias;
    DROP TABLE alias;
    ALTER TABLE alias_by_key RENAME TO alias;
    CREATE INDEX alias_by_revision ON alias (revision);
    """
}
