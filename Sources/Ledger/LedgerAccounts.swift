import Health
import SQLite

/// The ledger's own numbers of today's accounts, also of those that had another id once.
struct LedgerAccounts {
  let count: Int
  private var positions: [Int64: Int] = [:]
  private var current: Set<Int64> = []
  private var numbers: [Int: [Int64]] = [:]
  /// The accounts that today's do not include, by their ids.
  private(set) var unknown: [(number: Int64, id: String)] = []

  init(_ accounts: [Account], aliases: [String: String], _ database: Database) throws {
    count = accounts.count
    var byID: [[UInt8]: Int] = [:]
    for (position, account) in accounts.enumerated() { byID[Array(account.id.text.utf8)] = position }
    for old in aliases.keys {
      byID[Array(old.utf8)] = byID[Array(aliases.currentID(of: old).utf8)]
    }
    let rows = try database.prepare("SELECT id, account_id FROM account")
    while try rows.step() {
      let number: Int64 = try rows.value(0)
      guard let position = byID[try rows.value(1)] else {
        unknown.append((number, String(decoding: try rows.value(1, as: [UInt8].self), as: UTF8.self)))
        continue
      }
      if accounts[position].id.text.utf8.elementsEqual(try rows.value(1, as: [UInt8].self)) { current.insert(number) }
      positions[number] = position
      numbers[position, default: []].append(number)
    }
  }

  /// Whether a number is that of the id that its account has today.
  func isCurrent(_ number: Int64) -> Bool { current.contains(number) }

  func position(of number: Int64) -> Int? { positions[number] }

  /// Several where the account had another id once.
  func numbers(of position: Int) -> [Int64] { numbers[position] ?? [] }
}

/// The models of the ledger, each text read once.
struct ModelTexts {
  private var models: [Int64: Models] = [:]

  init(_ database: Database, read: Ledger.ModelReading) throws {
    guard try database.hasTable("model") else { return }
    let rows = try database.prepare("SELECT id, text FROM model")
    while try rows.step() { models[try rows.value(0)] = read(try rows.value(1)) }
  }

  subscript(id: Int64?) -> Models? { id.flatMap { models[$0] } }
}
