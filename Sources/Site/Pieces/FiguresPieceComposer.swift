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
        what: words.count(
          retention.isConfirmed ? .retentionWhat : .retentionWhatUnconfirmed, retention.cohortAccounts),
        series: { $0.net.map { 100 * $0 } },
        change: { percentPoints(Int($0.rounded())) },
        number: { [formats] in formats.percent($0 / 100, decimals: 1) }),
      figure(
        .atRiskLabel, value: money(today.arrAtRisk),
        what: words.count(
          .atRiskWhat, today.accountsAtRisk,
          ["share": total.arr > 0 ? formats.percent(today.arrAtRisk / total.arr, decimals: 1) : words(.unknown)]),
        series: \.arrAtRisk, change: signedMoney,
        number: { [formats, currency] in formats.money($0, currency: currency) }),
      figure(
        .renewalsLabel, value: money(today.renewalsNotAgreed.arr),
        what: words.count(
          .renewalsWhat, today.renewals, ["not_agreed": formats.whole(today.renewalsNotAgreed.accounts)]),
        series: \.renewalsNotAgreed.arr, change: signedMoney,
        number: { [formats, currency] in formats.money($0, currency: currency) }),
      figure(
        .divergencesLabel, value: formats.whole(today.openDivergences.accounts),
        what: words(
          .divergencesWhat,
          ["arr": money(today.openDivergences.arr), "overdue": formats.whole(today.overdueDivergences)]),
        series: { Double($0.openDivergences.accounts) }, change: { formats.change(Int($0.rounded())) },
        number: whole),
      figure(
        .overdueLabel, value: formats.whole(today.sentimentOverdue),
        what: words(
          .overdueWhat,
          [
            "share": total.accounts > 0
              ? formats.percent(Double(today.sentimentOverdue) / Double(total.accounts)) : words(.unknown)
          ]),
        series: { Double($0.sentimentOverdue) }, change: { formats.change(Int($0.rounded())) },
        number: whole),
    ]
    var html: [UInt8] = []
    let name = words(.fiveFigures)
    let tables = figures.compactMap(\.table)
    let table = ChartTable(joining: tables.prefix(1) + [grossTable] + tables.dropFirst(), name: name)
    template.render(
      FrontFigures(figures: figures.map(\.view), table: fold([table].compactMap { $0 }, name: name)), into: &html)
    return html
  }

  /// Gross retention of the weeks that the drawing of net shows, the latest first as in the table that it has a column of.
  private var grossTable: ChartTable {
    ChartTable(
      name: words(.grossHead), heads: [words(.dayHead), words(.valueHead)],
      rows: review.figures.map { week in
        [formats.shortDate(week.day), week.gross.map { formats.percent($0, decimals: 1) } ?? words(.unknown)]
      })
  }

  private func percentPoints(_ change: Int) -> String {
    words.count(.percentPoints, abs(change), ["change": formats.change(change)])
  }

  private func signedMoney(_ change: Double) -> String {
    // What rounds to nothing gets no sign.
    abs(change) < 0.5 ? money(0) : (change > 0 ? "+" : "") + money(change)
  }

  private func figure(
    _ label: Phrase, value: String, what: String, series: (WeekFigures) -> Double?, change: (Double) -> String,
    number: @escaping @Sendable (Double) -> String
  ) -> (view: FrontFigures.Figure, table: ChartTable?) {
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
    let drawing = Sparkline(
      amounts: values.reversed(), title: words(.thirteenWeeksOf, ["label": words(label)]),
      words: TableWords(
        // The line of retention is that of the net one.
        name: words(label == .retentionLabel ? .netHead : label), heads: [words(.dayHead), words(.valueHead)],
        rows: review.figures.reversed().map { formats.shortDate($0.day) }, none: words(.unknown), number: number))
    var svg: [UInt8] = []
    drawing.append(to: &svg)
    let changeWords = words(since == nil ? .changes : .changesSince, changes)
    let view = FrontFigures.Figure(
      label: words(label), value: value, what: what,
      changes: label == .retentionLabel ? words(.netChanges, ["changes": changeWords]) : changeWords, drawing: svg)
    return (view, drawing.table)
  }

  private var whole: @Sendable (Double) -> String { { [formats] in formats.whole(Int($0)) } }

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
    let days = review.figures.reversed().map { formats.shortDate($0.day) }
    let accountsLabel = words.count(.accounts, total.accounts)
    let arrLabel = words(.arrOf, ["arr": money(total.arr)])
    let byAccounts = BandStrip(
      amounts: perBand { Double($0.accounts) }, labels: perBand { formats.whole($0.accounts) },
      title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.accounts) }]),
      words: TableWords(
        name: accountsLabel, heads: [words(.bandHead), words(.accountsHead)], rows: bandNames, number: whole))
    let byARR = BandStrip(
      amounts: perBand(\.arr), labels: perBand { money($0.arr) },
      title: words(.bandsByARR, ["split": split(bands) { money($0.arr) }]),
      words: TableWords(
        name: arrLabel, heads: [words(.bandHead), words(.arr)], rows: bandNames,
        number: { [formats, currency] in formats.money($0, currency: currency) }))
    let overWeeks = BandStrips(
      weeks: weeks, firstLabel: days.first ?? "", lastLabel: days.last ?? "", title: words(.bandsOverWeeks),
      words: TableWords(
        name: words(.accountsOverWeeks), heads: [words(.dayHead)] + bandNames, rows: days, number: whole))
    let view = BandsFigure(
      accountsLabel: accountsLabel, accounts: svg(byAccounts), arrLabel: arrLabel, arr: svg(byARR),
      weeks: svg(overWeeks),
      table: fold([byAccounts.table, byARR.table, overWeeks.table].compactMap { $0 }, name: words(.bandsHead)),
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
