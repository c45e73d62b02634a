public import Health
import Ledger
public import Portfolio
public import Review
import Site

extension Portfolio {
  /// Scores the accounts on any day, by their models.
  public var scorer: Scorer { Scorer(evidence: evidence, models: models, segmentOf: segmentOf) }

  /// Scores the portfolio and compares the scores with human judgement and the editions published before.
  public func review(history: History? = nil) async -> Review {
    await Review(scorer, judgement: judgement, rules: settings.reviewRules, history: history)
  }

  /// Whether the scores predicted the outcomes, by the editions of a history.
  public func backtest(_ history: History? = nil) -> Backtest {
    Backtest(scorer, judgement: judgement, history: history ?? History(accounts: evidence.accounts.count))
  }

  /// A backtest as JSON: the figures of `report.json` with the model and the outcomes that it was fitted on.
  ///
  /// - Parameters:
  ///   - since: the day from which on decisions count; nil for all.
  ///   - horizon: the only one to give; nil for all.
  public func json(_ backtest: Backtest, since: Day?, horizon: Int?) -> [UInt8] {
    backtestJSON(backtest, of: models, asOf: evidence.asOf, since: since, horizon: horizon)
  }

  /// The editions published before, from the ledger where there is one.
  ///
  /// - Parameter more: accounts, beyond the lost ones, of which the lists that named them are wanted.
  func history(_ ledger: Ledger?, listing more: [Int] = []) throws(LedgerError) -> History {
    try ledger?.history(
      of: evidence, aliases: settings.aliases, listed: Set(evidence.lostInYear.map(\.account) + more).sorted(),
      models: models(readFrom:))
      ?? History(accounts: evidence.accounts.count)
  }
}
