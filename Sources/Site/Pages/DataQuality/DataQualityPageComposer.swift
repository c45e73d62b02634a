import Findings
import Health
import Review

/// Composes the page on what arrived and how much of it could be used.
struct DataQualityPageComposer: MenuPageComposer {
  static let template = "data-quality.md"
  static let entry = MenuEntry(name: "data_quality", path: "data-quality.html")

  /// The number of findings of a kind on the page; `vigie check --all` lists them all.
  private static let mostFindings = 200

  /// The number of unexplained flags on the page.
  private static let mostUnexplained = 60

  let tell: Telling

  var title: String { words(.dataQuality) }

  func view(on page: inout PageBuilder) -> DataQualityPage {
    let unexplained = review.unexplainedFlags
    let quality = tell.context.quality
    let rows = quality.rows
    let coverage = review.coverage
    let late = Set(LateFeeds(tell: tell).feeds.map(\.source))
    func findings(_ severity: Finding.Severity) -> [FindingRow] {
      let all = quality.findings.filter { $0.severity == severity }
      var shown = all.prefix(Self.mostFindings).map { finding in
        FindingRow(place: finding.place, message: words.told(finding.message))
      }
      if all.count > shown.count {
        shown.append(FindingRow(place: "", message: words.count(.moreFindings, all.count - shown.count)))
      }
      return shown
    }
    let silent = review.silentSources
    return DataQualityPage(
      guards: GuardRows(tell: tell).rows(), departed: GuardRows(tell: tell).departures,
      late: LateFeeds(tell: tell).sentence,
      lead: words(
        rows.leftOut == 0 ? .rowsLead : .rowsLeadLeftOut,
        [
          "read": formats.whole(rows.read), "used": formats.whole(rows.used), "refused": formats.whole(rows.refused),
          "left_out": formats.whole(rows.leftOut),
        ]) + (rows.cellsRefused == 0 ? "" : " " + words.count(.cellsRefused, rows.cellsRefused)),
      feeds: quality.feeds.map { feed in
        FeedRow(
          table: words.code(.table, feed.table.rawValue), file: feed.file, read: formats.whole(feed.rows.read),
          used: formats.whole(feed.rows.used), refused: formats.whole(feed.rows.refused),
          newest: feed.newestDay.map(formats.shortDate) ?? words(.undated),
          usual: feed.table == .measures ? words(.byMeasure) : usual(cadence(of: feed.table)),
          standing: standing(cadence(of: feed.table), isLate: late.contains(.table(feed.table))),
          isLate: late.contains(.table(feed.table)))
      },
      series: evidence.series.map { series in
        SeriesRow(
          name: label(series.name), count: formats.whole(series.count),
          overwritten: series.overwritten == 0 ? "" : words.count(.overwritten, series.overwritten),
          first: series.firstDay.map(formats.shortDate) ?? "", last: series.lastDay.map(formats.shortDate) ?? "",
          usual: usual(series.cadence(on: review.asOf)),
          standing: standing(
            series.cadence(on: review.asOf), isLate: late.contains(.measure(series.name)),
            lateAccounts: silent.first { $0.name == series.name }?.stale ?? 0),
          isLate: late.contains(.measure(series.name)))
      },
      silent: silent.map { source in
        SilentRow(
          name: label(source.name), stale: formats.whole(source.stale),
          withoutValue: formats.whole(source.withoutValue), accounts: formats.whole(source.accounts),
          newest: source.newestDay.map(formats.shortDate) ?? words(.undated), isStaleForMany: source.isStaleForMany)
      },
      coverage: coverageLead(coverage),
      measures: coverage.measures.map { measure in
        CoverageRow(
          name: label(measure.key), weight: formats.percent(measure.weight), reached: formats.whole(measure.reached),
          accounts: formats.whole(measure.accounts), reachesNobody: measure.reached == 0)
      },
      ways: quality.feeds.flatMap { ways(of: $0) },
      spellings: quality.spellings.map { spellings in
        Fact(label: "\(label(spellings.column)): \(spellings.shown)", value: spellings.others.joined(separator: " · "))
      },
      unused: quality.feeds.filter { !$0.unusedColumns.isEmpty }.map { feed in
        Fact(label: feed.file, value: feed.unusedColumns.joined(separator: " · "))
      },
      unreadable: UnreadableAccounts(tell: tell).rows(root: page.root),
      cells: quality.columns.map { column in
        CellsRow(
          table: words.code(.table, column.table.rawValue), column: column.name,
          refused: formats.whole(column.refused), filled: formats.whole(column.filled),
          placeholders: formats.whole(column.placeholders))
      },
      rates: tell.context.rates.sorted { $0.key < $1.key }.map { code, rate in
        Fact(
          label: code,
          value: words(.rateOfCurrency, ["rate": formats.number(rate, decimals: 6), "own": tell.context.currency]))
      },
      refused: findings(.error), warnings: findings(.warning),
      untold: review.lostWithoutOutcome.prefix(Self.mostUnexplained).map {
        LossRows(tell: tell).row($0, root: page.root)
      },
      moreUntold: moreAccounts(of: review.lostWithoutOutcome.count, shown: Self.mostUnexplained),
      unexplained: unexplained.prefix(Self.mostUnexplained).compactMap { flag in
        review.review(of: flag.account).map { account in
          UnexplainedRow(
            account: AccountRows(tell: tell).row(account, drawsHistory: false, on: &page),
            missing: words(flag.contradictsScore ? .reasonForDifference : .reasonForFlag))
        }
      },
      moreUnexplained: moreAccounts(of: unexplained.count, shown: Self.mostUnexplained))
  }

