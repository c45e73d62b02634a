public import Health

extension Backtest.Result {
  /// The accounts that had decided by the day up to which a model was fitted: it has seen how they ended.
  public func seen(by fitted: Models.Fitted) -> Backtest.Result { restricted { $0.decidedOn <= fitted.until } }

  /// The accounts that decided after that day, the only ones on which a fitted model can prove itself.
  public func unseen(by fitted: Models.Fitted) -> Backtest.Result { since(fitted.until + 1) }

  /// True when every outcome since the last one of the fit was known on the day of the fit: whoever took the model over
  /// then had seen how it did on them, so that they flatter it.
  public func choseTheFit(_ fitted: Models.Fitted) -> Bool {
    let later = unseen(by: fitted)
    return !later.calls.isEmpty && later.since(fitted.on + 1).calls.isEmpty
  }

  /// The outcomes by which the models can be judged: all of them, or those since the fit where they were fitted on some.
  public func proving(_ models: Models) -> Backtest.Result {
    guard let fitted = models.fitted, isInSample(for: models) else { return self }
    return unseen(by: fitted)
  }

  /// True when the models were fitted on at least one of these outcomes.
  public func isInSample(for models: Models) -> Bool {
    models.fitted.map { fitted in calls.contains { $0.decidedOn <= fitted.until } } ?? false
  }
}
