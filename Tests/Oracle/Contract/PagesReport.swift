import Foundation

// What the pages on retention and on the backtest contain beyond `report.json`, the slow and literal way.

/// One decision with everything known about it on the day of the call.
private struct Unit {
  let isChurned: Bool
  let band: Band?
  let flag: Flag?
  let status: SentimentStatus
  let reason: String?
  let isReviewed: Bool
  let direction: Direction?
  let change4: Int?
  let change13: Int?
  let published: Int?
  /// The unrounded score and its dimensions; nil without a published score.
  let exact: Double?
  let dimensions: [(id: Name, weight: Double, score: Double)]
  let segment: Name
}

extension World {
  func pagesReport() -> [String: Any] {
    [
      "backtest": Dictionary(uniqueKeysWithValues: [30, 90, 180].map { ("\($0)", worth(horizon: $0)) }),
      "segments": scoring.segments.map { segment in
        let members = portfolio.accounts.filter { self.segment(of: $0).id == segment.id }
        return figures(of: members)
      }, "without_outcome": withoutOutcome(), "bridge": bridge(),
      "listed": listedThen(), "staying": stayingReport(), "drift": drift(),
    ]
  }

  private func units(horizon: Int) -> [Unit] {
    portfolio.accounts.compactMap { account in
      let decisions: [OutcomeKind] = [.churned, .renewed, .contracted]
      guard let decision = account.outcomes.last(where: { $0.day <= asOf && decisions.contains($0.kind) }) else {
        return nil
      }
      let day = (decision.noticeOn ?? decision.day) - horizon
      guard isActive(account, on: day) else { return nil }
      let score = score(of: account, on: day, isRescoring: true)
      let sentiment = sentiment(of: account, on: day)
      func change(_ days: Int) -> Int? {
        guard isActive(account, on: day - days), let now = score.published,
          let then = self.score(of: account, on: day - days, isRescoring: true).published
        else { return nil }
        return now - then
      }
      return Unit(
        isChurned: decision.kind == .churned, band: score.band, flag: currentFlag(of: account, on: day),
        status: sentiment.status, reason: sentiment.row?.reason,
        isReviewed: account.reviews.contains { $0.day <= day && $0.day > day - 90 },
        direction: direction(
          change(7), change(28), change(91), tenure: startedOn(of: account, asSeenOn: day).map { day - $0 }),
        change4: change(28), change13: change(91), published: score.published,
        exact: score.published == nil ? nil : score.exact,
        dimensions: score.dimensions.compactMap { dimension in
          dimension.score.map { (dimension.id, dimension.weight, $0) }
        }, segment: segment(of: account).id)
    }
  }

  private func direction(_ week: Int?, _ four: Int?, _ thirteen: Int?, tenure: Int?) -> Direction {
    if week ?? 0 <= -10 || four ?? 0 <= -15 { return .sharp_fall }
    if four ?? 0 <= -5 || thirteen ?? 0 <= -10 { return .falling }
    if tenure ?? 91 < 91 || (week == nil && four == nil && thirteen == nil) { return .new }
    return four ?? 0 >= 5 ? .rising : .steady
  }

