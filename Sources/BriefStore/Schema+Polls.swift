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

extension Schema {
  static let olderDocuments = """
    -- Where the reading of a source's older documents stands that is to close a gap between two polls.
    CREATE TABLE older_reading (
      source INTEGER PRIMARY KEY REFERENCES source (n),
      -- The poll that found the gap, and the last good one before it. What was first seen before that poll ends
      -- the reading.
      found INTEGER NOT NULL,
      after INTEGER,
      -- The document that was read last; with a page, the one of that number of this address.
      address TEXT NOT NULL,
      page INTEGER CHECK (page > 0),
      documents INTEGER NOT NULL CHECK (documents >= 0),
      -- Polls in a row that could not have the next one.
      failures INTEGER NOT NULL CHECK (failures >= 0),
      -- NULL while the reading goes on. closed: all was read, but some pages wait for their first visit.
      ended TEXT CHECK (ended IN ('closed', 'not-offered', 'limit', 'unreadable', 'moved'))
    ) STRICT;

    """
}

extension Schema {
  static let movedLinks = """
    -- A publication's link as a poll saw it last, where it moved after the newest version: its head has it, and
    -- the version the link that it came with.
    CREATE TABLE link_move (
      publication INTEGER PRIMARY KEY REFERENCES publication (n),
      link TEXT NOT NULL
    ) STRICT;

    """
}

extension Schema {
  static let coverageGaps = """
    -- Gaps that a source's older documents were read to close; the time for which it is known to be complete goes
    -- on over those that are closed.
    CREATE TABLE coverage_gap (
      source INTEGER NOT NULL REFERENCES source (n),
      -- The last good poll before the gap: there a sealed coverage ends.
      after INTEGER NOT NULL,
      -- The poll that found it.
      found INTEGER NOT NULL,
      closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
      PRIMARY KEY (source, after)
    ) STRICT, WITHOUT ROWID;

    """
}
