import Foundation
import Health
import Ledger
import SQLite

/// The cost of one more edition after many have been published.
///
/// The last of them is really published, a week before the portfolio's day; the earlier ones are copies of its rows
/// under earlier weeks, as many and as long as real ones. They have no archives, which publishing does not look for: an
/// edition is chained only to the one before it.
struct LongHistory {
  private let editions: Int
  private let build: ProgramRun
  private let publication: ProgramRun
  private let ledgerBytes: Int
  private let archiveBytes: Int

  /// Publishes one more edition of the portfolio in a folder.
  init(of editions: Int, asOf: Day, in folder: String, program: String) throws {
    self.editions = editions
    let week = asOf - 7
    let ledger = folder + "/" + Ledger.fileName
    func run(_ command: String, _ day: Day, into site: String) throws -> ProgramRun {
      defer { try? FileManager.default.removeItem(atPath: folder + "/" + site) }
      return try ProgramRun(program, [command, folder, "--as-of", day.description, "--out", folder + "/" + site])
    }
    _ = try run("publish", week, into: "before")
    try Self.multiply(ledger, upTo: week, editions: editions)
    build = try run("build", asOf, into: "draft")
    publication = try run("publish", asOf, into: "published")
    ledgerBytes = try Self.byteCount(of: ledger)
    archiveBytes = try Self.byteCount(of: folder + "/archive/\(Edition(of: asOf)).zip")
  }

  /// The measurements as a table, next to a build of the same portfolio without any history.
  func text(without first: ProgramRun) -> String {
    var table = ResultTable("with \(editions) editions", "wall s", "CPU s", "peak")
    for (name, run) in [("build without any", first), ("build", build), ("publish one more", publication)] {
      table.add(name, fixed(run.elapsed.wall), fixed(run.elapsed.cpu), megabytes(run.peakMemory))
    }
    func ratio(_ name: String, _ run: ProgramRun, _ other: ProgramRun) {
      table.add(
        name, fixed(run.elapsed.wall / other.elapsed.wall), fixed(run.elapsed.cpu / other.elapsed.cpu))
    }
    ratio("build / without any", build, first)
    ratio("publish / build", publication, build)
    return table.text + "ledger \(megabytes(ledgerBytes)), archive of one edition \(megabytes(archiveBytes))\n"
  }

  private static func multiply(_ ledger: String, upTo last: Day, editions: Int) throws {
    let database = try Database(ledger, .writing)
    func columns(of table: String, except others: Set<String>) throws -> String {
      try database.prepare("SELECT * FROM \(table)").columns.filter { !others.contains($0) }.joined(separator: ", ")
    }
    let tables = ["band", "input", "score", "item", "feed"]
    try database.transaction {
      try database.run("UPDATE edition SET id = ?", [editions])
      for table in tables { try database.run("UPDATE \(table) SET edition = ?", [editions]) }
      let shared = try columns(of: "edition", except: ["id", "label", "as_of"])
      for id in 1..<editions {
        let day = last - 7 * (editions - id)
        try database.run(
          "INSERT INTO edition (id, label, as_of, \(shared)) SELECT ?, ?, ?, \(shared) FROM edition WHERE id = ?",
          [id, Edition(of: day).description, day.description, editions])
        for table in tables {
          let own = try columns(of: table, except: ["edition"])
          try database.run(
            "INSERT INTO \(table) (edition, \(own)) SELECT ?, \(own) FROM \(table) WHERE edition = ?", [id, editions])
        }
      }
      return true
    }
  }

  private static func byteCount(of file: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
  }
}
