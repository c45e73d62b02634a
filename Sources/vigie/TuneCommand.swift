import ArgumentParser
import Findings
import Pipeline
import Review

/// `vigie tune`: whether outcomes ask for other weights than the model's.
struct TuneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Ask the outcomes whether the model's weights are the right ones.",
    discussion: """
      Fits the weights of the dimensions on the older outcomes, from what was known so many days before them, and holds \
      them against the model's own and against equal weights on the newer ones. Where they do better beyond noise, a \
      whole model file is written beside model.yml for you to look at; otherwise the present weights stand, and it \
      says why. model.yml is never changed.

      Example: vigie tune my-portfolio
      """)

  @OptionGroup var options: PortfolioOptions

  @Option(
    help: "Days before the outcome: 30, 90 or 180.", completion: .list(Backtest.horizons.map(String.init)))
  var horizon = 90

  @Option(
    name: .customLong("out"), help: "Where a suggestion goes (default: model.suggested.yml in the portfolio).",
    completion: .file(extensions: ["yml", "yaml"]))
  var out: String?

  func validate() throws {
    guard Backtest.horizons.contains(horizon) else {
      throw ValidationError("--horizon is \(horizon); write \(Backtest.horizonWords)")
    }
    guard out != "-" else { throw ValidationError("--out takes the name of a file; a suggestion is not printed") }
  }

  func run() async throws {
    try await refusing {
      let progress = Progress()
      let reporter = Reporter.terminal(progress)
      let portfolio = try options.load(reporter)
      guard let tuned = TunedModel(portfolio, horizon: horizon, reporter: reporter) else { return }
      progress.end()
      print(text(of: tuned))
      let file = out ?? options.folder + "/model.suggested.yml"
      switch try tuned.writeSuggestion(to: file) {
      case .none: break
      case .olderLeft: print(onOneLine("\(file) is from an earlier run and is left as it is"))
      case .known: print(onOneLine("\(file) says so already"))
      case .written:
        print(
          onOneLine("wrote \(file); see what it would change with: vigie compare --model \(file) \(options.folder)"))
      }
    }
  }
}
