public import Health

/// Whether a fall says more than a low score.
extension Backtest.Result {
  /// The churn rate of the accounts whose re-scored score had a direction.
  public func rate(of direction: Direction) -> Rate {
    rate { $0.rescoring?.exact != nil && $0.rescoring?.direction == direction }
  }

  /// The churn rate of green accounts that were falling, or were not.
  public func rateWithinGreen(falling: Bool) -> Rate {
    rate { $0.band == .green && $0.rescoring?.direction.isFall == falling }
  }

  /// The AUC of the change over 4 or 13 weeks against the AUC of the score, both re-scored, over the accounts that have
  /// both; nil with too few outcomes.
  ///
  /// The intervals of the two hold at once.
  public func changeAgainstScore(weeks: Int) -> AUCDifference? {
    precondition(weeks == 4 || weeks == 13, "changes reach over 4 or 13 weeks")
    return AUCDifference(
      of: calls,
      { call in
        let changes = call.rescoring?.changes
        return (weeks == 4 ? changes?.fourWeeks : changes?.thirteenWeeks).map(Double.init)
      }, against: { $0.rescoring?.sign }, among: 2)
  }
}

extension Backtest.Rescoring {
  /// The score as a predictor of churn.
  var sign: Double? { exact.map(settled) }
}

/// A value rounded to nine decimals, so that arithmetic cannot separate equal values.
func settled(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
