import Health
import Review
import SQLite

extension Ledger {
  /// The accounts on the lists of some editions, in their order.
  func lists(
    of editions: [(id: Int64, edition: PublishedEdition)], _ people: LedgerAccounts, _ database: Database
  ) throws -> [EditionLists] {
    let rows = try database.prepare("SELECT list, account FROM item WHERE edition = ?")
    return try editions.map { id, edition in
      try rows.bind([id])
      var accounts: [ListID: Set<Int>] = [:]
      while try rows.step() {
        guard let list = ListID(rawValue: try rows.value(0)), let account = people.position(of: try rows.value(1))
        else {
          continue
        }
        accounts[list, default: []].insert(account)
      }
      return EditionLists(asOf: edition.asOf, accounts: accounts)
    }
  }
}
