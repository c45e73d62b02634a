import Charts
import Health
import Review

/// The three histories: as published, the same days on today's data, and the same days by today's model too.
struct ScoreHistories: Composer {
  /// A kind of mark that a chart of an account may have.
  enum Mark: Hashable {
    case ring, cross
    case week(BandRows.Mark)
  }

  let tell: Telling

  /// The kinds of marks that a chart has.
  func marks(in history: ScoreHistory) -> Set<Mark> {
    let weeks = (history.rows?.weeks ?? []).flatMap(\.marks).map(Mark.week)
    return Set(weeks + (history.published.isEmpty ? [] : [.ring]) + (history.restated.isEmpty ? [] : [.cross]))
  }

  /// The chart of an account.
  func history(_ account: AccountReview, root: String) -> ScoreHistory {
    let accountRows = AccountRows(tell: tell)
    let scores = accountRows.scores(of: account.account)
    let published = standingScores(of: account.account)
    return ScoreHistory(
      scores: scores,
      published: published.compactMap { score in
        score.score.map { point(score.edition, $0, root: root) }
      },
      restated: published.compactMap { score in
        review.restatement.score(of: account.account, edition: score.edition)?.published
          .map { point(score.edition, $0) }
      },
      edges: account.model.bands, band: account.score.band, months: months,
      events: spaced(contractEvents(of: account.account) + modelNotes + lateDataEvents(of: account.account)),
      rows: BandRows(weeks: weeks(of: account.account), scoreLabel: words(.scoreRow), flagLabel: words(.flagRow)),
      title: accountRows.scoreHistoryTitle(scores),
      words: tableOfScores(
        words(.fiftyTwoWeeks), heads: [.day, .scoreRow, .flagRow, .happened], rows: weekNames))
  }

  /// The band and the flag of each week of a year, with what was raised, decided and who left, the oldest first.
  private func weeks(of account: Int) -> [BandRows.Week] {
    let judgement = review.judgement
    let days: [(day: Day, mark: BandRows.Mark, words: String)] =
      judgement.risks[account].map { ($0.seenOn, .risk, words.code(.risk, $0.kind.rawValue)) }
      + evidence.contacts[account].compactMap { contact in
        guard contact.roles.contains(.champion) || contact.roles.contains(.sponsor) else { return nil }
        return contact.leftOn.map { ($0, .departure, words(.leftName, ["name": contact.name])) }
      }
      + judgement.reviews[account].map { ($0.date, .decision, words.code(.decision, $0.decision.rawValue)) }
    let marks = Dictionary(grouping: days.filter { $0.day <= review.asOf }) { week(of: $0.day) }
    return (0..<Trend.weeks).map { week in
      let weeksAgo = Trend.weeks - 1 - week
      let flag = judgement.currentFlag(of: account, on: review.trend.day(weeksAgo: weeksAgo))
      let marks = marks[week] ?? []
      return BandRows.Week(
        band: review.trend.score(of: account, weeksAgo: weeksAgo)?.band,
        flag: flag.flatMap { Band(rawValue: $0.rawValue) },
        marks: Set(marks.map(\.mark)),
        words: [
          flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
          marks.map(\.words).joined(separator: words(.clauseSeparator)),
        ])
    }
  }

