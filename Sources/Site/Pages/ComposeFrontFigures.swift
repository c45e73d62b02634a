import Charts
import Health
import Review
import Templates

extension Context {
  func frontFigures(_ template: CompiledTemplate<FrontFigures>) -> [UInt8] {
    let today = review.today
    let total = today.bands.total
    let retention = review.retention
    let figures = [
      figure(
        .retentionLabel,
        value: today.net == nil
          ? words(.unknown)
          : [today.net, today.gross].compactMap { $0.map { formats.percent($0) } }.joined(separator: "\u{A0}· "),
        what: words.count(.retentionWhat, retention.cohortAccounts), series: { $0.net.map { 100 * $0 } },
        change: { percentPoints(Int($0.rounded())) }),
      figure(
        .atRiskLabel, value: money(today.arrAtRisk),
        what: words.count(
          .atRiskWhat, today.accountsAtRisk,
          ["share": total.arr > 0 ? formats.percent(today.arrAtRisk / total.arr, decimals: 1) : words(.unknown)]),
        series: \.arrAtRisk, change: signedMoney),
      figure(
        .renewalsLabel, value: money(today.renewalsNotAgreed.arr),
        what: words.count(
          .renewalsWhat, today.renewals, ["not_agreed": formats.whole(today.renewalsNotAgreed.accounts)]),
        series: \.renewalsNotAgreed.arr, change: signedMoney),
      figure(
        .divergencesLabel, value: formats.whole(today.openDivergences.accounts),
        what: words(
          .divergencesWhat,
          ["arr": money(today.openDivergences.arr), "overdue": formats.whole(today.overdueDivergences)]),
        series: { Double($0.openDivergences.accounts) }, change: { formats.change(Int($0.rounded())) }),
      figure(
        .overdueLabel, value: formats.whole(today.sentimentOverdue),
        what: words(
          .overdueWhat,
          [
            "share": total.accounts > 0
              ? formats.percent(Double(today.sentimentOverdue) / Double(total.accounts)) : words(.unknown)
          ]),
        series: { Double($0.sentimentOverdue) }, change: { formats.change(Int($0.rounded())) }),
    ]
    var html: [UInt8] = []
    template.render(FrontFigures(figures: figures), into: &html)
    return html
  }

  private func percentPoints(_ change: Int) -> String {
    words.count(.percentPoints, abs(change), ["change": formats.change(change)])
  }

  private func signedMoney(_ change: Double) -> String {
    // What rounds to nothing gets no sign.
    abs(change) < 0.5 ? money(0) : (change > 0 ? "+" : "") + money(change)
  }

  private func figure(
    _ label: Phrase, value: String, what: String, series: (WeekFigures) -> Double?, change: (Double) -> String
  ) -> FrontFigures.Figure {
    let values = review.figures.map(series)
    func changed(_ weeks: Int) -> String {
      guard let now = values[0], let then = values[weeks] else { return words(.unknown) }
      return change(now - then)
    }
    let last = review.history.previous
    let since = last.map { (review.asOf.monday - $0.asOf.monday) / 7 }.flatMap { $0 <= WeekFigures.weeks ? $0 : nil }
    let changes: Places = [
      "week": changed(since ?? 1), "edition": last?.edition.description ?? "", "thirteen": changed(WeekFigures.weeks),
    ]
    let known = values.compactMap { $0 }
    // The line spans what there is, since amounts have no natural ends.
    let low = known.min() ?? 0
    let high = known.max() ?? 0
    let scaled = values.reversed().map { value in
      value.map { high > low ? Int(1000 * ($0 - low) / (high - low)) : 500 }
    }
    let drawing = Sparkline(
      scores: scaled, weeks: values.count, edges: nil, bounds: 0...1000,
      title: words(.thirteenWeeksOf, ["label": words(label)]))
    var svg: [UInt8] = []
    drawing.append(to: &svg)
    return FrontFigures.Figure(
      label: words(label), value: value, what: what,
      changes: words(since == nil ? .changes : .changesSince, changes), drawing: svg)
  }

