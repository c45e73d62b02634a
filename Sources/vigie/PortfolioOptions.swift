public import ArgumentParser
import Findings
import Foundation
public import Health
import Portfolio
import Review

/// Which portfolio, as of which day: what every command that reads one asks for.
struct PortfolioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(
    name: .customLong("as-of"),
    help: "The day to report on, such as 2026-11-16; nothing later is used (default: today).")
  var asOf: Day?

  @Option(
    name: .customLong("data"),
    help: "The folder that data/ and the file names under sources start from (default: the portfolio).",
    completion: .directory)
  var dataFolder: String?

  @Flag(help: "Stop when any row is refused.")
  var strict = false

  /// Reads the portfolio and prints what is wrong with it.
  func load() throws -> Portfolio {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw Refusal("there is no folder '\(folder)'; make one to start from with: vigie init \(folder)")
    }
    let hasSettings = FileManager.default.fileExists(atPath: folder + "/vigie.yml")
    let hasData = FileManager.default.fileExists(atPath: (dataFolder ?? folder) + "/data")
    guard hasSettings || hasData else {
      throw Refusal(
        "'\(folder)' is no portfolio: it has neither vigie.yml nor data/; make one to start from with: vigie init my-portfolio"
      )
    }
    if let dataFolder, !FileManager.default.fileExists(atPath: dataFolder) {
      throw Refusal("there is no folder '\(dataFolder)' for --data")
    }
    do throws(LoadFailure) {
      let portfolio = try loadPortfolio(folder, dataFolder: dataFolder, asOf: asOf ?? .today, isStrict: strict)
      report(portfolio.quality.findings)
      return portfolio
    } catch {
      report(error.findings)
      throw refusal(error)
    }
  }

  private func refusal(_ failure: LoadFailure) -> Refusal {
    let errors = failure.findings.count { $0.severity == .error }
    return Refusal(
      "\(grouped(errors)) \(errors == 1 ? "error" : "errors"); \(rowCounts(failure.rows))", saysNothingWritten: true)
  }
}

/// `read 7,729 rows, used 7,727, refused 2`.
func rowCounts(_ rows: DataQuality.Rows) -> String {
  "read \(grouped(rows.read)) rows, used \(grouped(rows.used)), refused \(grouped(rows.refused))"
}

extension Day: ExpressibleByArgument {
  /// Reads a day as it stands on the command line.
  public init?(argument: String) {
    self.init(iso: argument)
  }

  /// The day that it is here: the only place where the program looks at a clock.
  static var today: Day {
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(year: now.year ?? 1970, month: now.month ?? 1, day: now.day ?? 1) ?? Day(number: 0)
  }
}
