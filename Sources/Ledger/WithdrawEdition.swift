import Health
public import Review
import SQLite

extension Ledger {
  /// Records that an edition was taken back; what it said stays on record and is not read any more.
  ///
  /// - Parameter lastStep: what has to be done before the withdrawal counts; when it throws, nothing is recorded.
  public func withdraw(
    _ edition: String, revision: Int, reason: String, lastStep: () throws -> Void
  ) throws {
    var stepFailure: (any Error)?
    do {
      let database = try openedForWriting()
      try database.transaction {
        let found = try database.prepare(
          """
          SELECT id FROM edition WHERE label = ? AND revision = ? AND id NOT IN (SELECT edition FROM withdrawal)
          """)
        try found.bind([edition, revision])
        guard try found.step() else { throw LedgerError.busy(file: file) }
        try database.run("INSERT INTO withdrawal VALUES (?, ?)", [try found.value(0, as: Int64.self), reason])
        do {
          try lastStep()
        } catch {
          stepFailure = error
          return false
        }
        return true
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(error, file: file)
    }
    if let stepFailure { throw stepFailure }
  }

  /// The editions that were taken back, in the order of publishing.
  public func withdrawn() throws(LedgerError) -> [WithdrawnEdition] {
    try checked { try withdrawn($0) }
  }

  func withdrawn(_ database: Database) throws -> [WithdrawnEdition] {
    let reasons = try withdrawals(database)
    guard !reasons.isEmpty else { return [] }
    var withdrawn: [WithdrawnEdition] = []
    let rows = try database.prepare("SELECT id, as_of, revision FROM edition ORDER BY id")
    while try rows.step() {
      guard let reason = reasons[try rows.value(0)], let day = Day(iso: try rows.value(1, as: String.self)) else {
        continue
      }
      withdrawn.append(
        WithdrawnEdition(edition: Edition(of: day), revision: try rows.value(2), asOf: day, reason: reason))
    }
    return withdrawn
  }

  /// The reasons of withdrawals, by the ledger's own number of the edition.
  func withdrawals(_ database: Database) throws -> [Int64: String] {
    guard try database.hasTable("withdrawal") else { return [:] }
    var reasons: [Int64: String] = [:]
    let rows = try database.prepare("SELECT edition, reason FROM withdrawal")
    while try rows.step() { reasons[try rows.value(0)] = try rows.value(1) }
    return reasons
  }
}
