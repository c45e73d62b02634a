// "report.json, field by field" in docs/scoring.md: one horizon of the backtest.

extension World {
  func backtestReport(horizon: Int) -> [String: Any] {
    let units = backtestUnits(horizon: horizon)
    let figures = BacktestFigures(units)
    let leftOut = Set(units.flatMap(\.leftOut))
    return [
      "n": figures.scored.count, "churned": figures.churned.count,
      "bands": [
        "green": rates(figures.scored.filter { $0.band == .green }),
        "yellow": rates(figures.scored.filter { $0.band == .yellow }),
        "red": rates(figures.scored.filter { $0.band == .red }),
        "unscored": rates(figures.unscored),
      ],
      "missed": orNull(figures.missed), "recall": orNull(figures.recall), "precision": orNull(figures.precision),
      "lift": orNull(figures.lift), "auc": orNull(figures.auc), "auc_low": orNull(figures.aucInterval?.low),
      "auc_high": orNull(figures.aucInterval?.high), "rescored": units.count,
      "left_out": scoring.keys.filter { leftOut.contains($0) }.map(\.text),
      "lead_time_median": orNull(figures.leadTimeMedian),
      "human": humanLayer(figures.scored.filter { $0.band == .green }),
    ]
  }

  private func rates(_ units: [BacktestUnit]) -> [String: Any] {
    let churned = units.filter(\.isChurned).count
    let interval = wilson(churned, of: units.count)
    return [
      "n": units.count, "churned": churned, "rate": orNull(ratio(Double(churned), Double(units.count))),
      "low": orNull(interval?.low), "high": orNull(interval?.high),
    ]
  }

  /// The green units by their current flag.
  private func humanLayer(_ green: [BacktestUnit]) -> [String: Any] {
    let flags: [(String, Flag?)] = [("green", .green), ("yellow", .yellow), ("red", .red), ("none", nil)]
    return Dictionary(
      uniqueKeysWithValues: flags.map { name, flag in
        let members = green.filter { $0.flag == flag }
        return (name, ["n": members.count, "churned": members.filter(\.isChurned).count])
      })
  }
}
