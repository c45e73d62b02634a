import Charts
import Health
import Review

/// Composes the five figures at the top of the front page.
struct FiguresPieceComposer: Composer {
  let tell: Telling

  func piece() -> FiguresPiece {
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
        number: { formats.percent($0 / 100, decimals: 1) }),
      figure(
        .atRiskLabel, value: money(today.arrAtRisk),
        what: words.count(
          .atRiskWhat, today.accountsAtRisk,
          ["share": total.arr > 0 ? formats.percent(today.arrAtRisk / total.arr, decimals: 1) : words(.unknown)]),
        series: \.arrAtRisk, change: signedMoney,
        number: { money($0) }),
      figure(
        .renewalsLabel, value: money(today.renewalsNotAgreed.arr),
        what: words.count(
          .renewalsWhat, today.renewals, ["not_agreed": formats.whole(today.renewalsNotAgreed.accounts)]),
        series: \.renewalsNotAgreed.arr, change: signedMoney,
        number: { money($0) }),
      figure(
        .divergencesLabel, value: formats.whole(today.openDivergences.accounts),
        what: words(
          .divergencesWhat,
          ["arr": money(today.openDivergences.arr), "overdue": formats.whole(today.overdueDivergences)]),
        series: { Double($0.openDivergences.accounts) }, change: { formats.change(Int($0.rounded())) },
        number: { formats.whole(Int($0)) }),
      figure(
        .overdueLabel, value: formats.whole(today.sentimentOverdue),
        what: words(
          .overdueWhat,
          [
            "share": total.accounts > 0
              ? formats.percent(Double(today.sentimentOverdue) / Double(total.accounts)) : words(.unknown)
          ]),
        series: { Double($0.sentimentOverdue) }, change: { formats.change(Int($0.rounded())) },
        number: { formats.whole(Int($0)) }),
    ]
    let name = words(.fiveFigures)
    let tables = figures.compactMap(\.table)
    let table = ChartTable(joining: tables.prefix(1) + [grossTable] + tables.dropFirst(), name: name)
    return FiguresPiece(figures: figures.map(\.view), table: fold([table].compactMap { $0 }, name: name))
  }

  /// Gross retention of the weeks in the chart of net retention, the latest first, as in the table with a column of it.
  private var grossTable: ChartTable {
    ChartTable(
      name: words(.gross), heads: [words(.day), words(.value)],
      rows: review.figures.map { week in
        [formats.shortDate(week.day), week.gross.map { formats.percent($0, decimals: 1) } ?? words(.unknown)]
      })
  }

  private func percentPoints(_ change: Int) -> String {
    words.count(.percentPoints, abs(change), ["change": formats.change(change)])
  }

  private func signedMoney(_ change: Double) -> String {
    // An amount that rounds to zero gets no sign.
    abs(change) < 0.5 ? money(0) : (change > 0 ? "+" : "") + money(change)
  }

  private func figure(
    _ label: Phrase, value: String, what: String, series: (WeekFigures) -> Double?, change: (Double) -> String,
    number: @escaping @Sendable (Double) -> String
  ) -> (view: FiguresPiece.Figure, table: ChartTable?) {
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
        // The line of retention shows the net figure.
        name: words(label == .retentionLabel ? .net : label), heads: [words(.day), words(.value)],
        rows: review.figures.reversed().map { formats.shortDate($0.day) }, none: words(.unknown), number: number))
    var svg: [UInt8] = []
    drawing.append(to: &svg)
    let changeWords = words(since == nil ? .changes : .changesSince, changes)
    let view = FiguresPiece.Figure(
      label: words(label), value: value, what: what,
      changes: label == .retentionLabel ? words(.netChanges, ["changes": changeWords]) : changeWords, drawing: svg)
    return (view, drawing.table)
  }
}
