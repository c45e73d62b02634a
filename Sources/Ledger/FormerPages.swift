import Health
import Review
import SQLite

extension Ledger {
  /// Keeps the addresses of an edition.
  func insert(_ pages: [EditionPage], edition: Int64, _ database: Database) throws {
    let add = try database.prepare("INSERT INTO page (path, title) VALUES (?, ?) ON CONFLICT DO NOTHING")
    let keep = try database.prepare(
      "INSERT INTO page_of_edition SELECT id, ? FROM page WHERE path = ? AND title = ?")
    for page in pages {
      try add.run([page.path, page.title])
      try keep.run([edition, page.path, page.title])
    }
  }

  /// Keeps whose accounts were whose.
  func insert(books review: Review, edition: Int64, accounts: [Int: Int64], _ database: Database) throws {
    let add = try database.prepare("INSERT INTO book VALUES (?, ?, ?)")
    for account in review.accounts {
      guard let csm = review.evidence.accounts[account.account].csm, let number = accounts[account.account] else {
        continue
      }
      try add.run([csm, edition, number])
    }
  }
}

/// The id that the feed of the portfolio has once and for all; nil where no edition has kept one.
func feed(_ database: Database) throws -> String? {
  let rows = try database.prepare("SELECT * FROM edition ORDER BY id")
  while try rows.step() {
    if let feed: String = try rows.later("feed") { return feed }
  }
  return nil
}

/// Reads the addresses that editions had, each with the last edition that had it.
///
/// - Parameters:
///   - editions: those that count, oldest first.
///   - position: today's account of a number of the ledger.
func formerPages(
  _ editions: [(id: Int64, edition: Edition)], position: (Int64) -> Int?, _ database: Database
) throws -> [FormerPage] {
  guard try database.hasTable("page_of_edition") else { return [] }
  let order = Dictionary(uniqueKeysWithValues: editions.enumerated().map { ($1.id, $0) })
  var last: [Int64: Int] = [:]
  let kept = try database.prepare("SELECT page, edition FROM page_of_edition")
  while try kept.step() {
    guard let edition = order[try kept.value(1)] else { continue }
    let page: Int64 = try kept.value(0)
    last[page] = max(last[page] ?? edition, edition)
  }
  // Of an address that had two titles the later counts.
  var newest: [String: (title: String, edition: Int)] = [:]
  let pages = try database.prepare("SELECT id, path, title FROM page ORDER BY id")
  while try pages.step() {
    guard let edition = last[try pages.value(0)] else { continue }
    let path: String = try pages.value(1)
    if newest[path].map({ $0.edition <= edition }) ?? true { newest[path] = (try pages.value(2), edition) }
  }
  let book = try database.prepare("SELECT account FROM book WHERE csm = ? AND edition = ?")
  return try newest.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { path, page in
    try book.bind([page.title, editions[page.edition].id])
    var accounts: [Int] = []
    while try book.step() {
      if let account = position(try book.value(0)) { accounts.append(account) }
    }
    return FormerPage(
      path: path, title: page.title, edition: editions[page.edition].edition, accounts: accounts.sorted())
  }
}
