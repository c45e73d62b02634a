import Files
import SQLite

extension Ledger {
  /// Lets SQLite look through the whole file.
  ///
  /// - Throws: ``LedgerError/damaged(file:reason:)`` with the first thing that it finds.
  public func check() throws(LedgerError) {
    let found = try checked { database in
      let rows = try database.prepare("PRAGMA integrity_check(1)")
      return try rows.step() ? try rows.value(0, as: String.self) : "no answer"
    }
    guard found == "ok" else {
      throw .damaged(file: file, reason: found.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
  }

  /// The digest of the rows of every publication, in the order of publishing.
  public func digests() throws(LedgerError) -> [String] {
    try checked { database in
      guard try database.hasTable("edition") else { return [] }
      let editions = try database.prepare("SELECT id FROM edition ORDER BY id")
      var digests: [String] = []
      while try editions.step() { digests.append(try digest(of: try editions.value(0), database)) }
      return digests
    }
  }

  /// The SHA-256 of everything on record of an edition but its archive's digest, which depends on it: each row with the
  /// names and types of its columns, accounts by their ids, models by their text.
  func digest(of edition: Int64, _ database: Database) throws -> String {
    var bytes: [UInt8] = []
    for (table, query) in Self.recorded where try database.hasTable(table) {
      let rows = try database.prepare(query)
      try rows.bind([edition])
      // A table that a later format adds has no rows of this edition, and changes nothing.
      var heading = Array("\(table)\n".utf8)
      while try rows.step() {
        bytes.append(contentsOf: heading)
        heading = []
        rows.appendRow(to: &bytes, except: Self.ownNumbers)
      }
    }
    return Digest.sha256(bytes)
  }

  /// Numbers that mean something in this file alone, and what is known only later.
  private static let ownNumbers: Set<String> = ["id", "edition", "account", "model_id", "page", "archive_digest"]

  private static let recorded = [
    (
      "edition",
      "SELECT edition.*, model AS model_id, (SELECT text FROM model WHERE id = edition.model) AS model_text "
        + "FROM edition WHERE id = ?"
    ),
    ("band", "SELECT * FROM band WHERE edition = ? ORDER BY band"),
    ("input", "SELECT * FROM input WHERE edition = ? ORDER BY position"),
    (
      "score",
      "SELECT account_id, score.* FROM score LEFT JOIN account ON account.id = score.account WHERE edition = ? "
        + "ORDER BY account_id, account.id"
    ),
    (
      "item",
      "SELECT account_id, item.* FROM item LEFT JOIN account ON account.id = item.account WHERE edition = ? "
        + "ORDER BY list, position"
    ),
    ("feed", "SELECT * FROM feed WHERE edition = ? ORDER BY position"),
    ("accepted", "SELECT * FROM accepted WHERE edition = ? ORDER BY position"),
    (
      "page_of_edition",
      "SELECT path, title FROM page_of_edition LEFT JOIN page ON page.id = page_of_edition.page WHERE edition = ? "
        + "ORDER BY path, title"
    ),
    (
      "book",
      "SELECT account_id, book.* FROM book LEFT JOIN account ON account.id = book.account WHERE edition = ? "
        + "ORDER BY csm, account_id"
    ),
    ("forecast", "SELECT * FROM forecast WHERE edition = ? ORDER BY quarter"),
    (
      "renewal",
      "SELECT account_id, renewal.* FROM renewal LEFT JOIN account ON account.id = renewal.account WHERE edition = ? "
        + "ORDER BY account_id"
    ),
  ]
}
