public import Health
import Ledger
public import Portfolio
public import Review
import Site

extension Portfolio {
  /// A scorer for the accounts on any day, by their models.
  public var scorer: Scorer { Scorer(evidence: evidence, models: models, segmentOf: segmentOf) }

  /// Scores the portfolio and compares the scores with human judgement and the editions published before.
  public func review(history: History? = nil) async -> Review {
    await Review(scorer, judgement: judgement, rules: settings.reviewRules, history: history)
  }

  /// Compares the scores with the outcomes, using the editions of a history.
  public func backtest(_ history: History? = nil) -> Backtest {
    Backtest(scorer, judgement: judgement, history: history ?? History(accounts: evidence.accounts.count))
  }

  /// A backtest as JSON: the figures of `report.json` with the model and the outcomes that it was fitted to.
  ///
  /// - Parameters:
  ///   - since: the first decision day that counts; nil for all.
  ///   - horizon: the only one to include; nil for all.
  public func json(_ backtest: Backtest, since: Day?, horizon: Int?) -> [UInt8] {
    backtestJSON(backtest, of: models, asOf: evidence.asOf, since: since, horizon: horizon)
  }

  /// The editions published before, from the ledger if there is one.
  ///
  /// - Parameter more: accounts, besides the lost ones, whose lists are wanted.
  func history(_ ledger: Ledger?, listing more: [Int] = []) throws(LedgerError) -> History {
    try ledger?.history(
      of: evidence, aliases: settings.aliases, listed: Set(evidence.lostInYear.map(\.account) + more).sorted(),
      models: models(readFrom:))
      ?? History(accounts: evidence.accounts.count)
  }
}
