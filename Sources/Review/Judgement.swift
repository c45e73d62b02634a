public import Health

/// What people say about the accounts: flags, risks, decisions and notes.
///
/// None of it enters a score.
public struct Judgement: Sendable {
  /// Flags, in file order.
  public let sentiment: RowsByAccount<Sentiment>
  /// Qualitative signals, in file order.
  public let risks: RowsByAccount<Risk>
  /// Decisions, in file order.
  public let reviews: RowsByAccount<ReviewDecision>
  /// What colleagues said of accounts without having seen the flag, in file order.
  public let opinions: RowsByAccount<Opinion>
  /// Free notes in Markdown, by the position of the account.
  public let notes: [Int: String]
  /// The note that somebody wrote about the edition, in Markdown.
  public let editionNote: String?
  /// What a private paragraph, item or section of a note begins with; empty for no such mark.
  public let privateMark: String

  /// Creates the judgement from rows dated on or before the as-of day.
  public init(
    sentiment: RowsByAccount<Sentiment>, risks: RowsByAccount<Risk>, reviews: RowsByAccount<ReviewDecision>,
    opinions: RowsByAccount<Opinion>? = nil, notes: [Int: String] = [:], editionNote: String? = nil,
    privateMark: String = ""
  ) {
    self.sentiment = sentiment
    self.risks = risks
    self.reviews = reviews
    self.opinions = opinions ?? sentiment.compactMap { _ -> Opinion? in nil }
    self.notes = notes
    self.editionNote = editionNote
    self.privateMark = privateMark
  }

  /// The same judgement with every person of our own under the name that is shown for it.
  public func naming(_ shown: (String) -> String) -> Judgement {
    Judgement(
      sentiment: sentiment.compactMap {
        Sentiment(date: $0.date, flag: $0.flag, csm: $0.csm.map(shown), reason: $0.reason, note: $0.note)
      }, risks: risks,
      reviews: reviews.compactMap {
        ReviewDecision(
          date: $0.date, list: $0.list, decision: $0.decision, by: $0.by.map(shown), note: $0.note,
          nextStep: $0.nextStep, dueOn: $0.dueOn)
      },
      opinions: opinions.compactMap {
        Opinion(date: $0.date, flag: $0.flag, by: $0.by.map(shown), reason: $0.reason)
      }, notes: notes, editionNote: editionNote, privateMark: privateMark)
  }

  /// The latest flag of an account on a day; of two on one day, the later in the file.
  public func latestSentiment(of account: Int, on day: Day) -> Sentiment? {
    var latest: Sentiment?
    for row in sentiment[account] where row.date <= day {
      if let current = latest, current.date > row.date { continue }
      latest = row
    }
    return latest
  }

  /// The flag of an account if it is current, that is at most `Sentiment.currentDays` old.
  public func currentFlag(of account: Int, on day: Day) -> Sentiment.Flag? {
    latestSentiment(of: account, on: day).flatMap { day - $0.date <= Sentiment.currentDays ? $0.flag : nil }
  }

  /// The risks of an account that are open on a day, in file order.
  public func openRisks(of account: Int, on day: Day) -> [Risk] {
    risks[account].filter { $0.isOpen(on: day) }
  }

  /// True when an account has an open risk on a day.
  public func hasOpenRisk(_ account: Int, on day: Day) -> Bool {
    risks[account].contains { $0.isOpen(on: day) }
  }

  /// The promised steps of the latest decision about an account on each list, in the order of the lists.
  ///
  /// A step without a day is over when its decision no longer holds.
  public func promisedSteps(of account: Int, on day: Day) -> [ReviewDecision] {
    ListID.allCases.compactMap { latestReview(of: account, on: $0, from: Day(number: .min), to: day) }
      .filter { $0.nextStep != nil && ($0.dueOn != nil || day < $0.lapsesOn) }
  }

  /// The latest decision about an account on a list within a span of days; of two on one day, the later in the file.
  public func latestReview(of account: Int, on list: ListID, from first: Day, to last: Day) -> ReviewDecision? {
    var latest: ReviewDecision?
    for row in reviews[account] where row.list == list && row.date >= first && row.date <= last {
      if let current = latest, current.date > row.date { continue }
      latest = row
    }
    return latest
  }
}
