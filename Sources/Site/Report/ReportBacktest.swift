import Health
import Review

/// Writes one horizon of the backtest in `report.json`.
func write(_ result: Backtest.Result, to json: inout JSONWriter) {
  json.field("n", result.n)
  json.field("churned", result.churned)
  json.object("bands") { json in
    for band in Band.allCases {
      let rate = result.rate(of: band)
      json.object(band.rawValue) { json in
        json.field("n", rate.n)
        json.field("churned", rate.count)
        json.field("rate", rate.share)
        json.field("low", rate.interval?.lowerBound)
        json.field("high", rate.interval?.upperBound)
      }
    }
  }
  json.field("missed", result.missed.share)
  json.field("recall", result.recall.share)
  json.field("precision", result.precision.share)
  json.field("lift", result.lift)
  json.field("auc", result.auc?.value)
  json.field("auc_low", result.auc?.interval.lowerBound)
  json.field("auc_high", result.auc?.interval.upperBound)
  // Without published editions every account is scored again.
  json.field("rescored", result.calls.count(where: \.isRescored))
  json.array("left_out") { json in
    for key in result.leftOut { json.string(key) }
  }
  json.field("lead_time_median", result.leadTimeMedian)
  json.object("human") { json in
    for flag in MatrixCell.flags {
      let rate = result.rateWithinGreen(flag: flag)
      json.object(flag?.rawValue ?? "none") { json in
        json.field("n", rate.n)
        json.field("churned", rate.count)
      }
    }
  }
}
