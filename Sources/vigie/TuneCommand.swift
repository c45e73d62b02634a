import ArgumentParser
import Findings
import Foundation
import Health
import Portfolio
import Review
import Tuning

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
  var horizon = Review.callHorizon

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
      progress.show("reading…")
      let portfolio = try options.load()
      progress.show("scoring…")
      guard let result = portfolio.backtest()[horizon] else { return }
      progress.show("fitting…")
      let tuning = Tuning(PastDecision.all(in: result, models: portfolio.models), models: portfolio.models)
      progress.end()
      print(tuningText(tuning, horizon: horizon, leftOut: result.leftOut, models: portfolio.models))
      let file = out ?? options.folder + "/model.suggested.yml"
      if let suggestion = tuning.suggestion(on: portfolio.evidence.asOf) {
        try write(suggestion, of: tuning, portfolio: portfolio, to: file)
      } else if FileManager.default.fileExists(atPath: file) {
        print(onOneLine("\(file) is from an earlier run and is left as it is"))
      }
    }
  }

  private func write(_ suggestion: Tuning.Suggestion, of tuning: Tuning, portfolio: Portfolio, to file: String) throws {
    let change = modelChange(suggestion, of: tuning, horizon: horizon)
    guard let text = change.applied(to: portfolio.modelText) else {
      throw Refusal(
        "the weights cannot be put into the text of model.yml so that nothing else changes; write them yourself, as "
          + "plain 'weight: number' lines", saysNothingWritten: true)
    }
    let sealed = SealedSuggestion.sealed(text)
    if let old = FileManager.default.contents(atPath: file) {
      // Somebody may have written a model of that name, or worked on the last suggestion; neither is Vigie's to replace.
      guard SealedSuggestion.isSuggestion(old) else {
        throw Refusal("\(file) is there and is not a suggestion of vigie tune; name another file with --out")
      }
      guard SealedSuggestion.isUntouched(old) else {
        throw Refusal("\(file) was edited since vigie tune wrote it and stays as it is; name another file with --out")
      }
      guard old != sealed else { return print(onOneLine("\(file) says so already")) }
    }
    do {
      try sealed.write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw Refusal("cannot write '\(file)': \(error.localizedDescription)")
    }
    print(onOneLine("wrote \(file); see what it would change with: vigie compare --model \(file) \(options.folder)"))
  }
}
