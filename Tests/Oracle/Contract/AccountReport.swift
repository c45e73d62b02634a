// "report.json, field by field" in docs/scoring.md: one account.

extension World {
  func accountReport(_ account: Account) -> [String: Any] {
    let score = score(of: account, on: asOf)
    let (row, status) = sentiment(of: account, on: asOf)
    return [
      "id": account.id.text, "name": account.name, "segment": segment(of: account).id.text,
      "model": model(of: account).id.text, "csm": orNull(person(account.csm)), "arr": orNull(account.arr),
      "renews_on": orNull(account.renewsOn?.iso), "score": orNull(score.published), "exact": orNull(score.exact),
      "low": orNull(score.low), "high": orNull(score.high), "coverage": score.coverage,
      "band": bandName(score.band), "uncapped_band": bandName(score.uncappedBand),
      "cap": orNull(
        score.cap.map {
          ["measure": $0.measure.text, "band": bandName($0.band), "why": orNull($0.why)] as [String: Any]
        }),
      "direction": direction(of: account, on: asOf).rawValue,
      "change_1w": orNull(change(of: account, over: 7, to: asOf)),
      "change_4w": orNull(change(of: account, over: 28, to: asOf)),
      "change_13w": orNull(change(of: account, over: 91, to: asOf)),
      "sentiment": [
        "flag": orNull(row?.flag.rawValue), "date": orNull(row?.day.iso), "status": status.rawValue,
      ] as [String: Any],
      "points": riskPoints(of: account), "exposure": orNull(exposure(of: account)),
      "dimensions": score.dimensions.map { dimensionReport($0) },
    ]
  }

  private func dimensionReport(_ dimension: DimensionScore) -> [String: Any] {
    [
      "id": dimension.id.text, "weight": dimension.weight, "score": orNull(dimension.score),
      "contribution": orNull(dimension.contribution), "coverage": dimension.coverage,
      "measures": dimension.measures.map { measure -> [String: Any] in
        [
          "id": measure.measure.key.text, "value": orNull(measure.reading.value), "score": orNull(measure.score),
          "counted": orNull(measure.counted), "state": measure.reading.state.rawValue,
          "observed_on": orNull(measure.reading.observedOn?.iso),
        ]
      },
    ]
  }
}

func bandName(_ band: Band?) -> String {
  switch band {
  case .green: "green"
  case .yellow: "yellow"
  case .red: "red"
  case nil: "unscored"
  }
}
