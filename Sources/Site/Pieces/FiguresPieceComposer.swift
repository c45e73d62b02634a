import Charts
import Health
import Review

/// Composes the five figures at the top of the front page.
struct FiguresPieceComposer: Composer {
  let tell: Telling

  func piece() -> FiguresPiece {
    let today = review.today
    let total = today.bands.total
    let isUnscored = today.bands.isUnscored
    let figures = [
      figure(
        .retentionLabel,
        value: today.net == nil
          ? words(.unknown)
          : pair([today.net, today.gross].map(shortRetention)),
        what: retentionWhat, series: { $0.net.map { 100 * $0 } },
        change: { percentPoints(Int($0.rounded())) },
        text: { $0.net.map { formats.percent($0, decimals: 1) } }),
      figure(
        .atRiskLabel, value: told(today, \.atRisk).map { shortMoney($0) } ?? words(.unknown),
        what: atRiskWhat, sum: \.atRisk),
      figure(
        .renewalsLabel, value: told(today, \.renewalsNotAgreed).map { shortMoney($0) } ?? words(.unknown),
        what: ofUnknown(RenewalWords(tell: tell).figureWords(today), today.renewalsNotAgreed),
        sum: \.renewalsNotAgreed),
      figure(
        .divergencesLabel, value: isUnscored ? words(.unknown) : formats.whole(today.openDivergences.count),
        what: isUnscored
          ? words(.noScoreYet)
          : words(
            .divergencesWhat,
            ["arr": money(today.openDivergences), "overdue": formats.whole(today.overdueDivergences)]),
        count: { $0.bands.isUnscored ? nil : $0.openDivergences.count }),
      figure(
        .overdueLabel, value: total.count == 0 ? words(.unknown) : formats.whole(today.sentimentOverdue),
        what: words(
          .overdueWhat,
          [
            "share": total.count > 0
              ? formats.percent(Double(today.sentimentOverdue) / Double(total.count)) : words(.unknown)
          ]), count: { $0.bands.total.count == 0 ? nil : $0.sentimentOverdue }),
    ]
    let name = words(.fiveFigures)
    let tables = figures.map(\.table)
    let table = ChartTable(joining: tables.prefix(1) + [grossTable] + tables.dropFirst(), name: name)
    return FiguresPiece(figures: figures.map(\.view), table: fold([table].compactMap { $0 }, name: name))
  }

  private var vanished: VanishedAccounts { VanishedAccounts(tell: tell) }

  private func pair(_ shares: [String]) -> String { shares.filter { !$0.isEmpty }.joined(separator: "\u{A0}· ") }

  /// A share of retention, or a range of it, in few signs; empty where there is none.
  private func shortRetention(_ share: Double?) -> String {
    guard share != nil else { return "" }
    return vanished.told(
      share, between: .betweenShort, most: .atMostShort, low: { formats.fixed(100 * ($0 ?? 0), decimals: 0) }
    ) { $0.map { formats.percent($0) } ?? "" }
  }

  /// Over how many accounts, and what it would be if those that are gone without a word are lost.
  private var retentionWhat: String {
    let retention = review.retention
    let accounts = words.count(
      retention.isConfirmed ? .retentionWhat : .retentionWhatUnconfirmed, retention.cohortAccounts)
    let left = retention.unknownAccounts
    let shrank = retention.shrankUnknown
    let what =
      accounts + (left == 0 ? "" : words.count(.retentionLeftOut, left))
      + (shrank == 0 ? "" : words.count(.retentionShrankShort, shrank))
    guard !vanished.isEmpty, vanished.ifLost(retention.gross) != nil else { return what }
    return what + words(.clauseSeparator) + words.count(.retentionIfLost, vanished.count)
  }

  /// Of how much the amount at risk is a part, and how many accounts it is of.
  private var atRiskWhat: String {
    let (atRisk, total) = (review.today.atRisk, review.today.bands.total)
    if review.today.bands.isUnscored {
      return atRisk.count == 0
        ? words(.noScoreYet)
        : ofUnknown(words.count(.atRiskWhatUnscored, atRisk.count), atRisk)
    }
    guard atRisk.amount != nil else { return ofUnknown(words.count(.accounts, atRisk.count), atRisk) }
    let share = atRisk.share(of: total).map { formats.percent($0, decimals: 1) } ?? words(.unknown)
    return ofUnknown(
      words.count(total.isComplete ? .atRiskWhat : .atRiskWhatKnown, atRisk.count, ["share": share]), atRisk)
  }