  private func worth(horizon: Int) -> [String: Any] {
    let units = units(horizon: horizon)
    let scored = units.filter { $0.published != nil }
    func rate(_ members: [Unit]) -> [Int] { [members.filter(\.isChurned).count, members.count] }
    var matrix: [String: Any] = [:]
    for (band, name) in [(Band.green, "green"), (.yellow, "yellow"), (.red, "red")] {
      for flag in [Flag.green, .yellow, .red, nil] {
        matrix["\(name) \(flag?.rawValue ?? "none")"] = rate(scored.filter { $0.band == band && $0.flag == flag })
      }
    }
    let rank: (Flag) -> Int = { $0 == .green ? 0 : $0 == .yellow ? 1 : 2 }
    func agreement(_ unit: Unit) -> String {
      guard let band = unit.band?.rawValue, let flag = unit.flag.map(rank) else { return "none" }
      return flag == band ? "agree" : flag > band ? "worse" : "better"
    }
    func perCase(_ names: [String], _ of: (Unit) -> String?) -> [String: Any] {
      Dictionary(uniqueKeysWithValues: names.map { name in (name, rate(scored.filter { of($0) == name })) })
    }
    let segments = scoring.segments.map { segment -> Any in
      let members = scored.filter { $0.segment == segment.id }
      return [
        rate(members)[0], rate(members)[1], orNull(area(members.map { ($0.isChurned, Double($0.published ?? 0)) })),
      ]
        as [Any]
    }
    let reasons = Dictionary(grouping: scored.filter { $0.flag != nil }) { plain($0.reason ?? "") }
    return [
      "matrix": matrix, "status": perCase(["fresh", "ageing", "stale", "none"]) { $0.status.rawValue },
      "agreement": perCase(["worse", "agree", "better", "none"], agreement),
      "reviewed": [rate(scored.filter(\.isReviewed)), rate(scored.filter { !$0.isReviewed })],
      "direction": perCase(["sharp_fall", "falling", "new", "rising", "steady"]) { $0.direction?.rawValue },
      "change_4w": paired(units.map { ($0.isChurned, $0.change4.map(Double.init), $0.exact) }, together: 2),
      "change_13w": paired(units.map { ($0.isChurned, $0.change13.map(Double.init), $0.exact) }, together: 2),
      "worse_of_both": paired(
        scored.map { unit in
          (
            unit.isChurned, -Double(max(unit.band?.rawValue ?? 0, unit.flag.map(rank) ?? 0)),
            unit.published.map(Double.init)
          )
        }, together: 2),
      "reasons": reasons.values.filter { $0.count >= 5 }.map { rate($0) }.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) },
      "small_reasons": reasons.values.filter { $0.count < 5 }.reduce([0, 0, 0]) { sum, members in
        [sum[0] + 1, sum[1] + rate(members)[0], sum[2] + members.count]
      },
      "dimensions": dimensions(units), "segments": segments,
    ]
  }

  /// Each dimension alone and left out, which is two comparisons; a single one is the score itself.
  private func dimensions(_ units: [Unit]) -> [String: Any] {
    let ids = Set(([scoring.base] + scoring.overriding).flatMap { $0.weighted().map(\.id) })
    guard ids.count > 1 else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: ids.map { id in
        let alone = units.map { unit in (unit.isChurned, unit.dimensions.first { $0.id == id }?.score, unit.exact) }
        let leftOut = units.map { unit in
          (unit.isChurned, average(unit.dimensions.filter { $0.id != id }.map { ($0.weight, $0.score) }), unit.exact)
        }
        return (
          id.text,
          ["alone": paired(alone, together: 2 * ids.count), "left_out": paired(leftOut, together: 2 * ids.count)]
        )
      })
  }

  /// A text with single blanks, in lower case, without a full stop at the end.
  private func plain(_ text: String) -> Name {
    let words = text.split { " \n\t".contains($0) }.joined(separator: " ")
    var small = String(
      String.UnicodeScalarView(
        words.unicodeScalars.map { scalar in
          ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }))
    while let last = small.unicodeScalars.last, last == "." || last == " " { small.unicodeScalars.removeLast() }
    return Name(small)
  }

  /// The AUC; nil below 10 churned or 10 kept.
  private func area(_ signs: [(isChurned: Bool, value: Double)]) -> Double? {
    let churned = signs.filter(\.isChurned).map(\.value)
    let kept = signs.filter { !$0.isChurned }.map(\.value)
    guard churned.count >= 10, kept.count >= 10 else { return nil }
    return areaUnderCurve(churned: churned, kept: kept)
  }

  /// Both areas and DeLong's interval of their difference, over accounts with both signs.
  ///
  /// Of several intervals together, each gets an equal share of the permitted 5 % error.
  private func paired(_ signs: [(isChurned: Bool, first: Double?, second: Double?)], together: Int) -> Any {
    // Values equal to nine decimals are equal: the order of a sum must not decide between two accounts.
    let both = signs.compactMap { sign in
      sign.first.flatMap { first in
        sign.second.map { (sign.isChurned, (first * 1e9).rounded(), ($0 * 1e9).rounded()) }
      }
    }
    guard let first = area(both.map { ($0.0, $0.1) }), let second = area(both.map { ($0.0, $0.2) }) else {
      return NSNull()
    }
    let churned = both.filter(\.0)
    let kept = both.filter { !$0.0 }
    func wins(_ lost: Double, _ stayed: Double) -> Double { lost < stayed ? 1 : lost == stayed ? 0.5 : 0 }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func variance(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + pow($1 - mean(values), 2) } / Double(values.count - 1)
    }
    let ofChurned = churned.map { one in mean(kept.map { wins(one.1, $0.1) - wins(one.2, $0.2) }) }
    let ofKept = kept.map { one in mean(churned.map { wins($0.1, one.1) - wins($0.2, one.2) }) }
    var reach = 1.959964
    if together > 1 {
      // In small steps to where the tails beyond it hold no more than that share.
      while erfc(reach / 2.0.squareRoot()) > 0.05 / Double(together) { reach += 1e-6 }
    }
    let spread =
      reach * sqrt(variance(ofChurned) / Double(churned.count) + variance(ofKept) / Double(kept.count))
    return [
      Double(churned.count), Double(both.count), first, second, max(-1, first - second - spread),
      min(1, first - second + spread),
    ]
  }

  private func figures(of accounts: [Account]) -> [Any] {
    var cohort: [(a: Double, b: Double, isUnavoidable: Bool)] = []
    for account in accounts {
      if let (a, b) = cohortFigures(of: account) { cohort.append((a, b, false)) }
    }
    let kept = Oracle.retention(of: cohort)
    return [kept.cohortAccounts, orNull(kept.grr), orNull(kept.nrr), orNull(kept.logo)]
  }

  private func withoutOutcome() -> [Double] {
    let silent = portfolio.accounts.filter { account in
      cohortFigures(of: account) != nil && !account.outcomes.contains { $0.day <= asOf }
    }
    return [Double(silent.count), silent.reduce(0) { $0 + (cohortFigures(of: $1)?.a ?? 0) }]
  }

  /// The sum of each kind of change from last year's revenue, and the two ends.
  private func bridge() -> [String: Double] {
    var sums = ["new": 0.0, "expansion": 0.0, "contraction": 0.0, "churn": 0.0, "before": 0.0, "after": 0.0]
    for account in portfolio.accounts {
      let ends = (hundredths(arr(of: account, on: asOf - 365)), hundredths(arr(of: account, on: asOf)))
      let (a, b) = (ends.0 ?? 0, ends.1 ?? 0)
      sums["before", default: 0] += a
      sums["after", default: 0] += b
      let isUnknown = ends.0 == nil && ends.1 != 0 || ends.1 == nil && ends.0 != 0
      let kind = isUnknown ? "unknown" : a == 0 ? "new" : b == 0 ? "churn" : b > a ? "expansion" : "contraction"
      if isUnknown && b == a { continue }
      sums[kind, default: 0] += b - a
    }
    return sums
  }
}
