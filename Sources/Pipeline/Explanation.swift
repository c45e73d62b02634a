import Health
import Languages
public import Portfolio
public import Review
import Site

/// The arithmetic of one account's score.
public struct Explanation: Sendable {
  /// The account.
  public let account: AccountReview
  /// The review of the account.
  public let review: Review
  /// Its dimensions and measures, whose points add up to the score.
  public let dimensions: [DimensionPoints]
}

extension PortfolioFolder {
  /// Explains the score of an account, with values in their units as English pages show them.
  ///
  /// - Parameters:
  ///   - name: the account's id or name.
  ///   - portfolio: the portfolio read from this folder.
  public func explain(
    _ name: String, in portfolio: Portfolio, reporter: Reporter = .silent
  ) async throws -> Explanation {
    let index = try portfolio.evidence.account(called: name)
    let review = await portfolio.review()
    let asOf = portfolio.evidence.asOf
    guard let account = review.review(of: index) else {
      throw Refusal("the account '\(name)' is not active on \(asOf), so it has no score")
    }
    let words = try TemplateFolder(templates, reporter: reporter).words(Languages.program)
    let measures = MeasureWords(
      portfolio.models, words: words, currency: portfolio.settings.currency, around: asOf)
    return Explanation(
      account: account, review: review, dimensions: DimensionPoints.all(account, measures: measures))
  }
}
