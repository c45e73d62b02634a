import Charts
import Health
import Review

/// Composes the pages of segments, sheet by sheet.
struct SegmentPageComposer: PageComposer {
  static let template = "segment.md"

  /// The number of open risks on a segment page.
  private static let mostRisks = 12

  let tell: Telling

  var pages: [PagePlan<(segment: SegmentReview, sheet: Sheet)>] {
    review.segments.flatMap { segment in
      Sheet.all(rows: segment.members.count).map { sheet in
        PagePlan(
          path: sheet.path("segments/\(slug(of: segment.segment.id))"), title: name(of: segment.segment),
          entry: SegmentsPageComposer.entry, subject: (segment, sheet))
      }
    }
  }

  func view(of subject: (segment: SegmentReview, sheet: Sheet), on page: inout PageBuilder) -> SegmentPage {
    let (segment, sheet) = subject
    // What is said of the whole segment stands on the first sheet.
    let head = sheet.number == 1 ? head(of: segment, on: &page) : nil
    return SegmentPage(
      name: name(of: segment.segment),
      lead: words(
        .segmentLead,
        ["accounts": words.count(.activeAccounts, segment.bands.total.count), "arr": money(segment.bands.total)]),
      head: head,
      rows: segment.members[sheet.range].map { AccountRows(tell: tell).row(review.accounts[$0], on: &page) },
      sheets: sheet.links("segments/\(slug(of: segment.segment.id))"))
  }

  private func head(of segment: SegmentReview, on page: inout PageBuilder) -> SegmentHead {
    let bands = segment.bands
    let total = bands.total
    let isRated = total.count >= Rate.smallestRated
    let quartiles = SegmentRows(tell: tell).quartiles(of: segment)
    let means = segment.members.count < review.accounts.count ? review.dimensionMeans(of: segment) : []
    let strip = BandStrip(
      amounts: PerBand(
        green: Double(bands[.green].count), yellow: Double(bands[.yellow].count),
        red: Double(bands[.red].count), unscored: Double(bands[.unscored].count)),
      labels: PerBand(
        green: formats.whole(bands[.green].count), yellow: formats.whole(bands[.yellow].count),
        red: formats.whole(bands[.red].count), unscored: formats.whole(bands[.unscored].count)),
      title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.count) }]))
    return SegmentHead(
      changes: changes(of: segment), forecast: ForecastComposer(tell: tell).line(forecast(of: segment)) ?? "",
      small: isRated ? "" : words.count(.smallSegment, Rate.smallestRated), bands: page.add(strip),
      weeks: page.add(figure(weeks(of: review.trend(of: segment)))),
      spread: isRated ? quartiles.map { page.add(figure($0)) } ?? "" : "",
      spreadWords: isRated ? quartiles?.title ?? "" : "",
      hasShares: isRated,
      shares: Band.allCases.filter { bands[$0].count > 0 }.map { band in
        BandShareRow(
          band: band.rawValue, word: words.code(.band, band.rawValue), accounts: formats.whole(bands[band].count),
          share: isRated ? formats.percent(Double(bands[band].count) / Double(total.count)) : "",
          arr: shortMoney(bands[band]))
      },
      dragTitle: dragTitle(means), dimensions: means.map { row($0, root: page.root) },
      model: segment.model.id == "default"
        ? words(.baseModel) : words(.variantModel, ["model": name(of: segment.model)]),
      verdict: verdict(of: segment), backtestLink: "\(page.root)backtest.html",
      worstRisks: RiskRows(tell: tell).worstRisks(review.byExposure(segment), most: Self.mostRisks, root: page.root))
  }

  /// How many are green and how the median moved, since the last edition and over 13 weeks.
  private func changes(of segment: SegmentReview) -> [String] {
    guard !segment.members.isEmpty else { return [] }
    let trend = review.trend(of: segment)
    let median = SegmentRows(tell: tell).changes(of: trend)
    let date = formats.date(trend.day(weeksAgo: trend.weeksSinceEdition))
    func green(_ weeksAgo: Int) -> Int { trend.counts(weeksAgo: weeksAgo)[.green] ?? 0 }
    return [
      words(
        .greenChanges,
        [
          "n": formats.whole(green(0)), "change": formats.change(green(0) - green(trend.weeksSinceEdition)),
          "date": date, "thirteen": formats.change(green(0) - green(WeekFigures.weeks)),
        ]),
      words(
        .medianChanges,
        [
          "n": trend.median(weeksAgo: 0).map { formats.number($0, decimals: 1) } ?? words(.unknown),
          "change": median.since, "date": date, "thirteen": median.thirteen,
        ]),
    ]
  }

  private func forecast(of segment: SegmentReview) -> RenewalForecast? {
    let position = review.models.segments.firstIndex { $0.id == segment.segment.id }
    return review.forecast?.restricted { $0.segment == position }
  }

  private func weeks(of trend: GroupTrend) -> BandStrips {
    let weeks = (0...WeekFigures.weeks).reversed().map { week in
      (day: formats.shortDate(trend.day(weeksAgo: week)), counts: trend.counts(weeksAgo: week))
    }
    return bandStrips(weeks.map { week in (week.day, PerBand { Double(week.counts[$0] ?? 0) }) })
  }

  private func dragTitle(_ means: [DimensionMean]) -> String {
    // What is less than half a point is none that a reader sees.
    guard let worst = means.first, worst.difference <= -0.5 else { return words(.noDimensionDrags) }
    return words(
      .dimensionDrags,
      [
        "dimension": label(worst.id), "here": formats.fixed(worst.here, decimals: 0),
        "all": formats.fixed(worst.all, decimals: 0),
      ])
  }

  private func row(_ mean: DimensionMean, root: String) -> DimensionMeanRow {
    DimensionMeanRow(
      label: label(mean.id), here: formats.fixed(mean.here, decimals: 1), all: formats.fixed(mean.all, decimals: 1),
      difference: formats.change(mean.difference, decimals: 1),
      lowest: accountLinks(mean.lowest.map(\.account), root: root) { account in
        mean.lowest.first { $0.account == account }.map { formats.fixed($0.score, decimals: 0) } ?? ""
      })
  }

  /// How well the active model did for the accounts of a segment, in a few sentences.
  private func verdict(of segment: SegmentReview) -> String {
    let position = review.models.segments.firstIndex { $0.id == segment.segment.id }
    let result = review.judged.restricted { $0.segment == position }
    guard result.n > 0 else { return words(.segmentUndecided) }
    let decided = words.count(.segmentDecided, result.n, ["churned": formats.whole(result.churned)])
    let found =
      result.auc == nil
      ? words(.segmentTooFew)
      : words(
        .segmentAuc,
        ["days": words.count(.days, result.horizon), "auc": words(of: result.auc, in: result, by: review.models)])
    let fitted = VerdictWords(tell: tell).fittedWords(result, by: review.models)
    return ([decided, found] + [fitted].compactMap { $0 }).joined(separator: " ")
  }
}