  /// The chart of the portfolio: the green share of the scored accounts.
  func greenHistory(root: String) -> ScoreHistory {
    let history = review.history
    func share(_ green: Int, of scored: Int) -> Int? { scored > 0 ? (200 * green + scored) / (2 * scored) : nil }
    func share(_ score: (Int) -> TrendScore?) -> Int? {
      let bands = evidence.accounts.indices.compactMap { score($0)?.band }
      return share(bands.count { $0 == .green }, of: bands.count { $0 != .unscored })
    }
    let scores = (0..<Trend.weeks).reversed().map { week in
      share { review.trend.score(of: $0, weeksAgo: week) }
    }
    let editions = history.editions.indices.filter {
      !history.isReplaced($0) && review.asOf - history.editions[$0].asOf < 7 * Trend.weeks
    }
    return ScoreHistory(
      scores: scores,
      published: editions.compactMap { edition in
        let bands = history.editions[edition].bands
        return share(bands[.green].count, of: bands.total.count - bands[.unscored].count)
          .map { point(edition, $0, root: root) }
      },
      restated: editions.compactMap { edition in
        share { review.restatement.score(of: $0, edition: edition) }.map { point(edition, $0) }
      },
      edges: nil, months: months, events: spaced(modelNotes), title: words(.greenShare),
      words: TableWords(
        name: words(.greenShare), heads: [.day, .share, .publishedHead, .restated].map { words($0) },
        rows: weekNames, none: words(.unknown), number: { [formats] in formats.percent($0 / 100) }))
  }

  private func point(_ edition: Int, _ score: Int, root: String? = nil) -> ScoreHistory.Point {
    let edition = review.history.editions[edition]
    return ScoreHistory.Point(
      week: week(of: edition.asOf), score: score, link: root.map { links.edition(edition, root: $0) } ?? "",
      title: words(.publishedPoint, ["edition": formats.shortDate(edition.asOf), "n": String(score)]))
  }

  /// The week of a day in a chart, counted from the oldest.
  private func week(of day: Day) -> Int { Trend.weeks - 1 - (review.asOf - day) / 7 }

  private var months: [ScoreHistory.Note] {
    var months: [ScoreHistory.Note] = []
    var last = 0
    for week in 0..<Trend.weeks {
      let day = review.trend.day(weeksAgo: Trend.weeks - 1 - week)
      // Every other month, so that the labels have room on a phone.
      if day.civil.month != last, day.civil.month % 2 == 1 {
        months.append(ScoreHistory.Note(week: week, label: formats.month(day)))
      }
      last = day.civil.month
    }
    return months
  }

  /// What happened to the contract, the latest first.
  private func contractEvents(of account: Int) -> [ScoreHistory.Note] {
    evidence.outcomes[account].sorted { $0.date > $1.date }.map {
      ScoreHistory.Note(week: week(of: $0.date), label: words.code(.outcome, $0.kind.rawValue))
    }
  }

  /// Changes of the model, the latest first.
  private var modelNotes: [ScoreHistory.Note] {
    review.modelChanges.reversed().map {
      ScoreHistory.Note(week: week(of: $0.day), label: words(.modelNamed, ["version": $0.version]))
    }
  }

  /// The editions whose score differs on today's data, the latest first.
  private func lateDataEvents(of account: Int) -> [ScoreHistory.Note] {
    standingScores(of: account).reversed().compactMap { score in
      guard let published = score.score,
        let restated = review.restatement.score(of: account, edition: score.edition)?.published,
        published != restated
      else { return nil }
      return ScoreHistory.Note(
        week: week(of: review.history.editions[score.edition].asOf), label: words(.lateDataMark))
    }
  }

  /// The events, oldest first; of those within eight weeks only the first in the given order, so that labels have room.
  private func spaced(_ events: [ScoreHistory.Note]) -> [ScoreHistory.Note] {
    var kept: [ScoreHistory.Note] = []
    for event in events where event.week >= 0 && kept.allSatisfy({ abs($0.week - event.week) >= 8 }) {
      kept.append(event)
    }
    return kept.sorted { $0.week < $1.week }
  }

  /// The week of each score in a year's chart, the oldest first.
  private var weekNames: [String] {
    (0..<Trend.weeks).reversed().map { formats.shortDate(review.trend.day(weeksAgo: $0)) }
  }

  /// What the editions of the last 52 weeks recorded about an account, oldest first: the last revision of each week.
  func standingScores(of account: Int) -> [PublishedScore] {
    review.history.scores[account].filter { score in
      !review.history.isReplaced(score.edition)
        && review.asOf - review.history.editions[score.edition].asOf < 7 * Trend.weeks
    }
  }
}
