import Foundation
import Health
import Review

/// The figures of a review that are on pages but not in `report.json`, in the shape of the independent ones.
func pageFigures(_ review: Review) -> [String: Any] {
  let everybody = review.evidence.accounts.indices
  let whole = Retention(of: everybody, in: review.revenue, on: review.asOf)
  let bridge = review.bridgeOfYear
  var sums = ["before": bridge.before.known, "after": bridge.after.known]
  // In the outcomes of retention a figure is never unknown, so there must be no such step.
  for kind in RevenueBridge.Kind.allCases where kind != .unknown || bridge[kind].contains(where: { $0.change != 0 }) {
    sums[kind.rawValue] = bridge.sum(kind).known
  }
  return [
    "backtest": Dictionary(
      uniqueKeysWithValues: review.backtest.results.map { ("\($0.horizon)", worth(of: $0, models: review.models)) }),
    "segments": review.models.segments.indices.map { segment -> [Any] in
      let retention = Retention(review.cohort(of: segment))
      return [
        retention.cohortAccounts, orNull(retention.gross), orNull(retention.net), orNull(retention.logo),
      ]
    }, "without_outcome": [Double(whole.accountsWithoutOutcome), whole.arrWithoutOutcome], "bridge": sums,
    "listed": Dictionary(
      uniqueKeysWithValues: ListID.allCases.compactMap { list in
        review.judged.rate(on: list).map { (list.rawValue, [$0.count, $0.n]) }
      }),
    "staying": staying(review),
    "drift": Dictionary(
      uniqueKeysWithValues: review.drift.findings.map { finding in
        (
          name(of: finding.subject),
          [Double(finding.n.then), Double(finding.n.now), finding.size, finding.p, finding.isReal ? 1 : 0]
        )
      }),
  ]
}

private func name(of subject: PortfolioDrift.Subject) -> String {
  switch subject {
  case .bands: "bands"
  case .measure(let key): key
  }
}

private func staying(_ review: Review) -> [String: Any] {
  func figures(_ accounts: some Sequence<Int>) -> [Any] {
    let curve = StayingCurve(review.spells(of: accounts).spells)
    return [curve.accounts, curve.lost]
      + [1, 3, 6, 12, 24, 36].map { months -> Any in
        guard let step = curve.step(at: StayingCurve.age(months: months)) else { return NSNull() }
        return [step.kept] + (step.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
      }
  }
  var report: [String: Any] = ["all": figures(review.evidence.accounts.indices)]
  for (position, segment) in review.models.segments.enumerated() {
    report["segment \(segment.id)"] = figures(
      review.evidence.accounts.indices.filter { review.scorer.segmentOf[$0] == position })
  }
  for cohort in review.startCohorts { report["began \(cohort.year)"] = figures(cohort.accounts) }
  return report
}

private func worth(of result: Backtest.Result, models: Models) -> [String: Any] {
  func pair(_ rate: Rate) -> [Int] { [rate.count, rate.n] }
  var matrix: [String: Any] = [:]
  for band in [Band.green, .yellow, .red] {
    for flag in [Sentiment.Flag.green, .yellow, .red, nil] {
      matrix["\(band.rawValue) \(flag?.rawValue ?? "none")"] = pair(result.rate(of: band, flag: flag))
    }
  }
  func perCase<Case: RawRepresentable & CaseIterable>(_ type: Case.Type, _ rate: (Case) -> Rate) -> [String: Any]
  where Case.RawValue == String {
    Dictionary(uniqueKeysWithValues: Case.allCases.map { ($0.rawValue, pair(rate($0))) })
  }
  let reasons = result.reasons
  return [
    "matrix": matrix, "status": perCase(Sentiment.Status.self) { result.rate(of: $0) },
    "agreement": perCase(Agreement.self) { result.rate(of: $0) },
    "reviewed": [pair(result.rate(reviewed: true)), pair(result.rate(reviewed: false))],
    "direction": perCase(Direction.self) { result.rate(of: $0) },
    "change_4w": list(result.changeAgainstScore(weeks: 4)), "change_13w": list(result.changeAgainstScore(weeks: 13)),
    "worse_of_both": list(result.worseOfBoth),
    "reasons": reasons.groups.map { pair($0.rate) }.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) },
    "small_reasons": [reasons.small.reasons] + pair(reasons.small.rate),
    "dimensions": Dictionary(
      uniqueKeysWithValues: result.dimensions(of: models).map { dimension in
        (dimension.id, ["alone": list(dimension.alone), "left_out": list(dimension.leftOut)])
      }),
    "segments": models.segments.indices.map { segment -> [Any] in
      let members = result.restricted { $0.segment == segment }
      return [members.churned, members.n, orNull(members.auc?.value)]
    },
  ]
}

private func list(_ difference: AUCDifference?) -> Any {
  guard let difference else { return NSNull() }
  return [
    Double(difference.churned), Double(difference.n), difference.first.value, difference.second.value,
    difference.interval.lowerBound, difference.interval.upperBound,
  ]
}

private func orNull(_ value: Any?) -> Any { value ?? NSNull() }