  /// A text with how many of the accounts it is about have an unknown revenue, if any.
  private func ofUnknown(_ text: String, _ sum: AmountSum) -> String {
    sum.isComplete ? text : words.count(.whatUnknown, sum.unknown, ["what": text])
  }

  /// Gross retention of the weeks in the chart of net retention.
  private var grossTable: ChartTable { table(.gross) { $0.gross.map { formats.percent($0, decimals: 1) } } }

  /// A figure of each week, the latest first.
  private func table(_ name: Phrase, _ text: (WeekFigures) -> String?) -> ChartTable {
    ChartTable(
      name: words(name), heads: [words(.day), words(.value)],
      rows: review.figures.map { [formats.shortDate($0.day), text($0) ?? words(.unknown)] })
  }

  private func percentPoints(_ change: Int) -> String {
    words.count(.percentPoints, abs(change), ["change": formats.change(change)])
  }

  private func signedMoney(_ change: Double) -> String {
    // An amount that rounds to zero gets no sign.
    abs(change) < 0.5 ? money(0) : (change > 0 ? "+" : "") + money(change)
  }

  private typealias Told = (view: FiguresPiece.Figure, table: ChartTable)

  private func figure(_ label: Phrase, value: String, what: String, count: (WeekFigures) -> Int?) -> Told {
    figure(
      label, value: value, what: what, series: { count($0).map(Double.init) },
      change: { formats.change(Int($0.rounded())) },
      text: { count($0).map(formats.whole) })
  }

  /// A sum of a week; nil where no account had a score and none is found by other means, which is no zero.
  private func told(_ week: WeekFigures, _ sum: (WeekFigures) -> AmountSum) -> AmountSum? {
    week.bands.isUnscored && sum(week).count == 0 ? nil : sum(week)
  }

  /// A sum of money; its changes are those of what is known.
  private func figure(_ label: Phrase, value: String, what: String, sum: (WeekFigures) -> AmountSum) -> Told {
    figure(
      label, value: value, what: what, series: { told($0, sum)?.amount }, change: signedMoney,
      isKnown: { sum($0).isComplete }, text: { told($0, sum).map { shortMoney($0) } })
  }

  private func figure(
    _ label: Phrase, value: String, what: String, series: (WeekFigures) -> Double?, change: (Double) -> String,
    isKnown: (WeekFigures) -> Bool = { _ in true }, text: (WeekFigures) -> String?
  ) -> Told {
    let values = review.figures.map(series)
    func changed(_ weeks: Int) -> String {
      guard let now = values[0], let then = values[weeks] else { return words(.unknown) }
      let told = change(now - then)
      let isWhole = isKnown(review.figures[0]) && isKnown(review.figures[weeks])
      return isWhole ? told : words(.knownChange, ["change": told])
    }
    let last = review.history.previous
    let since = last.map { (review.asOf.monday - $0.asOf.monday) / 7 }.flatMap { $0 <= WeekFigures.weeks ? $0 : nil }
    let changes: Places = [
      "week": changed(since ?? 1), "edition": last?.edition.description ?? "", "thirteen": changed(WeekFigures.weeks),
    ]
    let drawing = Sparkline(amounts: values.reversed(), title: words(.thirteenWeeksOf, ["label": words(label)]))
    // The line of retention shows the net figure.
    let table = table(label == .retentionLabel ? .net : label, text)
    var svg: [UInt8] = []
    drawing.append(to: &svg)
    let changeWords = words(since == nil ? .changes : .changesSince, changes)
    let view = FiguresPiece.Figure(
      label: words(label), value: value, what: what,
      changes: label == .retentionLabel ? words(.netChanges, ["changes": changeWords]) : changeWords, drawing: svg)
    return (view, table)
  }
}
