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
    let bands = segment.bands
    let total = bands.total
    let isRated = total.count >= Rate.smallestRated
    let quartiles = SegmentRows(tell: tell).quartiles(of: segment)
    let risks = RiskRows(tell: tell)
    let members = sheet.number == 1 ? review.byExposure(segment) : []
    let strip = BandStrip(
      amounts: PerBand(
        green: Double(bands[.green].count), yellow: Double(bands[.yellow].count),
        red: Double(bands[.red].count), unscored: Double(bands[.unscored].count)),
      labels: PerBand(
        green: formats.whole(bands[.green].count), yellow: formats.whole(bands[.yellow].count),
        red: formats.whole(bands[.red].count), unscored: formats.whole(bands[.unscored].count)),
      title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.count) }]))
    return SegmentPage(
      name: name(of: segment.segment),
      lead: words(
        .segmentLead, ["accounts": words.count(.activeAccounts, total.count), "arr": money(total)]),
      small: isRated ? "" : words.count(.smallSegment, Rate.smallestRated), bands: page.add(strip),
      spread: isRated ? quartiles.map { page.add(figure($0)) } ?? "" : "",
      spreadWords: isRated ? quartiles?.title ?? "" : "",
      shares: Band.allCases.map { band in
        BandShareRow(
          band: band.rawValue, word: words.code(.band, band.rawValue), accounts: formats.whole(bands[band].count),
          share: isRated ? formats.percent(Double(bands[band].count) / Double(total.count)) : "",
          arr: shortMoney(bands[band]))
      },
      model: segment.model.id == "default"
        ? words(.baseModel) : words(.variantModel, ["model": name(of: segment.model)]),
      verdict: verdict(of: segment), backtestLink: "\(page.root)backtest.html",
      risks: risks.riskKinds(members),
      worstRisks: risks.worstRisks(members, most: Self.mostRisks, root: page.root),
      rows: segment.members[sheet.range].map { AccountRows(tell: tell).row(review.accounts[$0], on: &page) },
      sheets: sheet.links("segments/\(slug(of: segment.segment.id))"))
  }

  /// How well the active model did for the accounts of a segment, in a sentence or two.
  private func verdict(of segment: SegmentReview) -> String {
    let position = review.models.segments.firstIndex { $0.id == segment.segment.id }
    let result = review.judged.restricted { $0.segment == position }
    let verdict = VerdictWords(tell: tell)
    var sentences = [
      words(
        .segmentBacktest,
        [
          "days": words.count(.days, result.horizon), "n": formats.whole(result.n),
          "churned": formats.whole(result.churned), "auc": words(of: result.auc, in: result, by: review.models),
        ])
    ]
    if let fitted = verdict.fittedWords(result, by: review.models) { sentences.append(fitted) }
    return sentences.joined(separator: " ")
  }
}
