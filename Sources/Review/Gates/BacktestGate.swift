public import Health

/// A condition on the backtest that should stop somebody: `auc < 0.6`, `missed > 20% at 180`, `auc unknown`.
public struct BacktestGate: Hashable, Sendable {
  /// The figure.
  public let figure: BacktestFigure
  /// The condition on it.
  public let condition: GateCondition
  /// Days before the outcome.
  public let horizon: Int

  /// Reads a gate, with `at HORIZON` behind it if that is not the given one.
  public init(_ text: String, horizon: Int) throws(GateFault) {
    var gate = try GateText<BacktestFigure>(text)
    (figure, condition) = (gate.figure, gate.condition)
    switch gate.nextWord() {
    case "": self.horizon = horizon
    case "at":
      let days = gate.nextWord()
      guard let known = Int(days), Backtest.horizons.contains(known) else {
        throw GateFault(reason: "'\(days)' in '\(text)' is no horizon; write \(Backtest.horizonWords)")
      }
      self.horizon = known
    case let word:
      throw GateFault(reason: "'\(word)' in '\(text)' is not understood; after the number only 'at 180' can stand")
    }
    try gate.end()
  }

  /// Applies the gate to the backtest of models; for fitted ones it uses only the outcomes since the fit.
  public func answer(_ backtest: Backtest, of models: Models) -> GateAnswer {
    let result = backtest[horizon]?.proving(models)
    return condition.answer(result.flatMap(figure.value), reason: result.map(figure.reasonUnknown) ?? "")
  }
}

extension Backtest {
  /// The horizons as a sentence lists them: `30, 90 or 180`.
  public static var horizonWords: String {
    horizons.dropLast().map(String.init).joined(separator: ", ") + " or " + (horizons.last.map(String.init) ?? "")
  }
}