  private func coverageLead(_ coverage: Coverage) -> String {
    guard !coverage.missing.isEmpty else { return words(.coverageWhole) }
    return words(
      .coverageLead,
      [
        "share": formats.percent(coverage.withoutSource),
        "measures": coverage.missing.map { label($0) }.joined(separator: ", "),
      ])
  }

  private func cadence(of table: Table) -> Cadence? {
    switch table {
    case .touchpoints: evidence.cadenceOfTouchpoints
    case .tickets: evidence.cadenceOfTickets
    case .sentiment: cadence(review.judgement.sentiment.all.map(\.date))
    case .risks: cadence(review.judgement.risks.all.map(\.seenOn))
    case .reviews: cadence(review.judgement.reviews.all.map(\.date))
    case .outcomes: cadence(evidence.outcomes.all.map(\.date))
    case .contacts: cadence(evidence.contacts.all.compactMap(\.since))
    case .accounts, .measures, .goals, .opinions, .plans: nil
    }
  }

  private func cadence(_ days: [Day]) -> Cadence? { Cadence(of: days, upTo: review.asOf) }

  /// Whether a source keeps its rhythm; late is only what counts as stale, for all accounts or for some.
  private func standing(_ cadence: Cadence?, isLate: Bool, lateAccounts: Int = 0) -> String {
    if isLate { return words(.late) }
    if lateAccounts > 0 { return words.count(.lateForAccounts, lateAccounts) }
    guard let cadence else { return "" }
    return cadence.isOverdue(on: review.asOf)
      ? words(.silentForLonger, ["days": words.count(.days, review.asOf - cadence.newest)]) : words(.asUsual)
  }

  /// How many days usually lie between two rows, and how many at most.
  private func usual(_ cadence: Cadence?) -> String {
    guard let cadence else { return "" }
    return cadence.usualGap == cadence.longestGap
      ? words.count(.everyDays, cadence.usualGap)
      : words(
        .everyDaysUpTo,
        ["usual": words.count(.everyDays, cadence.usualGap), "most": formats.whole(cadence.longestGap)])
  }

  /// What became of the rows of a file that were not simply used or refused.
  private func ways(of feed: DataQuality.Feed) -> [WayRow] {
    func row(_ what: String, _ rows: Int) -> WayRow {
      WayRow(
        table: words.code(.table, feed.table.rawValue), file: feed.file, what: what, rows: formats.whole(rows))
    }
    let matches = feed.matches.filter { $0.rows > 0 }.map { match in
      let what =
        switch match.key {
        case .id: words(.wayByID)
        case .name: words(.wayByName)
        case .domain: words(.wayByDomain)
        case .column(let column): words(.wayByColumn, ["column": column])
        }
      return row(what, match.rows)
    }
    return matches + (feed.rows.leftOut > 0 ? [row(words(.wayLeftOut), feed.rows.leftOut)] : [])
  }
}
