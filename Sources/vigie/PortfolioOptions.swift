public import ArgumentParser
public import Health
import Pipeline
import Portfolio
import Review

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
    try portfolio.read(asOf: asOf ?? portfolio.today.day, isStrict: strict, reporter: reporter)
  }

  /// Reads the portfolio and its presentation, and prints the errors and warnings of both.
  ///
  /// - Parameters:
  ///   - day: the as-of day where the command knows better than its options.
  ///   - asksEngines: whether engines are asked for what they have now.
  ///   - isSilent: whether what is wrong with the data is left for a later step to say.
  func workspace(
    _ templates: TemplateOptions, asOf day: Day? = nil, asksEngines: Bool = false, isSilent: Bool = false,
    reporter: Reporter = .terminal
  ) throws -> Workspace {
    let today = portfolio.today.day
    return try Workspace(
      asksEngines ? portfolio.asking : portfolio, templates: templates.folder.map(TemplateSource.folder),
      asOf: day ?? asOf ?? today, today: today,
      isStrict: strict, isSilent: isSilent, reporter: reporter)
  }

  /// What was read, as of which day, and where the day comes from.
  func summary(of workspace: Workspace) -> String { summary(of: workspace.portfolio) }

  /// What was read, as of which day, and where the day comes from.
  func summary(of portfolio: Portfolio) -> String {
    let day = portfolio.evidence.asOf
    return rowCounts(portfolio.quality.rows)
      + (asOf == nil
        ? "; as of \(day), today in \(portfolio.settings.zoneName)" : "; as of \(day), the day of --as-of")
  }
}

/// The files of a command that takes them before the folder of the portfolio, and that folder.
///
/// - Parameter example: how the command is called with files alone.
func filesAndPortfolio(_ paths: [String], example: String) throws -> (files: [String], folder: String) {
  guard let last = paths.last, PortfolioFolder(last).isFolder else { return (paths, ".") }
  guard paths.count > 1 else { throw Refusal("name the files before the portfolio, such as: \(example) \(last)") }
  return (Array(paths.dropLast()), last)
}

extension Day: ExpressibleByArgument {
  /// Reads a day from the command line.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}
