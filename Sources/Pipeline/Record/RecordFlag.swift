public import Findings
public import Health
import Portfolio
public import Review

/// The result of recording a flag of an account.
public struct RecordedFlag: Sendable {
  /// The account.
  public let account: Account
  /// Its score on the day; nil when it is not active then.
  public let score: Score?
  /// The flag before.
  public let before: Sentiment?
  /// The flag now.
  public let now: Sentiment?
  /// The place of the row, such as `data/sentiment.csv:7`.
  public let place: String
  /// Warnings about it.
  public let warnings: [Finding]

  /// Whether a flag differs from a score.
  public static func differs(_ flag: Sentiment.Flag, from score: Score?) -> Bool {
    guard let band = score?.band, band != .unscored else { return false }
    return band.severity != flag.severity
  }
}

extension PortfolioFolder {
  /// Adds a flag of an account to `sentiment`.
  ///
  /// - Parameters:
  ///   - name: the account's id or name.
  ///   - isPrivate: whether reason and note stay on the account's own page.
  ///   - csm: the person who gives it; nil for the account's csm, if the table has that column.
  public func record(
    _ flag: Sentiment.Flag, of name: String, on day: Day, reason: String?, note: String?,
    isPrivate: Bool = false, csm: String?, reporter: Reporter = .silent
  ) async throws -> RecordedFlag {
    let hold = try TableHold(.sentiment, of: path)
    let portfolio = try read(asOf: day, reporter: reporter)
    try refuseDayToCome(day)
    let table = try OwnTable(hold, settings: portfolio.settings)
    let index = try portfolio.account(called: name)
    let score = await portfolio.review().review(of: index)?.score
    let account = portfolio.evidence.accounts[index]
    let by = csm ?? (table.columns.contains("csm") ? account.csm : nil)
    func remark(_ text: String?) -> Remark? { text.map { Remark($0, isPrivate: isPrivate) } }
    let row = NewRow(
      Sentiment(date: day, flag: flag, csm: by, reason: remark(reason), note: remark(note)), of: account.id)
    let place = try table.append(row)
    let judgement = try judgement(in: portfolio, after: place, reporter: reporter)
    var warnings: [Message] = []
    let differs = RecordedFlag.differs(flag, from: score)
    if row.cells["reason"] == nil, flag != .green || differs {
      let what = differs ? "a flag that differs from the score" : "a \(flag.rawValue) flag"
      warnings.append("\(what) asks for a reason; record it again with --reason")
    }
    if let newest = judgement.sentiment[index].map(\.date).max(), newest > day {
      warnings.append("a row of \(newest) for the same account supersedes this one")
    }
    return RecordedFlag(
      account: account, score: score, before: portfolio.judgement.latestSentiment(of: index, on: day),
      now: judgement.latestSentiment(of: index, on: day), place: "\(place.file):\(place.line)",
      warnings: warnings.map { Finding(.warning, file: place.file, line: place.line, $0) })
  }

  /// Refuses what somebody would have said on a day that has not come.
  func refuseDayToCome(_ day: Day) throws {
    guard day > today.day else { return }
    throw Refusal.nothingWritten("\(day) has not come; today is \(today.day) in \(today.zone)")
  }

  /// The judgement after a row was added, including rows of later days.
  func judgement(in portfolio: Portfolio, after place: OwnTable.Place, reporter: Reporter) throws -> Judgement {
    do throws(LoadFailure) {
      let lastDay = Day(year: 9999, month: 12, day: 31) ?? portfolio.evidence.asOf
      return try portfolio.judgement(in: path, upTo: lastDay)
    } catch {
      reporter.warn(error.findings)
      throw Refusal("the row stands in \(place.file):\(place.line), but the tables cannot be read any more")
    }
  }
}
