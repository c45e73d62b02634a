import Charts
import Health
import Review

/// Composes the five figures at the top of the front page.
struct FiguresPieceComposer: Composer {
  let tell: Telling

  func piece(root: String) -> FiguresPiece {
    let today = review.today
    let isUnscored = today.bands.isUnscored
    let figures = [
      figure(
        .retentionLabel, values: retentionValues, link: root + RetentionPageComposer.entry.path, root: root,
        what: retentionWhat, target: retentionTarget, series: { $0.net.map { 100 * $0 } },
        text: { $0.net.map { formats.percent($0, decimals: 1) } }),
      figure(.atRiskLabel, of: .atRisk, what: atRiskWhat, sum: \.atRisk, root: root),
      figure(
        .renewalsLabel, of: .renewals,
        what: ofUnknown(RenewalWords(tell: tell).figureWords(today), today.renewalsNotAgreed),
        sum: \.renewalsNotAgreed, root: root),
      figure(
        .divergencesLabel, of: .divergences,
        what: isUnscored
          ? words(.noScoreYet)
          : words(
            .divergencesWhat,
            ["arr": money(today.openDivergences), "overdue": formats.whole(overdue(on: .greenButYellow))]),
        count: { $0.bands.isUnscored ? nil : $0.openDivergences.count }, root: root),
      figure(
        .overdueLabel, of: .flagsDue,
        what: words(
          .overdueWhat,
          [
            "late": formats.whole(overdue(on: .sentimentOverdue)),
            "none": formats.whole(review.accounts.count { $0.currentFlag == nil }),
          ]), count: { $0.bands.total.count == 0 ? nil : $0.sentimentOverdue }, root: root),
    ]
    let name = words(.fiveFigures)
    let tables = figures.map(\.table)
    let table = ChartTable(joining: tables.prefix(1) + [grossTable] + tables.dropFirst(), name: name)
    return FiguresPiece(figures: figures.map(\.view), table: fold([table].compactMap { $0 }, name: name))
  }

  private var vanished: VanishedAccounts { VanishedAccounts(tell: tell) }

  private func overdue(on list: ListID) -> Int { review[list].count { review.due($0)?.isOverdue ?? false } }

  /// Net and gross retention, each with its name; one word where nothing is known of either.
  private var retentionValues: [FiguresPiece.Value] {
    let shares = [(Phrase.netShort, review.today.net), (.grossShort, review.today.gross)]
    guard shares.contains(where: { $0.1 != nil }) else { return [.init(number: words(.unknown), word: "")] }
    return shares.map { .init(number: shortRetention($1), word: words($0)) }
  }

  /// A share of retention, or a range of it, in few signs.
  private func shortRetention(_ share: Double?) -> String {
    guard share != nil else { return words(.unknown) }
    return vanished.told(
      share, between: .betweenShort, most: .atMostShort, low: { formats.fixed(100 * ($0 ?? 0), decimals: 1) }
    ) { $0.map { formats.percent($0, decimals: 1) } ?? "" }
  }

