import Foundation
import Health
import Portfolio
import SeededRandom

/// A made-up portfolio of any size, the same on every run: the built-in model with three segments, weekly measures, and
/// the other tables in the proportions of a team that maintains them.
struct SyntheticPortfolio {
  static let measures = [
    "weekly_active_users", "features_used", "nps", "invoice_days_late", "sessions", "reports_shared", "api_calls",
    "exports", "mobile_share", "storage_gb",
  ]

  /// The segments; the largest is read against its own peers, and so is the smallest.
  private static let segments = """

    segments:
      - {id: enterprise, name: Enterprise, when: {employees: ">= 1000"}}
      - {id: mid-market, name: Mid-market, when: {employees: ">= 200"}}
      - {id: small, name: Small business}
    """

  let accounts: Int
  let weeks: Int
  /// True for one line per value instead of one column per measure.
  let isLong: Bool
  let asOf: Day

  /// Writes the settings, the model and all tables into a folder.
  func write(to folder: String) throws {
    let data = folder + "/data"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try Data("title: Benchmark\n".utf8).write(to: URL(filePath: folder + "/vigie.yml"))
    try Data((defaultModel + Self.segments).utf8).write(to: URL(filePath: folder + "/model.yml"))
    var generator = SplitMix64(seed: 2026)
    let customers = (0..<accounts).map { Customer(number: $0, asOf: asOf, using: &generator) }
    try writeAccounts(customers, to: data)
    try writeMeasures(customers, to: data, using: &generator)
    try writeRelationship(customers, to: data, using: &generator)
    try writeJudgement(customers, to: data, using: &generator)
  }

  /// Changes the last digit of the last observation of a portfolio that was written.
  static func changeOneRow(in folder: String) throws {
    let file = URL(filePath: folder + "/data/measures.csv")
    var table = try Data(contentsOf: file)
    let digit = table.index(before: table.index(before: table.endIndex))
    table[digit] = UInt8(ascii: table[digit] == UInt8(ascii: "1") ? "2" : "1")
    try table.write(to: file)
  }

  private func writeAccounts(_ customers: [Customer], to folder: String) throws {
    let columns = "account_id,name,csm,arr,industry,employees,plan,region,seats,started_on,renews_on,ended_on"
    var accounts = try CSVFile("accounts", in: folder, columns: columns)
    var outcomes = try CSVFile("outcomes", in: folder, columns: "account_id,date,kind,arr_before,arr_after,reason")
    for customer in customers {
      try accounts.append(customer.cells)
      if let decision = customer.outcome { try outcomes.append(decision) }
    }
    try accounts.close()
    try outcomes.close()
  }

  private func writeMeasures(
    _ customers: [Customer], to folder: String, using generator: inout SplitMix64
  ) throws {
    let columns = isLong ? "account_id,date,measure,value" : "account_id,date," + Self.measures.joined(separator: ",")
    var file = try CSVFile("measures", in: folder, columns: columns)
    let days = (0..<weeks).reversed().map { (asOf - 7 * $0 - 1).description }
    for customer in customers {
      for (week, day) in days.enumerated() {
        let time = weeks > 1 ? Double(week) / Double(weeks - 1) : 1
        let values = customer.measures(at: time, using: &generator)
        if isLong {
          for (name, value) in zip(Self.measures, values) { try file.append([customer.id, day, name, value]) }
        } else {
          try file.append([customer.id, day] + values)
        }
      }
    }
    try file.close()
  }
}
