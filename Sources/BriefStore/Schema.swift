/// The store's tables. Three kinds of rows: *records* are written once and are in the chain;
/// *state* is what the daemon needs to go on; *derived* rows may be dropped and computed again.
///
/// Migrations run forward only and are append-only: a released one is never edited.
package enum Schema {
  /// `PRAGMA application_id` of a store: "bsyn".
  package static let applicationID: Int32 = 0x6273_796e

  /// The number of the newest migration, kept in `PRAGMA user_version`.
  package static var version: Int32 { Int32(migrations.count) }

  /// Each brings the schema from its index to the next number, in one transaction.
  package static let migrations: [String] = [
    records + state + settings + derived, validity, whatPollsSaw, olderDocuments,
    taggingCatalogues, aliasByKey, movedLinks, discardedAlerts, coverageGaps,
  ]

  private static let state = """
    -- What the configuration says of a source, and how its polls go.
    CREATE TABLE poll_state (
      source INTEGER PRIMARY KEY REFERENCES source (n),
      url TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('feed', 'listing', 'sitemap', 'folder')),
      configured INTEGER NOT NULL CHECK (configured IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('ok', 'failing', 'paused', 'retired', 'never_polled')),
      reason TEXT,
      trouble_since INTEGER,
      etag TEXT,
      last_modified TEXT,
      body_digest BLOB CHECK (length(body_digest) = 32),
      last_poll INTEGER,
      last_success INTEGER,
      next_poll INTEGER,
      polls INTEGER NOT NULL CHECK (polls >= 0),
      failures INTEGER NOT NULL CHECK (failures >= 0),
      publications INTEGER NOT NULL CHECK (publications >= 0),
      missing INTEGER NOT NULL CHECK (missing >= 0),
      covered_since INTEGER,
      oddities TEXT NOT NULL,
      -- Its newest publication, where nothing has come for longer than its rhythm explains.
      silent_since INTEGER,
      -- Where a permanent redirect led for so long that it is polled instead of url.
      moved_to TEXT,
      -- Of all polls since the store began.
      not_modified INTEGER NOT NULL CHECK (not_modified >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      schedule TEXT
    ) STRICT;

    -- What was learned of when a source publishes. Apart from its schedule, which every poll rewrites.
    CREATE TABLE rhythm (
      source INTEGER PRIMARY KEY REFERENCES source (n),
      learned TEXT NOT NULL
    ) STRICT;

    -- What hosts asked for (Retry-After) and what was asked of them, by name and port.
    CREATE TABLE host (
      name TEXT PRIMARY KEY,
      -- No request before this.
      closed_until INTEGER,
      -- Requests to wait: in a row, and honoured since the store began.
      asked INTEGER NOT NULL CHECK (asked >= 0),
      honoured INTEGER NOT NULL CHECK (honoured >= 0),
      -- Requests, answers 304 and bytes received, since the store began.
      requests INTEGER NOT NULL CHECK (requests >= 0),
      not_modified INTEGER NOT NULL CHECK (not_modified >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0)
    ) STRICT, WITHOUT ROWID;

    -- Publication ids in the order of the last listing, 16 bytes each.
    CREATE TABLE listing (
      source INTEGER PRIMARY KEY REFERENCES source (n),
      publications BLOB NOT NULL CHECK (length(publications) % 16 = 0),
      -- SHA-256 of the names of publications and versions that a document must list to change nothing. NULL
      -- where the last one did not show them.
      settled BLOB CHECK (length(settled) = 32)
    ) STRICT;

    -- Pages that the texts of a source's entries are read from, by canonical link: what was announced and
    -- read, and when the page is due to be visited again. Asked for anew when lost.
    CREATE TABLE page (
      source INTEGER NOT NULL REFERENCES source (n),
      link TEXT NOT NULL,
      -- Of what the source's own document says of the entry.
      announced BLOB NOT NULL CHECK (length(announced) = 32),
      -- The entry with what was read, zstd of JSON.
      entry BLOB NOT NULL,
      -- NULL before the first visit.
      visited INTEGER,
      due INTEGER NOT NULL,
      etag TEXT,
      last_modified TEXT,
      digest BLOB CHECK (length(digest) = 32),
      -- The number of the extractor that read it.
      extractor INTEGER NOT NULL,
      failures INTEGER NOT NULL CHECK (failures >= 0),
      -- Why the last visit brought no text.
      reason TEXT,
      PRIMARY KEY (source, link)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX page_due ON page (source, due);
    CREATE INDEX page_troubled ON page (source) WHERE reason IS NOT NULL;
    CREATE INDEX page_waiting ON page (source) WHERE visited IS NULL;

    -- The bytes of a page as they were read last (zstd), so that a better extractor can be told from an edit.
    CREATE TABLE page_original (
      source INTEGER NOT NULL,
      link TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (source, link),
      FOREIGN KEY (source, link) REFERENCES page (source, link)
    ) STRICT, WITHOUT ROWID;

    -- The last polls of each source: a ring, slot = count of polls modulo its size. With what poll_state said
    -- after each, so that a moment of the last days can be answered as of. By slot first: sources that are
    -- polled together are mostly as old as each other, and their rows share pages.
    CREATE TABLE poll (
      source INTEGER NOT NULL REFERENCES source (n),
      slot INTEGER NOT NULL,
      time INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      status INTEGER,
      bytes INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL,
      detail TEXT,
      state TEXT NOT NULL,
      trouble_since INTEGER,
      last_success INTEGER,
      next_poll INTEGER,
      failures INTEGER NOT NULL,
      oddities TEXT NOT NULL,
      moved_to TEXT,
      silent_since INTEGER,
      PRIMARY KEY (slot, source)
    ) STRICT, WITHOUT ROWID;

    -- Where a publication's newest version stands. Its columns repeat the version's for speed.
    CREATE TABLE head (
      publication INTEGER PRIMARY KEY REFERENCES publication (n),
      source INTEGER NOT NULL REFERENCES source (n),
      version INTEGER NOT NULL,
      version_id BLOB NOT NULL CHECK (length(version_id) = 32),
      title TEXT,
      authors TEXT NOT NULL,
      published INTEGER,
      updated INTEGER,
      number TEXT,
      link TEXT,
      canonical_link TEXT,
      language TEXT,
      publisher TEXT,
      series TEXT,
      correction TEXT,
      presence TEXT NOT NULL CHECK (presence IN ('present', 'rolled_off', 'missing', 'withdrawn')),
      missing_polls INTEGER NOT NULL CHECK (missing_polls >= 0),
      withdrawal TEXT,
      changed_revision INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      CHECK ((presence = 'withdrawn') = (withdrawal IS NOT NULL))
    ) STRICT;
    CREATE INDEX head_by_source ON head (source);
    CREATE INDEX head_by_change ON head (changed);

    -- What was taken out by hand and cannot be had back: how many versions lost their content.
    CREATE TABLE pruning (
      n INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      scope TEXT NOT NULL,
      versions INTEGER NOT NULL CHECK (versions > 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0)
    ) STRICT;

    -- Alerts that are owed, on their way, delivered, or given up: one row a channel.
    CREATE TABLE outbox (
      n INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      channel TEXT NOT NULL,
      rule TEXT NOT NULL,
      type TEXT NOT NULL,
      revision INTEGER NOT NULL,
      -- Alerts about one publication keep their order.
      publication BLOB CHECK (length(publication) = 16),
      created INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'parked')),
      attempts INTEGER NOT NULL CHECK (attempts >= 0),
      -- Attempts that failed while the channel was well.
      failures INTEGER NOT NULL CHECK (failures >= 0),
      -- Seconds of waiting between attempts, and the channel's own count of them when it was owed:
      -- patience is measured in these, so that a clock set anew parks nothing.
      waited INTEGER NOT NULL CHECK (waited >= 0),
      channel_waited INTEGER NOT NULL CHECK (channel_waited >= 0),
      due INTEGER NOT NULL,
      -- Alerts of one batch are due together and go as one message.
      batch TEXT,
      asked INTEGER,
      answer TEXT,
      finished INTEGER,
      CHECK ((state IN ('delivered', 'parked')) = (finished IS NOT NULL))
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (channel, due, n) WHERE state IN ('pending', 'sending');
    CREATE INDEX outbox_order ON outbox (channel, publication, n)
      WHERE state IN ('pending', 'sending');
    CREATE INDEX outbox_batch ON outbox (channel, batch, n)
      WHERE state IN ('pending', 'sending') AND batch IS NOT NULL;
    CREATE INDEX outbox_parked ON outbox (channel, n) WHERE state = 'parked';
    CREATE INDEX outbox_delivered ON outbox (finished) WHERE state = 'delivered';

    -- Apart from the outbox, whose rows are written several times and these once.
    CREATE TABLE outbox_body (
      n INTEGER PRIMARY KEY REFERENCES outbox (n) ON DELETE CASCADE,
      body TEXT NOT NULL
    ) STRICT;

    -- The last day up to which dates that became overdue or silent were told of.
    CREATE TABLE deadline_review (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      day INTEGER NOT NULL
    ) STRICT;

    -- How the channels fare.
    CREATE TABLE channel_state (
      channel TEXT PRIMARY KEY,
      -- Holds in a row; 0 is well.
      failures INTEGER NOT NULL CHECK (failures >= 0),
      -- Seconds for which the channel was held, ever.
      waited INTEGER NOT NULL CHECK (waited >= 0),
      held_at INTEGER,
      held_for INTEGER,
      -- Whether the receiver named the time, or we chose it ourselves.
      held_strictly INTEGER NOT NULL CHECK (held_strictly IN (0, 1)),
      -- Since when it has been failing without a break, or off.
      since INTEGER,
      -- The last answer that was no success, or why the channel is off.
      answer TEXT,
      is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
      last_delivered INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox_count (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      pending INTEGER NOT NULL CHECK (pending >= 0),
      parked INTEGER NOT NULL CHECK (parked >= 0)
    ) STRICT;
    INSERT INTO outbox_count VALUES (1, 0, 0);

    """
}