  /// The targets of net and gross retention, each with how far the figure is from it in points.
  private var retentionTarget: String {
    let target = review.rules.retentionTarget
    let parts = [(target?.net, review.today.net), (target?.gross, review.today.gross)].compactMap { target, share in
      target.map { target in
        let goal = formats.percent(target, decimals: 0)
        // While accounts are gone without a word, the figure is a range and has no one distance.
        guard let share, vanished.isEmpty else { return goal }
        return words(
          .targetGap, ["target": goal, "gap": formats.change(100 * (share - target), decimals: 1)])
      }
    }
    return parts.isEmpty ? "" : words(.targetOf, ["targets": parts.joined(separator: "\u{A0}· ")])
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

  private typealias Told = (view: FiguresPiece.Figure, table: ChartTable)

  private func figure(
    _ label: Phrase, of figure: HeadlineFigure, what: String, count: (WeekFigures) -> Int?, root: String
  ) -> Told {
    self.figure(
      label, values: [.init(number: count(review.today).map(formats.whole) ?? words(.unknown), word: "")],
      link: root + figure.path, root: root, what: what,
      target: target(of: figure, isNow: count(review.today).map(Double.init)), notCounted: notCounted(figure),
      series: { count($0).map(Double.init) }, text: { count($0).map(formats.whole) })
  }

  /// A sum of a week; nil where no account had a score and none is found by other means, which is no zero.
  private func told(_ week: WeekFigures, _ sum: (WeekFigures) -> AmountSum) -> AmountSum? {
    week.bands.isUnscored && sum(week).count == 0 ? nil : sum(week)
  }

  private func figure(
    _ label: Phrase, of figure: HeadlineFigure, what: String, sum: (WeekFigures) -> AmountSum, root: String
  ) -> Told {
    func text(_ week: WeekFigures) -> String? { told(week, sum).map { shortMoney($0) } }
    return self.figure(
      label, values: [.init(number: text(review.today) ?? words(.unknown), word: "")], link: root + figure.path,
      root: root, what: what,
      target: target(of: figure, isNow: told(review.today, sum)?.share(of: review.today.bands.total)),
      notCounted: notCounted(figure), series: { told($0, sum)?.amount }, text: text)
  }

  /// The target of a figure, and how far it is from it: in points where it is a share, else in accounts.
  private func target(of figure: HeadlineFigure, isNow value: Double?) -> String {
    guard let target = review.rules.targets[figure] else { return "" }
    let most =
      figure.isRevenue
      ? words(.targetShare, ["share": formats.percent(target, decimals: 1)]) : formats.whole(Int(target))
    let goal = words(.atMostShort, ["n": most])
    guard let value else { return words(.targetOf, ["targets": goal]) }
    let gap =
      figure.isRevenue
      ? formats.change(100 * (value - target), decimals: 1) : formats.change(value - target, decimals: 0)
    return words(.targetOf, ["targets": words(.targetGap, ["target": goal, "gap": gap])])
  }

  /// What a reader may look for in a figure and does not find: next to the revenue at risk, the largest account by name.
  private func notCounted(_ figure: HeadlineFigure) -> String {
    let near = review.accounts(in: figure).notCounted
    guard let largest = near.max(by: { arrOrLess(of: $0.account) < arrOrLess(of: $1.account) }) else { return "" }
    let sum: Places = ["arr": money(arr(of: near.map(\.account)))]
    return switch figure {
    case .atRisk:
      words.count(
        .notCounted, near.count,
        [
          "account": name(evidence.accounts[largest.account].name, withARR: evidence.accounts[largest.account].arr),
          "why": largest.direction.isFall
            ? words.code(.direction, largest.direction.rawValue)
            : words.count(.openRisks, largest.openRisks.count),
        ])
    case .renewals: words.count(.notCountedAgreed, near.count, sum)
    case .divergences: words.count(.notCountedDecided, near.count, sum)
    case .flagsDue: ""
    }
  }

  /// The line of a figure with its ends and its range.
  private func line(_ label: Phrase, of weeks: [(value: Double?, text: String?)]) -> Sparkline {
    let known = weeks.compactMap { week in week.value.map { (value: $0, text: week.text ?? "") } }
    let labels = Sparkline.Labels(
      first: weeks.first?.text ?? words(.unknown), last: weeks.last?.text ?? words(.unknown),
      least: known.min { $0.value < $1.value }?.text ?? "", most: known.max { $0.value < $1.value }?.text ?? "")
    return Sparkline(
      amounts: weeks.map(\.value), labels: labels,
      title: words(
        .thirteenWeeksOf,
        [
          "label": words(label), "first": labels.first, "last": labels.last, "least": labels.least,
          "most": labels.most,
        ]))
  }

  private func figure(
    _ label: Phrase, values: [FiguresPiece.Value], link: String, root: String, what: String, target: String = "",
    notCounted: String = "", series: (WeekFigures) -> Double?, text: (WeekFigures) -> String?
  ) -> Told {
    let last = review.history.previous
    let since = last.map { (review.asOf.monday - $0.asOf.monday) / 7 }.flatMap { $0 <= WeekFigures.weeks ? $0 : nil }
    let week = review.figures[since ?? 1]
    let before = words(
      label == .retentionLabel ? .netBefore : .figureBefore,
      [
        "last": text(week) ?? words(.unknown),
        "date": formats.shortNear(since == nil ? week.day : last?.asOf ?? week.day),
      ])
    let drawing = line(label, of: review.figures.reversed().map { (series($0), text($0)) })
    var svg: [UInt8] = []
    drawing.append(to: &svg)
    let view = FiguresPiece.Figure(
      label: words(label), rule: root + MethodPageComposer.entry.path + "#rules",
      definition: words(.definitionOf, ["label": words(label)]), values: values, link: link,
      what: what, target: target, notCounted: notCounted, before: before, drawing: svg)
    // The line of retention shows the net figure.
    return (view, table(label == .retentionLabel ? .net : label, text))
  }
}
