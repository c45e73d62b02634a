public import Health

extension Backtest.Result {
  /// The accounts that had decided by the last day of a model's fit: the model has seen their outcomes.
  ///
  /// Scores that an earlier model published are not of the fitted one, whenever the account decided.
  public func seen(by fitted: Models.Fitted) -> Backtest.Result {
    restricted { $0.wasSeen(by: fitted) }
  }

  /// The accounts that the fitted model scored and that decided after that day.
  public func unseen(by fitted: Models.Fitted) -> Backtest.Result {
    restricted { $0.earlierModel == nil && $0.decidedOn > fitted.until }
  }

  /// True when every outcome since the last one of the fit was known on the day of the fit: the people who adopted the
  /// model then had seen its results on them, so they flatter it.
  public func choseTheFit(_ fitted: Models.Fitted) -> Bool {
    let later = unseen(by: fitted)
    return !later.calls.isEmpty && later.since(fitted.on + 1).calls.isEmpty
  }

  /// The outcomes that the models can be judged by: all of them, or, for fitted models, those since the fit, without
  /// those by which the fit was chosen.
  public func proving(_ models: Models) -> Backtest.Result {
    guard let fitted = models.fitted, isInSample(for: models) else { return self }
    return unseen(by: fitted).since(fitted.on + 1)
  }

  /// True when the models were fitted to at least one of these outcomes.
  public func isInSample(for models: Models) -> Bool {
    models.fitted.map { fitted in calls.contains { $0.wasSeen(by: fitted) } } ?? false
  }

  /// The accounts whose score an earlier model published.
  public var byEarlierModels: Backtest.Result { restricted { $0.earlierModel != nil } }

  /// The versions of those models, each once, in order of account.
  public var earlierModels: [String] {
    var seen: Set<String> = []
    return calls.compactMap(\.earlierModel).filter { seen.insert($0).inserted }
  }
}

extension Backtest.Call {
  fileprivate func wasSeen(by fitted: Models.Fitted) -> Bool { earlierModel == nil && decidedOn <= fitted.until }
}
