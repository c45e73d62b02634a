// "report.json, field by field" in docs/scoring.md: the top level, the portfolio and its segments.

import Foundation

/// A value for JSON: absent is null.
func orNull(_ value: Any?) -> Any { value ?? NSNull() }

extension World {
  func report() -> [String: Any] {
    let active = activeAccounts(on: asOf).sorted { $0.id < $1.id }
    return [
      "format": 1, "tool": "oracle", "title": orNull(settings.title), "locale": settings.locale,
      "currency": orNull(settings.currency), "as_of": asOf.iso, "edition": asOf.edition,
      "model": modelReport(), "portfolio": portfolioReport(active), "segments": segmentReports(active),
      "accounts": active.map { accountReport($0) },
      "lists": Dictionary(uniqueKeysWithValues: ListID.allCases.map { ($0.rawValue, listReport($0)) }),
      "backtest": Dictionary(uniqueKeysWithValues: [30, 90, 180].map { ("\($0)", backtestReport(horizon: $0)) }),
      "forecast": forecast().map { $0.map(forecastReport) } ?? orNull(nil),
    ]
  }

  private func modelReport() -> [String: Any] {
    [
      "version": orNull(scoring.version),
      "dimensions": scoring.base.weighted().map { ["id": $0.id.text, "weight": $0.weight] as [String: Any] },
      "bands": ["green": scoring.base.green, "yellow": scoring.base.yellow],
    ]
  }

  private func portfolioReport(_ active: [Account]) -> [String: Any] {
    let atRisk = sumARR(active.filter { isAtRisk($0) })
    let kept = retention()
    let lapsed = active.filter { isLapsed($0, on: asOf) }
    let rows = portfolio.rows
    return [
      "accounts": active.count, "arr": orNull(sumARR(active)), "bands": bandReport(active),
      "arr_unknown": active.filter { $0.arr == nil }.count,
      "lapsed": ["accounts": lapsed.count, "arr": orNull(sumARR(lapsed))] as [String: Any],
      "arr_at_risk": [
        "arr": orNull(atRisk),
        "share": orNull(atRisk.flatMap { part in sumARR(active).flatMap { ratio(part, $0) } }),
      ] as [String: Any],
      "shift": orNull(
        portfolioShift().map { ["change": $0.change, "measure": orNull($0.measure?.text)] as [String: Any] }),
      "retention": [
        "grr": orNull(kept.grr), "nrr": orNull(kept.nrr), "logo": orNull(kept.logo),
        "cohort_accounts": kept.cohortAccounts, "cohort_arr": kept.cohortARR,
        "unavoidable_arr": kept.unavoidableARR, "addressable": orNull(kept.addressable),
      ] as [String: Any],
      "rows": [
        "read": rows.read, "used": rows.used, "refused": rows.refused, "left_out": rows.leftOut,
        "cells_refused": rows.refusedCells,
      ],
    ]
  }

  private func forecastReport(_ quarter: QuarterForecast) -> [String: Any] {
    let isKnown = quarter.arr != nil
    return [
      "quarter": quarter.quarter, "accounts": quarter.accounts, "arr": orNull(quarter.arr),
      "expected": orNull(isKnown ? quarter.expected : nil), "low": orNull(isKnown ? quarter.low : nil),
      "high": orNull(isKnown ? quarter.high : nil),
    ]
  }

  private func segmentReports(_ active: [Account]) -> [[String: Any]] {
    scoring.segments.map { segment in
      let members = active.filter { self.segment(of: $0).id == segment.id }
      return [
        "id": segment.id.text, "name": segment.name, "model": segment.model.text, "accounts": members.count,
        "arr": orNull(sumARR(members)), "bands": bandReport(members),
      ]
    }
  }

  /// An unknown ARR adds nothing; nil when every one is unknown.
  private func sumARR(_ accounts: [Account]) -> Double? {
    let known = accounts.compactMap(\.arr)
    return known.isEmpty && !accounts.isEmpty ? nil : known.reduce(0, +)
  }

  private func bandReport(_ accounts: [Account]) -> [String: Any] {
    let bands: [(String, Band?)] = [("green", .green), ("yellow", .yellow), ("red", .red), ("unscored", nil)]
    return Dictionary(
      uniqueKeysWithValues: bands.map { name, band in
        let members = accounts.filter { score(of: $0, on: asOf).band == band }
        return (name, ["accounts": members.count, "arr": orNull(sumARR(members))] as [String: Any])
      })
  }

  private func listReport(_ list: ListID) -> [[String: Any]] {
    items(of: list).map {
      [
        "account": $0.account.id.text, "since": $0.since.iso, "weeks": $0.weeks, "state": $0.state.rawValue,
        "overdue": $0.isOverdue,
      ]
    }
  }
}