  func bandsFigure(_ template: CompiledTemplate<BandsFigure>) -> [UInt8] {
    let bands = review.today.bands
    let total = bands.total
    func svg(_ chart: some Chart) -> [UInt8] {
      var bytes: [UInt8] = []
      chart.append(to: &bytes)
      return bytes
    }
    func perBand<Value: Sendable>(_ value: (BandSplit.Share) -> Value) -> PerBand<Value> {
      PerBand(
        green: value(bands[.green]), yellow: value(bands[.yellow]), red: value(bands[.red]),
        unscored: value(bands[.unscored]))
    }
    let weeks = review.figures.reversed().map { week in
      PerBand(
        green: Double(week.bands[.green].accounts), yellow: Double(week.bands[.yellow].accounts),
        red: Double(week.bands[.red].accounts), unscored: Double(week.bands[.unscored].accounts))
    }
    let first = review.figures.last?.day ?? review.asOf
    let view = BandsFigure(
      accountsLabel: words.count(.accounts, total.accounts),
      accounts: svg(
        BandStrip(
          amounts: perBand { Double($0.accounts) }, labels: perBand { formats.whole($0.accounts) },
          title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.accounts) }]))),
      arrLabel: words(.arrOf, ["arr": money(total.arr)]),
      arr: svg(
        BandStrip(
          amounts: perBand(\.arr), labels: perBand { money($0.arr) },
          title: words(.bandsByARR, ["split": split(bands) { money($0.arr) }]))),
      weeks: svg(
        BandStrips(
          weeks: weeks, firstLabel: formats.shortDate(first), lastLabel: formats.shortDate(review.asOf),
          title: words(.bandsOverWeeks))),
      keys: Band.allCases.map { band in
        BandKey(
          letter: String(band.rawValue.prefix(1)),
          text: words(
            .bandKey,
            [
              "band": words.code(.band, band.rawValue), "accounts": formats.whole(bands[band].accounts),
              "arr": money(bands[band].arr),
            ]))
      })
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }

  /// `green 26, yellow 11, red 3, unscored 1`.
  func split(_ bands: BandSplit, value: (BandSplit.Share) -> String) -> String {
    Band.allCases.map { "\(words.code(.band, $0.rawValue)) \(value(bands[$0]))" }.joined(separator: ", ")
  }

  func matrix(_ template: CompiledTemplate<Matrix>, root: String) -> [UInt8] {
    let view = Matrix(
      rows: Band.allCases.map { band in
        Matrix.Row(
          letter: String(band.rawValue.prefix(1)), word: words.code(.band, band.rawValue),
          isScored: band != .unscored,
          cells: MatrixCell.flags.map { flag in cell(MatrixCell(band: band, flag: flag), root: root) })
      })
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }

  private func cell(_ cell: MatrixCell, root: String) -> Matrix.Cell {
    let accounts = accounts(in: cell)
    return Matrix.Cell(
      kind: cell.isDivergence ? "hot" : cell.isAgreement ? "agree" : "",
      link: accounts.isEmpty ? "" : root + cell.path, count: formats.whole(accounts.count),
      arr: money(arr(of: accounts.map(\.account))))
  }

  /// The active accounts of a cell, those that ask for attention first.
  func accounts(in cell: MatrixCell) -> [AccountReview] {
    review.byExposure.filter { $0.score.band == cell.band && $0.currentFlag == cell.flag }
  }
}

/// A cell of the matrix: a band by score and a current flag by person, or none.
struct MatrixCell: Sendable {
  static let flags: [Sentiment.Flag?] = [.green, .yellow, .red, nil]
  static let all = Band.allCases.flatMap { band in flags.map { MatrixCell(band: band, flag: $0) } }

  let band: Band
  let flag: Sentiment.Flag?

  /// Green by score, worse by person: what the product is about.
  var isDivergence: Bool { band == .green && (flag == .yellow || flag == .red) }
  var isAgreement: Bool { band.rawValue == flag?.rawValue }
  var path: String { "matrix/\(band.rawValue)-\(flag?.rawValue ?? "none").html" }
}
