import ArgumentParser
import Findings
import Foundation
import Health
import Ledger
import Portfolio
import Review
import Site

/// `vigie backtest`: whether the scores foretold what happened, in the terminal or as JSON.
struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Say whether the scores foretold what happened.",
    discussion: """
      Holds the latest outcome of every account against its score 30, 90 and 180 days before, as an edition published \
      it or else scored again by today's model from what was known then. Nothing is written.

      A gate names a figure, a comparison and a number, and a horizon where it is not that of --horizon (\(Review.callHorizon) by \
      default): "auc < 0.6", "missed > 20% at 180", "auc unknown". When one holds, the command says so and ends with \
      status 1. What the outcomes cannot tell yet is said and holds no gate but "… unknown".

      Figures: \(BacktestFigure.allCases.map(\.rawValue).joined(separator: ", ")).

      Example: vigie backtest examples/portfolio --as-of 2026-11-16
      Example: vigie backtest my-portfolio --json --fail-if "auc < 0.6" --fail-if "missed > 30%"
      Example: vigie backtest my-portfolio --since 2026-07-01
      """)

  @OptionGroup var options: PortfolioOptions

  @Option(
    help: "Days before the outcome: 30, 90 or 180 (default: all of them).",
    completion: .list(Backtest.horizons.map(String.init)))
  var horizon: Int?

  @Option(
    help: "Only accounts that decided on this day or later, such as those that a model's author had not seen.",
    transform: { text in
      guard let day = Day(iso: text) else { throw ValidationError("write a day such as 2026-01-01") }
      return day
    })
  var since: Day?

  @Flag(help: "Print the figures as JSON: those of report.json, beside the model and the outcomes it was fitted on.")
  var json = false

  @Option(
    name: .customLong("fail-if"), parsing: .singleValue,
    help: ArgumentHelp("End with status 1 when this holds; can be given again.", valueName: "gate"),
    completion: .list(BacktestFigure.allCases.map(\.rawValue)))
  var failIf: [String] = []

  private var gates: [(text: String, gate: BacktestGate)] {
    get throws {
      try failIf.map { text in
        do throws(BacktestGate.Fault) {
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
    _ = try gates
  }

  func run() async throws {
    let gates = try gates
    try await refusing {
      try await publishing {
        let progress = Progress()
        progress.show("reading…")
        let portfolio = try options.load()
        if let since, since > portfolio.evidence.asOf {
          throw Refusal(
            "--since is \(since), after \(portfolio.evidence.asOf), the day that this looks back from; nobody can have "
              + "decided then")
        }
        progress.show("scoring…")
        let all = portfolio.backtest(try portfolio.history(try Ledger.read(options.ledger)))
        let backtest = since.map(all.since) ?? all
        progress.end()
        if json {
          let document = backtestJSON(
            backtest, of: portfolio.models, asOf: portfolio.evidence.asOf, since: since, horizon: horizon)
          FileHandle.standardOutput.write(Data(document))
        } else {
          print(backtestText(backtest, of: portfolio, since: since, horizon: horizon))
        }
        try answer(gates, by: backtest, of: portfolio.models)
      }
    }
  }

  /// Says what every gate says, and refuses when one holds.
  private func answer(
    _ gates: [(text: String, gate: BacktestGate)], by backtest: Backtest, of models: Models
  ) throws {
    var held: [String] = []
    for (text, gate) in gates {
      let isFitted = backtest[gate.horizon]?.isInSample(for: models) ?? false
      let figure =
        "\(gate.figure.rawValue) \(gate.horizon) days before" + (isFitted ? ", on the outcomes since the fit," : "")
      switch gate.answer(backtest, of: models) {
      case .holds(let value?): held.append("'\(text)' holds: \(figure) is \(gate.figure.text(value))")
      case .holds(nil): held.append("'\(text)' holds: \(figure) cannot be known yet")
      case .passes(let value): say("'\(text)' does not hold: \(figure) is \(gate.figure.text(value))")
      case .unknown(let reason): say("'\(text)' cannot be told: \(figure) is not known yet (\(reason))")
      }
    }
    guard held.isEmpty else { throw Refusal(held.joined(separator: "; ")) }
  }

  private func say(_ line: String) {
    if json { printError(onOneLine("vigie: " + line)) } else { print(onOneLine(line)) }
  }
}

extension BacktestFigure {
  /// A value of the figure as the terminal has it.
  func text(_ value: Double) -> String {
    if isShare { return percent(value) }
    switch self {
    case .leadTime: return days(value)
    case .auc, .aucLow, .aucHigh, .lift: return fixed(value, 3)
    default: return grouped(Int(value))
    }
  }
}

extension Portfolio {
  /// Whether the scores foretold the outcomes, by the editions of a history.
  func backtest(_ history: History? = nil) -> Backtest {
    let scorer = Scorer(evidence: evidence, models: models, segmentOf: segmentOf)
    return Backtest(scorer, judgement: judgement, history: history ?? History(accounts: evidence.accounts.count))
  }

  /// The editions published before, from the ledger where there is one.
  ///
  /// - Parameter more: accounts, beside the lost ones, of which the lists that named them are wanted.
  func history(_ ledger: Ledger?, listing more: [Int] = []) throws(LedgerError) -> History {
    try ledger?.history(
      of: evidence, aliases: settings.aliases, listed: Set(evidence.lostInYear.map(\.account) + more).sorted(),
      models: models(readFrom:))
      ?? History(accounts: evidence.accounts.count)
  }
}
