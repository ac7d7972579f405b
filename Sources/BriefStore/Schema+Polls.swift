extension Schema {
  static let whatPollsSaw = """
    -- The publisher's own date of change as a poll saw it last, where it moved after the newest version
    -- and nothing else did.
    CREATE TABLE head_touch (
      publication INTEGER PRIMARY KEY REFERENCES publication (n),
      updated INTEGER NOT NULL
    ) STRICT;

    -- Sources whose first pages are still being read: until the last of them, what a rule asks for is
    -- gathered into one summary.
    CREATE TABLE first_round (
      source INTEGER PRIMARY KEY REFERENCES source (n),
      began INTEGER NOT NULL
    ) STRICT;

    -- Files with topics that the daemon left out at its start, and why.
    CREATE TABLE refused_topics (
      file TEXT PRIMARY KEY,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    """
}
