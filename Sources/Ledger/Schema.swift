import SQLite

/// The tables of the ledger, by format.
///
/// `user_version` holds the format of a ledger, and `application_id` marks the file as one. Each later format has the
/// statements that convert the one before, so that an older ledger is migrated in one transaction.
enum Schema {
  /// `VIGI` in ASCII.
  static let applicationID = 0x5649_4749

  /// The statements of each format; the first turns an empty file into a ledger.
  static let formats = [
    """
    CREATE TABLE edition (
      id INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      revision INTEGER NOT NULL,
      as_of TEXT NOT NULL,
      reason TEXT,
      tool TEXT NOT NULL,
      inputs TEXT NOT NULL,
      model_version TEXT NOT NULL,
      models TEXT NOT NULL,
      currency TEXT NOT NULL,
      arr_at_risk REAL NOT NULL,
      gross REAL,
      net REAL,
      open_divergences INTEGER NOT NULL,
      UNIQUE (label, revision)
    ) STRICT;
    CREATE TABLE band (
      edition INTEGER NOT NULL REFERENCES edition, band TEXT NOT NULL, accounts INTEGER NOT NULL, arr REAL NOT NULL,
      PRIMARY KEY (edition, band)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE input (
      edition INTEGER NOT NULL REFERENCES edition, position INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      PRIMARY KEY (edition, position)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE account (id INTEGER PRIMARY KEY, account_id BLOB NOT NULL UNIQUE) STRICT;
    CREATE TABLE score (
      edition INTEGER NOT NULL REFERENCES edition,
      account INTEGER NOT NULL REFERENCES account,
      segment TEXT NOT NULL,
      model INTEGER NOT NULL,
      score INTEGER,
      exact REAL,
      low REAL NOT NULL,
      high REAL NOT NULL,
      coverage REAL NOT NULL,
      band TEXT NOT NULL,
      uncapped_band TEXT NOT NULL,
      flag TEXT,
      flag_on TEXT,
      arr REAL,
      points INTEGER NOT NULL,
      exposure REAL,
      dimensions BLOB NOT NULL,
      measures BLOB NOT NULL,
      PRIMARY KEY (edition, account)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE item (
      edition INTEGER NOT NULL REFERENCES edition,
      list TEXT NOT NULL,
      position INTEGER NOT NULL,
      account INTEGER NOT NULL REFERENCES account,
      since TEXT NOT NULL,
      weeks INTEGER NOT NULL,
      state TEXT NOT NULL,
      overdue INTEGER NOT NULL,
      PRIMARY KEY (edition, list, position)
    ) WITHOUT ROWID, STRICT;
    """,
    // The text of the model file, so that a past day can be scored again with the model of that day.
    """
    CREATE TABLE model (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    ALTER TABLE edition ADD COLUMN model INTEGER REFERENCES model;
    ALTER TABLE edition ADD COLUMN fingerprint TEXT;
    CREATE INDEX item_of_account ON item (account, edition);
    """,
    // The rest of the five figures at the top of the front page, and the digest of the edition's archive.
    """
    ALTER TABLE edition ADD COLUMN renewals_not_agreed REAL;
    ALTER TABLE edition ADD COLUMN sentiment_overdue INTEGER;
    ALTER TABLE edition ADD COLUMN archive_digest TEXT;
    """,
    // What the next edition is held against: the names of accounts, what had arrived, and what was accepted of it;
    // and which editions were taken back. And what outlives an edition: the feed's id, the addresses of its pages,
    // and whose accounts were whose.
    """
    ALTER TABLE score ADD COLUMN name TEXT;
    ALTER TABLE score ADD COLUMN newest BLOB;
    CREATE TABLE feed (
      edition INTEGER NOT NULL REFERENCES edition, position INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
      rows INTEGER NOT NULL, newest TEXT,
      PRIMARY KEY (edition, position)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE accepted (
      edition INTEGER NOT NULL REFERENCES edition, position INTEGER NOT NULL, guard TEXT NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (edition, position)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE withdrawal (edition INTEGER PRIMARY KEY REFERENCES edition, reason TEXT NOT NULL) STRICT;
    ALTER TABLE edition ADD COLUMN feed TEXT;
    CREATE TABLE page (id INTEGER PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, UNIQUE (path, title)) STRICT;
    CREATE TABLE page_of_edition (
      page INTEGER NOT NULL REFERENCES page, edition INTEGER NOT NULL REFERENCES edition, PRIMARY KEY (page, edition)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE book (
      csm TEXT NOT NULL,
      edition INTEGER NOT NULL REFERENCES edition,
      account INTEGER NOT NULL REFERENCES account,
      PRIMARY KEY (csm, edition, account)
    ) WITHOUT ROWID, STRICT;
    """,
    // Of how many accounts a sum is, and how many of their amounts are unknown.
    """
    ALTER TABLE band ADD COLUMN arr_unknown INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edition ADD COLUMN at_risk_accounts INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edition ADD COLUMN at_risk_unknown INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edition ADD COLUMN renewals_accounts INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edition ADD COLUMN renewals_unknown INTEGER NOT NULL DEFAULT 0;
    """,
    // What renewals were expected to bring, and which these were, so that it can be held against what came.
    """
    CREATE TABLE forecast (
      edition INTEGER NOT NULL REFERENCES edition, quarter TEXT NOT NULL, accounts INTEGER NOT NULL,
      arr_unknown INTEGER NOT NULL, arr REAL NOT NULL, expected REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
      PRIMARY KEY (edition, quarter)
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE renewal (
      edition INTEGER NOT NULL REFERENCES edition, account INTEGER NOT NULL REFERENCES account, quarter TEXT NOT NULL,
      PRIMARY KEY (edition, account)
    ) WITHOUT ROWID, STRICT;
    """,
  ]

  /// The format that this version writes.
  static var current: Int { formats.count }

  /// Creates a new ledger, or migrates an older one.
  static func migrate(_ database: Database, from format: Int) throws {
    guard format < current else { return }
    for statements in formats[format...] { try database.execute(statements) }
    try database.execute("PRAGMA application_id = \(applicationID)")
    try database.execute("PRAGMA user_version = \(current)")
  }
}
