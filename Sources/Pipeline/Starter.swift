import Files
public import Health
import Portfolio

/// The files of the built-in starter portfolio.
private let starter: [(name: String, bytes: [UInt8])] = [
  ("vigie.yml", PackageResources.vigie_yml),
  ("model.yml", Array(defaultModel.utf8)),
  ("data/accounts.csv", PackageResources.accounts_csv),
  ("data/measures.csv", PackageResources.measures_csv),
  ("data/sentiment.csv", PackageResources.sentiment_csv),
  ("data/touchpoints.csv", PackageResources.touchpoints_csv),
  ("data/contacts.csv", PackageResources.contacts_csv),
  ("data/goals.csv", PackageResources.goals_csv),
  ("data/outcomes.csv", PackageResources.outcomes_csv),
  ("data/reviews.csv", PackageResources.reviews_csv),
  ("data/risks.csv", PackageResources.risks_csv),
  ("data/tickets.csv", PackageResources.tickets_csv),
  ("data/notes/A-001.md", PackageResources.A_001_md),
  ("data/plans.csv", PackageResources.plans_csv),
  // Two resources with the same name would collide.
  ("data/customer/A-001.md", PackageResources.A_001_customer_md),
]

/// The files that are written beside exports, whose tables come from them.
private let besideExports: [(name: String, bytes: [UInt8])] = [
  ("vigie.yml", PackageResources.beside_exports_yml), ("model.yml", Array(defaultModel.utf8)),
]

extension PortfolioFolder {
  /// The day on which the days in the starter's files are written.
  public static let starterDay = Day(year: 2026, month: 11, day: 16) ?? Day(number: 0)

  /// Writes a small working portfolio to start from into the folder; in one that has files already, the settings and the
  /// model alone, beside what is there.
  ///
  /// - Parameter day: the day that the portfolio is as of; its days move with it by whole weeks.
  /// - Returns: the number of files, and whether other files were there.
  public func writeStarter(asOf day: Day = starterDay) throws -> (files: Int, isBesideOthers: Bool) {
    let existing = try namesIfThere(path) ?? []
    let isBesideOthers = existing.contains { !$0.hasPrefix(".") }
    let files = isBesideOthers ? besideExports : starter
    if let own = files.map(\.name).first(where: existing.contains) {
      throw Refusal("'\(path)' is a portfolio already: it has a \(own); nothing of yours is overwritten")
    }
    do throws(FileError) {
      for (name, bytes) in files {
        let file = "\(path)/\(name)"
        try makeFolders(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
        try writeNewFile(moved(bytes, byWeeks: (day - Self.starterDay) / 7), at: file)
      }
    } catch {
      throw Refusal("cannot write into '\(path)': \(error.reason)")
    }
    return (files.count, isBesideOthers)
  }

  /// A text with every day in it moved.
  private func moved(_ bytes: [UInt8], byWeeks weeks: Int) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) { match in
      Day(iso: String(match.output)).map { ($0 + 7 * weeks).description } ?? String(match.output)
    }
    return Array(text.utf8)
  }
}
