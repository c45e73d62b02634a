import Foundation
import Health

/// A portfolio of four customers with a few weeks of usage, in `p` of a folder of a test's own.
struct Harbour: ~Copyable {
  /// The customers by id, with their revenue.
  static let accounts: [(id: String, name: String, arr: Int)] = [
    ("C-1", "Halden Freight", 72_000), ("C-2", "Norby Dental", 30_000), ("C-3", "Quill Stationers", 18_000),
    ("C-4", "Teviot Foods", 45_000),
  ]
  static let head = "account_id,name,csm,arr,seats,started_on,renews_on,ended_on\n"
  static let measuresHead = "account_id,date,weekly_active_users,features_used,invoice_days_late\n"

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vigie-harbour-\(UUID().uuidString)")
    try write("title: Harbour\nlocale: en\ncurrency: EUR\n", to: "vigie.yml")
    try write(Self.table(Self.accounts.map(\.id)), to: "data/accounts.csv")
    try write(Self.measures(Self.accounts.map(\.id)), to: "data/measures.csv")
    let calls = Self.accounts.map { "\($0.id),2026-11-10,call,Iris Vale\n" }.joined()
    try write("account_id,date,kind,by\n" + calls, to: "data/touchpoints.csv")
    let flags = Self.accounts.map { "\($0.id),2026-11-09,green,Iris Vale,All well\n" }.joined()
    try write("account_id,date,flag,csm,reason\n" + flags, to: "data/sentiment.csv")
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The accounts table with some of the customers.
  static func table(_ ids: [String]) -> String {
    head
      + accounts.filter { ids.contains($0.id) }
      .map { "\($0.id),\($0.name),Iris Vale,\($0.arr),100,2022-02-01,2027-02-01,\n" }.joined()
  }

  /// Weekly usage of some of the customers from 9 August to a Sunday.
  static func measures(_ ids: [String], upTo last: String = "2026-11-15") -> String {
    guard let first = Day(iso: "2026-08-09"), let last = Day(iso: last) else { return "" }
    let days = stride(from: 0, through: last - first, by: 7).map { first + $0 }
    return measuresHead + days.flatMap { day in ids.map { "\($0),\(day),80,6,0\n" } }.joined()
  }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, in: url, environment: environment)
  }

  /// Publishes a day.
  @discardableResult
  func publish(_ day: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(["publish", "p", "--as-of", day] + more, in: url)
  }

  func write(_ text: String, to file: String) throws {
    let path = url.appending(path: "p/" + file)
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
  }

  func text(_ file: String) throws -> String {
    try String(contentsOf: url.appending(path: "p/" + file), encoding: .utf8)
  }

  /// Takes the rows of some customers out of every table but that of accounts.
  func dropRows(of ids: String...) throws {
    for table in ["measures", "touchpoints", "sentiment"] {
      let rows = try text("data/\(table).csv").split(separator: "\n").filter { row in
        !ids.contains { row.hasPrefix($0 + ",") }
      }
      try write(rows.joined(separator: "\n") + "\n", to: "data/\(table).csv")
    }
  }

  /// Every file of the portfolio's folder by its path.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = url.appending(path: "p")
    for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      files[name] = FileManager.default.contents(atPath: root.appending(path: name).path)
    }
    return files
  }
}
