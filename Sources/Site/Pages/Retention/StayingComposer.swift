import Charts
import Health
import Review

/// How long accounts stay, as a curve and by segment and year of start.
struct StayingComposer: Composer {
  /// The months that tables have columns for, and how many of those that there are: as many as fit on paper.
  private static let months = [1, 3, 6, 12, 24, 36]
  private static let mostMonths = 4
  private static let perYear = 12

  let tell: Telling

  func section(on page: inout PageBuilder) -> StayingSection {
    let (spells, withoutStart) = review.spells(of: evidence.accounts.indices)
    let whole = StayingCurve(spells)
    let segments = review.segments.count < 2 ? [] : review.segments.map(\.segment)
    let groups =
      segments.enumerated().map { position, segment in
        (name(of: segment), evidence.accounts.indices.filter { review.scorer.segmentOf[$0] == position })
      } + review.startCohorts.map { (words(.stayingSince, ["year": String($0.year)]), $0.accounts) }
    let curves = groups.map { (name: $0.0, curve: StayingCurve(review.spells(of: $0.1).spells)) }
    let shown = ([(name: words(.allAccounts), curve: whole)] + curves).filter { $0.curve.from != nil }
    let months = Self.months.filter { month in
      shown.contains { $0.curve.step(at: StayingCurve.age(months: month)) != nil }
    }.suffix(Self.mostMonths)
    return StayingSection(
      lead: lead(whole, withoutStart: withoutStart),
      chart: whole.from == nil || whole.steps.isEmpty ? "" : page.add(figure(chart(whole))),
      heads: months.map { words.count(.months, $0) }, rows: shown.map { row($0.name, $0.curve, months: Array(months)) })
  }

  private func lead(_ curve: StayingCurve, withoutStart: Int) -> String {
    guard let recorded = review.lossesRecordedFrom else { return words(.stayingUnrecorded) }
    var sentences = [
      words.count(
        .stayingLead, curve.accounts, ["lost": formats.whole(curve.lost), "date": formats.date(recorded)])
    ]
    if withoutStart > 0 { sentences.append(words.count(.stayingWithoutStart, withoutStart)) }
    sentences.append(words(curve.from == nil ? .stayingTooFew : .stayingRule))
    return sentences.joined(separator: " ")
  }

  private func row(_ name: String, _ curve: StayingCurve, months: [Int]) -> StayingRow {
    StayingRow(
      name: name, accounts: formats.whole(curve.accounts), lost: formats.whole(curve.lost),
      seen: words(
        .betweenShort, ["low": formats.whole(curve.from ?? 0), "high": formats.whole(curve.until)]),
      shares: months.map { month in
        curve.step(at: StayingCurve.age(months: month)).map(share) ?? words(.stayingUnseen)
      })
  }

  private func share(_ step: StayingCurve.Step) -> String {
    guard let interval = step.interval else { return formats.percent(step.kept) }
    return words(
      .withInterval,
      [
        "n": formats.percent(step.kept), "low": formats.percent(interval.lowerBound),
        "high": formats.percent(interval.upperBound),
      ])
  }

  private func chart(_ curve: StayingCurve) -> KeptCurve {
    let from = curve.from ?? 0
    let width = Double(max(1, curve.until))
    let start = KeptCurve.Step(place: Double(from) / width, share: 1, interval: nil)
    let (bounds, ticks) = RetentionTrendChart.axis(
      of: [1, curve.steps.compactMap { $0.interval?.lowerBound ?? $0.kept }.min() ?? 1])
    let years = 1...max(1, curve.until / Retention.days)
    let last = curve.step(at: curve.until)
    return KeptCurve(
      steps: [start]
        + curve.steps.map { step in
          KeptCurve.Step(place: Double(step.age) / width, share: step.kept, interval: step.interval)
        }, end: 1, bounds: bounds, ticks: ticks.map { ($0, formats.percent($0)) },
      places: years.filter { $0 == 1 || years.upperBound < 8 || $0.isMultiple(of: 5) }
        .filter { $0 * Retention.days <= curve.until }
        .map { (Double($0 * Retention.days) / width, words.count(.months, Self.perYear * $0)) },
      label: last.map { formats.percent($0.kept) } ?? "",
      title: words(
        .stayingTitle,
        ["n": last.map(share) ?? words(.unknown), "days": words.count(.days, curve.until)]))
  }
}
