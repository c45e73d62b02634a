import ArgumentParser
import Findings
import Pipeline
import Review

/// `vigie tune`: whether outcomes suggest other weights than the model's.
struct TuneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Test the model's weights against the outcomes.",
    discussion: """
      Fits the weights of the dimensions on the older outcomes, from what was known --horizon days before them, and \
      compares them with the model's own and with equal weights on the newer ones. If the fitted weights are better \
      beyond noise, writes a complete model file next to model.yml for you to look at; otherwise keeps the present \
      weights and says why. Never changes model.yml.

      Example: vigie tune my-portfolio
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions

  @Option(
    help: "Days before the outcome: 30, 90 or 180.", completion: .list(Backtest.horizons.map(String.init)))
  var horizon = Review.callHorizon

  @Option(
    name: .customLong("out"), help: "The file for a suggestion (default: model.suggested.yml in the portfolio).",
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
      let progress = findings.output.progress
      let reporter = findings.reporter(progress)
      let portfolio = try options.load(reporter)
      guard let tuned = TunedModel(portfolio, horizon: horizon, reporter: reporter) else { return }
      progress?.end()
      print(text(of: tuned))
      let file = out ?? options.folder + "/model.suggested.yml"
      switch try tuned.writeSuggestion(to: file) {
      case .none: break
      case .olderLeft: findings.say(onOneLine("\(file) is from an earlier run and is left as it is"))
      case .known: findings.say(onOneLine("\(file) says so already"))
      case .written:
        findings.say(
          onOneLine("wrote \(file); see what it would change with: vigie compare --model \(file) \(options.folder)"))
      }
    }
  }
}
