import Health
import Review
import Site

extension Workspace {
  /// What to know before a call about an account, as plain text in the language of the pages.
  ///
  /// - Parameter name: the account's id or name.
  public func brief(on name: String) async throws -> String {
    let index = try portfolio.account(called: name)
    let review = await review(try history())
    guard let account = review.review(of: index) else {
      throw Refusal("the account '\(name)' is not active on \(asOf), so there is nothing to call about")
    }
    return plain(context(review).brief(of: account))
  }
}
