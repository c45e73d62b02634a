public import ArgumentParser
import Glibc
public import Health
import Pipeline
import Portfolio

/// The options of every command that reads a portfolio: which one, and as of which day.
struct PortfolioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(
    name: .customLong("as-of"),
    help: "The day to report on, such as 2026-11-16; later data is not used (default: today).",
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("write a day such as 2026-11-16") }
      return day
    })
  var asOf: Day?

  @Option(
    name: .customLong("data"),
    help: "The folder that data/ and file names under sources are relative to (default: the portfolio).",
    completion: .directory)
  var dataFolder: String?

  @Flag(help: "Stop when any row is refused.")
  var strict = false

  /// The folder of the portfolio.
  var portfolio: PortfolioFolder { PortfolioFolder(folder, dataFolder: dataFolder) }

  /// Reads the portfolio and prints its errors and warnings.
  func load(_ reporter: Reporter = .terminal) throws -> Portfolio {
    try portfolio.read(asOf: asOf ?? .today, isStrict: strict, reporter: reporter)
  }

  /// Reads the portfolio and its presentation, and prints the errors and warnings of both.
  ///
  /// - Parameter day: the as-of day, if the command overrides its options.
  func workspace(
    _ templates: TemplateOptions, asOf day: Day? = nil, reporter: Reporter = .terminal
  ) throws -> Workspace {
    try Workspace(
      portfolio, templates: templates.folder.map(TemplateSource.folder), asOf: day ?? asOf ?? .today, isStrict: strict,
      reporter: reporter)
  }
}

extension Day: ExpressibleByArgument {
  /// Reads a day from the command line.
  public init?(argument: String) {
    self.init(iso: argument)
  }

  /// The local date: the only place where the program looks at a clock.
  static var today: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? Day(number: 0)
  }
}
