import Findings
import Foundation
import Health
import Languages
import Portfolio
import Review

/// Reads a portfolio and prints what is wrong with it.
///
/// - Parameter templates: a folder with the user's own templates, in which languages may be; nil for the portfolio's.
func readPortfolio(
  _ folder: String, dataFolder: String? = nil, templates: String? = nil, asOf: Day, isStrict: Bool = false,
  isSilent: Bool = false
) throws -> Portfolio {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
    throw Refusal("there is no folder '\(folder)'; make one to start from with: vigie init \(folder)")
  }
  guard isPortfolio(folder, dataFolder: dataFolder) else {
    throw Refusal(
      "'\(folder)' is no portfolio: it has neither vigie.yml nor data/; make one to start from with: vigie init my-portfolio"
    )
  }
  if let dataFolder, !FileManager.default.fileExists(atPath: dataFolder) {
    throw Refusal("there is no folder '\(dataFolder)' for --data")
  }
  do throws(LoadFailure) {
    let portfolio = try loadPortfolio(
      folder, dataFolder: dataFolder, asOf: asOf, isStrict: isStrict,
      languages: Languages(templates: templates, portfolio: folder))
    if !isSilent { report(portfolio.quality.findings) }
    return portfolio
  } catch {
    report(error.findings)
    throw refusal(error)
  }
}

/// Whether a folder holds what a portfolio is read from.
func isPortfolio(_ folder: String, dataFolder: String? = nil) -> Bool {
  FileManager.default.fileExists(atPath: folder + "/vigie.yml")
    || FileManager.default.fileExists(atPath: (dataFolder ?? folder) + "/data")
}

private func refusal(_ failure: LoadFailure) -> Refusal {
  let errors = failure.findings.count { $0.severity == .error }
  return Refusal(
    "\(grouped(errors)) \(errors == 1 ? "error" : "errors"); \(rowCounts(failure.rows))", saysNothingWritten: true)
}

/// `read 7,729 rows, used 7,727, refused 2`.
func rowCounts(_ rows: DataQuality.Rows) -> String {
  "read \(grouped(rows.read)) rows, used \(grouped(rows.used)), refused \(grouped(rows.refused))"
}
