import Findings
import Foundation
import Health
import Languages
import Portfolio
import Review

/// 2026-11-16, the as-of day of the tests.
let today = Day(number: 20_773)

/// Languages with few words.
let languages = Languages(
  builtIn: [("en", "Context", "Learned"), ("fr", "Contexte", "Appris")].map { code, context, learned in
    ("words/\(code).yml", Array("heading_context: \(context)\nheading_learned: \(learned)\n".utf8))
  })

/// The files of the smallest portfolio, by name.
let smallest = [
  "data/accounts.csv": "account_id,name\nA1,Acme\nB2,Beta\n",
  "data/measures.csv": "account_id,date,logins\nA1,2026-11-02,5\n",
  "model.yml": """
  version: "1"
  dimensions:
    usage:
      weight: 1
      measures:
        logins: {worst: 0, best: 10}
  """,
]

/// The result of loading a folder.
struct Loaded {
  var portfolio: Portfolio?
  let findings: [String]
  let rows: DataQuality.Rows

  /// Rows read, used and refused.
  var counts: [Int] { [rows.read, rows.used, rows.refused] }
}

/// Loads a folder with the smallest portfolio's files and the given ones in addition or instead.
func loaded(_ files: [String: String], isStrict: Bool = false) throws -> Loaded {
  try loaded(bytes: files.mapValues { Data($0.utf8) }, isStrict: isStrict)
}

func loaded(bytes files: [String: Data], isStrict: Bool = false) throws -> Loaded {
  try withFolder(smallest.mapValues { Data($0.utf8) }.merging(files) { $1 }) { folder in
    do {
      let portfolio = try loadPortfolio(folder, asOf: today, isStrict: isStrict, languages: languages)
      return Loaded(
        portfolio: portfolio, findings: portfolio.quality.findings.map(\.description), rows: portfolio.quality.rows)
    } catch let failure as LoadFailure {
      return Loaded(portfolio: nil, findings: failure.findings.map(\.description), rows: failure.rows)
    }
  }
}

/// Creates a folder that exists while the closure runs; empty files are left out.
func withFolder<Result>(_ files: [String: Data], _ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("portfolio-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (name, content) in files where !content.isEmpty {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
  }
  return try body(folder.path)
}

extension Loaded {
  /// The observations of a measure for an account, such as `2026-11-02 5.0`.
  func observations(_ measure: String, of account: Int = 0) -> [String] {
    portfolio?.evidence.series.first { $0.name == measure }?.observations(of: account, upTo: today)
      .map { "\($0.day) \($0.value)" } ?? []
  }
}
