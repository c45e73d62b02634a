import SeededRandom

public import Foundation

/// A made-up portfolio folder with every kind of edge that docs/scoring.md names: the same bytes for the same seed.
public struct RandomPortfolio: Sendable {
  /// T, as `yyyy-MM-dd`.
  public let asOf: String
  /// The files by their path in the folder.
  public let files: [String: String]

  init(asOf: String, files: [String: String]) {
    self.asOf = asOf
    self.files = files
  }

  /// Makes up the files; nothing is written yet.
  public init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let plan = Plan(with: &random)
    let accounts = plan.accounts(with: &random)
    asOf = plan.asOf.iso
    var files = ["vigie.yml": plan.settings(accounts, with: &random), "model.yml": plan.model(with: &random)]
    func write(_ name: String, _ table: RandomTable) {
      files["data/\(name).csv"] = plan.exported(name, table, of: accounts, with: &random)
    }
    write("accounts", plan.accountsTable(accounts, with: &random))
    write("measures", plan.measuresTable(accounts, with: &random))
    let others: [(String, Int, RandomTable)] = [
      ("sentiment", 90, plan.sentiment(accounts, with: &random)),
      ("risks", 85, plan.risks(accounts, with: &random)),
      ("touchpoints", 85, plan.touchpoints(accounts, with: &random)),
      ("tickets", 80, plan.tickets(accounts, with: &random)),
      ("contacts", 80, plan.contacts(accounts, with: &random)),
      ("goals", 80, plan.goals(accounts, with: &random)),
      ("outcomes", 95, plan.outcomes(accounts, with: &random)),
      ("reviews", 85, plan.reviews(accounts, with: &random)),
    ]
    for (name, percent, table) in others where random.chance(percent) {
      write(name, table)
    }
    self.files = files
  }

  /// Writes the files below `folder`, making folders as needed.
  /// - Throws: what Foundation throws when it cannot write.
  public func write(to folder: URL) throws {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
