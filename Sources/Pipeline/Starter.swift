import Files
import FoundationEssentials
import Portfolio

/// The files of the built-in starter portfolio.
private let starter: [(name: String, bytes: [UInt8])] = [
  ("vigie.yml", PackageResources.vigie_yml),
  ("model.yml", Array(defaultModel.utf8)),
  ("data/accounts.csv", PackageResources.accounts_csv),
  ("data/measures.csv", PackageResources.measures_csv),
  ("data/sentiment.csv", PackageResources.sentiment_csv),
  ("data/touchpoints.csv", PackageResources.touchpoints_csv),
  ("data/notes/A-001.md", PackageResources.A_001_md),
  ("data/plans.csv", PackageResources.plans_csv),
  // Two resources with the same name would collide.
  ("data/customer/A-001.md", PackageResources.A_001_customer_md),
]

extension PortfolioFolder {
  /// Writes a small working portfolio to start from into the folder, which must be empty or not exist.
  ///
  /// - Returns: the number of files.
  public func writeStarter() throws -> Int {
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard existing.isEmpty else {
      throw Refusal("'\(path)' is not empty; name a new folder, so that nothing of yours is overwritten")
    }
    do throws(FileError) {
      for (name, bytes) in starter {
        let file = "\(path)/\(name)"
        try makeFolders(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
        try writeNewFile(bytes, at: file)
      }
    } catch {
      throw Refusal("cannot write into '\(path)': \(error.reason)")
    }
    return starter.count
  }
}
