extension Schema {
  static let discardedAlerts = """
    -- Alerts that a person took out of the outbox undelivered, or that another channel was told already when they
    -- were to be sent there.
    CREATE TABLE discarded_alert (
      n INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      channel TEXT NOT NULL,
      rule TEXT NOT NULL,
      type TEXT NOT NULL,
      publication BLOB CHECK (length(publication) = 16),
      created INTEGER NOT NULL,
      attempts INTEGER NOT NULL CHECK (attempts >= 0),
      due INTEGER NOT NULL,
      asked INTEGER,
      -- What the receiver said last, if it was ever asked.
      answer TEXT,
      finished INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX discarded_by_channel ON discarded_alert (channel, n);

    """
}
