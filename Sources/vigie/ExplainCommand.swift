import ArgumentParser
import Health
import Languages
import Portfolio
import Review
import Site

/// `vigie explain`: the arithmetic of one score, as a person would write it down.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the arithmetic of one account's score.",
    discussion: """
      Every measure with its value and its unit, what it counts and its share of the score; the points add up to the score.

      Example: vigie explain C1001 examples/portfolio --as-of 2026-11-16
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @OptionGroup var options: PortfolioOptions

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await refusing {
      let portfolio = try options.load()
      let index = try find(account, in: portfolio.evidence)
      let review = await portfolio.review()
      guard let account = review.review(of: index) else {
        let day = portfolio.evidence.asOf
        throw Refusal("the account '\(self.account)' is not active on \(day), so it has no score")
      }
      let measures = MeasureWords(
        portfolio.models, words: try TemplateFolder(nil, portfolio: options.folder).words(Languages.program),
        currency: portfolio.settings.currency, around: portfolio.evidence.asOf)
      print(explanation(of: account, in: review, measures: measures))
    }
  }
}
