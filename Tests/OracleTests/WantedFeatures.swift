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
    + ["latest", "mean", "sum", "change", "rhythm", "peers"].map { "read \($0)" }
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
    + [
      "cells refused", "arr unknown", "no arr at all", "lapsed", "lapsed arr null", "own measure", "rhythm -100",
      "rhythm falling", "rhythm rising", "placeholder", "no row", "too long", "cut-off", "no line break", "swallowed",
      "header respelled", "header twice", "old id", "chain of old ids", "person respelled", "person by frequency",
      "person folded", "converted", "without a rate", "flag synonym", "choice respelled", "segment by name",
      "segment by case", "two roles", "role refused", "severity refused", "risk refused", "contact gone", "goal due",
      "negative arr", "negative arr_before", "ticket twice", "ticket twice by then", "won back", "second start",
      "second start ahead", "restarted after a return", "start by first row", "start by first row, always",
      "account without rows", "cohort without ARR", "max_refused", "number with signs", "number in parentheses",
      "forecast", "forecast without outcomes", "forecast of nothing known", "forecast of something",
    ]
    + ["grr", "nrr", "logo", "addressable"].map { "retention \($0)" }
    + ["seat_use", "peer_use", "usage_change", "rhythm", "ticket_load", "quota_use"].flatMap { measure in
      ["fresh", "stale", "never"].map { "measure \(measure) \($0)" }
    }
}
