import ArgumentParser
import Files
import Findings
import Glibc
import Health
import Pipeline
import Portfolio
import Review

/// `vigie backtest`: whether the scores predicted what happened, in the terminal or as JSON.
struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Check whether the scores predicted what happened.",
    discussion: """
      Compares the latest outcome of every account with its score 30, 90 and 180 days before, as an edition published \
      it or, without one, recalculated with today's model from what was known then. Writes nothing.

      A gate names a figure, a comparison and a number, and a horizon if it differs from --horizon (\(Review.callHorizon) \
      by default): \
      "auc < 0.6", "missed > 20% at 180", "auc unknown". When a gate is met, the command says so and ends with status \
      1. What the outcomes cannot tell yet is reported and meets no gate except "… unknown".

      Figures: \(BacktestFigure.allCases.map(\.rawValue).joined(separator: ", ")).

      Example: vigie backtest examples/portfolio --as-of 2026-11-16
      Example: vigie backtest my-portfolio --json --fail-if "auc < 0.6" --fail-if "missed > 30%"
      Example: vigie backtest my-portfolio --since 2026-07-01
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: "Days before the outcome: 30, 90 or 180 (default: all of them).",
    completion: .list(Backtest.horizons.map(String.init)))
  var horizon: Int?

  @Option(
    help: "Only accounts that decided on this day or later, for example those the model's author had not seen.",
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("write a day such as 2026-01-01") }
      return day
    })
  var since: Day?

  @Flag(help: "Print JSON: the figures of report.json, with the model and the outcomes it was fitted on.")
  var json = false

  @Option(
    name: .customLong("fail-if"), parsing: .singleValue,
    help: ArgumentHelp("End with status 1 when this is met; can be repeated.", valueName: "gate"),
    completion: .list(BacktestFigure.allCases.map(\.rawValue)))
  var failIf: [String] = []

  private var gates: [(text: String, gate: BacktestGate)] {
    get throws {
      try failIf.map { text in
        do throws(GateFault) {
          return (text, try BacktestGate(text, horizon: horizon ?? Review.callHorizon))
        } catch {
          throw ValidationError(error.reason)
        }
      }
    }
  }

  func validate() throws {
    if let horizon, !Backtest.horizons.contains(horizon) {
      throw ValidationError("--horizon is \(horizon); write \(Backtest.horizonWords)")
    }
    if json, report.format != .text {
      throw ValidationError("--json and --format \(report.format.rawValue) both want standard output; give one of them")
    }
    _ = try gates
  }

  func run() async throws {
    let gates = try gates
    try await refusing {
      let report = RunReport(report, findings.output, isJSON: json)
      try await report.telling("backtest", of: options, guards: false) { report in
        let progress = findings.output.progress
        let reporter = report.reporter(progress, listsAll: findings.all)
        let portfolio = try options.load(reporter)
        if let since, since > portfolio.evidence.asOf {
          throw Refusal(
            "--since is \(since), after \(portfolio.evidence.asOf), the day that this looks back from; nobody can have "
              + "decided then")
        }
        reporter.begin(.scoring)
        let all = portfolio.backtest(try options.portfolio.history(of: portfolio))
        let backtest = since.map(all.since) ?? all
        progress?.end()
        if json {
          _ = writeAll(portfolio.json(backtest, since: since, horizon: horizon), to: STDOUT_FILENO)
        } else {
          report.show(backtestText(backtest, of: portfolio, since: since, horizon: horizon))
        }
        try answer(gates, by: backtest, of: portfolio.models, reporter)
      }
    }
  }

  /// Says the answer of every gate, and refuses when one holds.
  private func answer(
    _ gates: [(text: String, gate: BacktestGate)], by backtest: Backtest, of models: Models, _ reporter: Reporter
  ) throws {
    let held = gates.compactMap { text, gate in
      let isFitted = backtest[gate.horizon]?.isInSample(for: models) ?? false
      let name = gate.figure.rawValue
      let words = "\(name) \(gate.horizon) days before" + (isFitted ? ", on the outcomes since the fit," : "")
      return reporter.tell(gate.answer(backtest, of: models), to: text, about: (name, words), written: gate.figure.text)
    }
    guard held.isEmpty else { throw Refusal(held.joined(separator: "; ")) }
  }
}

extension BacktestFigure {
  /// A value of the figure in the format of the terminal.
  func text(_ value: Double) -> String {
    if isShare { return percent(value) }
    switch self {
    case .leadTime: return days(value)
    case .auc, .aucLow, .aucHigh, .lift: return fixed(value, 3)
    default: return grouped(Int(value))
    }
  }
}
