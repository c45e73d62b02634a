@testable import Oracle

extension `The random portfolio` {
  /// What a run of seeds must show somewhere.
  static let wanted: [String] =
    ListID.allCases.map { "list \($0.rawValue)" }
    + ["open", "deferred", "decided", "reopened"].map { "item \($0)" }
    + ["overdue open", "overdue reopened", "weeks 52"]
    + ["green", "yellow", "red", "unscored"].flatMap { ["band \($0)", "backtest band \($0)"] }
    + ["sharp_fall", "falling", "new", "rising", "steady"].map { "direction \($0)" }
    + ["fresh", "ageing", "stale", "none"].map { "sentiment \($0)" }
    + ["fresh", "stale", "never"].map { "state \($0)" }
    + ["latest", "mean", "sum", "change", "peers"].map { "read \($0)" }
    + ["cap", "exclude", "zero"].map { "when_absent \($0)" }
    + ["per", "weight 0", "ghost dimension", "cap above", "cap below", "cap on weight 0", "cap binds"]
    + ["shift", "refused", "no tickets", "exact null", "exposure null", "score exactly 70", "score exactly 40"]
    + ["dimension left out", "measure left out", "model default", "model enterprise", "model lean"]
    + ["change_1w exactly -10", "change_4w exactly -15", "change_4w exactly -5", "change_4w exactly 5"]
    + ["change_13w exactly -10", "unavoidable", "horizon 30", "horizon 90", "horizon 180", "left out"]
    + ["missed", "recall", "precision", "lift", "auc", "auc_low", "auc_high", "lead_time_median"].map {
      "backtest \($0)"
    }
    + ["green", "yellow", "red", "none"].map { "human \($0)" }
    + ["grr", "nrr", "logo", "addressable"].map { "retention \($0)" }
    + ["seat_use", "peer_use", "usage_change", "ticket_load", "quota_use"].flatMap { measure in
      ["fresh", "stale", "never"].map { "measure \(measure) \($0)" }
    }
}
