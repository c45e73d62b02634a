public import ArgumentParser
import Foundation
public import Health
import Ledger
import Portfolio

/// Which portfolio, as of which day: what every command that reads one asks for.
struct PortfolioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(
    name: .customLong("as-of"),
    help: "The day to report on, such as 2026-11-16; nothing later is used (default: today).",
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("write a day such as 2026-11-16") }
      return day
    })
  var asOf: Day?

  @Option(
    name: .customLong("data"),
    help: "The folder that data/ and the file names under sources start from (default: the portfolio).",
    completion: .directory)
  var dataFolder: String?

  @Flag(help: "Stop when any row is refused.")
  var strict = false

  /// Whether findings about the portfolio are printed.
  private var isSilent = false

  /// A portfolio that is read to check something else.
  static func silent(_ folder: String) -> PortfolioOptions {
    var options = PortfolioOptions()
    (options.folder, options.asOf, options.dataFolder, options.strict) = (folder, nil, nil, false)
    options.isSilent = true
    return options
  }

  private enum CodingKeys: CodingKey { case folder, asOf, dataFolder, strict }

  /// Where the editions are recorded.
  var ledger: String { folder + "/" + Ledger.fileName }

  /// Where the editions are archived.
  var archive: String { folder + "/archive" }

  /// Reads the portfolio and prints what is wrong with it.
  ///
  /// - Parameters:
  ///   - day: the as-of day where the command knows better than its options.
  ///   - templates: a folder with the user's own templates; nil for the portfolio's.
  func load(asOf day: Day? = nil, templates: String? = nil) throws -> Portfolio {
    try readPortfolio(
      folder, dataFolder: dataFolder, templates: templates, asOf: day ?? asOf ?? .today, isStrict: strict,
      isSilent: isSilent)
  }
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
