import Charts
import Health
import Review

extension Context {
  /// How many open risks a segment page names.
  private static let mostRisks = 12

  /// How many accounts the table of placements names for a segment.
  private static let mostPlaced = 40

  private func scores(in segment: SegmentReview) -> [Double] {
    segment.members.compactMap { review.accounts[$0].score.published.map(Double.init) }
  }

  /// The strip and the key of a segment's bands, and its scores from lowest to highest.
  func row(_ segment: SegmentReview, on draft: inout Draft) -> SegmentRow {
    let bands = segment.bands
    let name = name(of: segment.segment)
    let scores = scores(in: segment)
    let strip = BandStrip(
      amounts: PerBand(
        green: bands[.green].arr, yellow: bands[.yellow].arr, red: bands[.red].arr, unscored: bands[.unscored].arr),
      labels: PerBand(green: "", yellow: "", red: "", unscored: ""), height: 12,
      title: words(.bandsByARR, ["split": split(bands) { money($0.arr) }]))
    return SegmentRow(
      name: name, link: segmentLink(segment.segment, root: draft.root), accounts: formats.whole(bands.total.accounts),
      arr: money(bands.total.arr), green: formats.whole(bands[.green].accounts),
      yellow: formats.whole(bands[.yellow].accounts), red: formats.whole(bands[.red].accounts),
      unscored: formats.whole(bands[.unscored].accounts), strip: draft.add(strip),
      lower: figure(quantile(0.25, of: scores)), median: figure(median(scores)),
      upper: figure(quantile(0.75, of: scores)),
      quartiles: quartiles(scores).map { draft.add($0) } ?? "")
  }

  /// How many accounts of a segment a rule placed, and which ones their own column did.
  func placement(in segment: SegmentReview, root: String) -> PlacementRow {
    let members = segment.members.map { review.accounts[$0].account }
    let placed = members.filter { review.models.isPlacedByColumn(evidence.accounts[$0]) }
      .sorted { evidence.accounts[$0].id < evidence.accounts[$1].id }
    let shown = placed.prefix(Self.mostPlaced)
    return PlacementRow(
      name: name(of: segment.segment), link: segmentLink(segment.segment, root: root),
      byRule: formats.whole(members.count - placed.count), byColumn: formats.whole(placed.count),
      accounts: shown.enumerated().map { index, account in
        PlacedAccount(
          name: evidence.accounts[account].name, link: accountLink(account, root: root),
          separator: index + 1 < shown.count ? words(.clauseSeparator) : "")
      },
      more: moreAccounts(of: placed.count, shown: shown.count))
  }

  private func figure(_ score: Double?) -> String { score.map { formats.number($0, decimals: 1) } ?? words(.unknown) }

  private func quartiles(_ scores: [Double]) -> QuartileStrip? {
    guard let min = scores.min(), let lower = quantile(0.25, of: scores), let middle = median(scores),
      let upper = quantile(0.75, of: scores), let max = scores.max()
    else { return nil }
    return QuartileStrip(
      min: min, lowerQuartile: lower, median: middle, upperQuartile: upper, max: max,
      title: words(
        .quartilesTitle,
        [
          "min": formats.number(min, decimals: 1), "lower": formats.number(lower, decimals: 1),
          "median": formats.number(middle, decimals: 1), "upper": formats.number(upper, decimals: 1),
          "max": formats.number(max, decimals: 1),
        ]),
      words: tableOfScores(
        words(.scoresHead), heads: [.factHead, .scoreRow],
        rows: [.leastScore, .lowerQuartile, .median, .upperQuartile, .greatestScore].map { words($0) }))
  }

  func segmentPage(_ segment: SegmentReview, sheet: Sheet, on draft: inout Draft) -> SegmentPage {
    let bands = segment.bands
    let total = bands.total
    let isRated = total.accounts >= Self.smallestRated
    let scores = scores(in: segment)
    let quartiles = quartiles(scores)
    let members = sheet.number == 1 ? review.byExposure(segment) : []
    let strip = BandStrip(
      amounts: PerBand(
        green: Double(bands[.green].accounts), yellow: Double(bands[.yellow].accounts),
        red: Double(bands[.red].accounts), unscored: Double(bands[.unscored].accounts)),
      labels: PerBand(
        green: formats.whole(bands[.green].accounts), yellow: formats.whole(bands[.yellow].accounts),
        red: formats.whole(bands[.red].accounts), unscored: formats.whole(bands[.unscored].accounts)),
      title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.accounts) }]))
    return SegmentPage(
      name: name(of: segment.segment),
      lead: words(
        .segmentLead, ["accounts": words.count(.activeAccounts, total.accounts), "arr": money(total.arr)]),
      small: isRated ? "" : words.count(.smallSegment, Self.smallestRated), bands: draft.add(strip),
      spread: isRated ? quartiles.map { draft.add(figure($0)) } ?? "" : "",
      spreadWords: isRated ? quartiles?.title ?? "" : "",
      shares: Band.allCases.map { band in
        BandShareRow(
          band: band.rawValue, word: words.code(.band, band.rawValue), accounts: formats.whole(bands[band].accounts),
          share: isRated ? formats.percent(Double(bands[band].accounts) / Double(total.accounts)) : "",
          arr: money(bands[band].arr))
      },
      model: segment.model.id == "default"
        ? words(.baseModel) : words(.variantModel, ["model": name(of: segment.model)]),
      verdict: verdict(of: segment), backtestLink: "\(draft.root)backtest.html",
      risks: riskKinds(members),
      worstRisks: worstRisks(members, most: Self.mostRisks, root: draft.root),
      rows: segment.members[sheet.range].map { row(review.accounts[$0], on: &draft) },
      sheets: sheet.links("segments/\(slug(of: segment.segment.id))"))
  }

  /// How the model in force did for the accounts of a segment, in a sentence or two.
  private func verdict(of segment: SegmentReview) -> String {
    let position = review.models.segments.firstIndex { $0.id == segment.segment.id }
    let result = judged.restricted { $0.segment == position }
    var sentences = [
      words(
        .segmentBacktest,
        [
          "days": words.count(.days, result.horizon), "n": formats.whole(result.n),
          "churned": formats.whole(result.churned), "auc": words(of: result.auc, in: result, by: review.models),
        ])
    ]
    if let fitted = fittedWords(result, by: review.models) { sentences.append(fitted) }
    return sentences.joined(separator: " ")
  }
}
