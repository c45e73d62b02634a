import Health

/// A figure of the front page that counts accounts.
public enum HeadlineFigure: String, CaseIterable, Sendable {
  /// The revenue at risk.
  case atRisk = "arr-at-risk"
  /// What lapsed or renews soon without a green by score, one by a current flag and no open risk.
  case renewals = "renewals-not-agreed"
  /// Green by score, yellow or red by a current flag, and nobody has decided.
  case divergences = "open-divergences"
  /// Flags that are missing or no longer fresh.
  case flagsDue = "flags-due"

  /// Its name among the settings.
  public var key: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }

  /// True where its target is a share of the revenue of the active accounts, 0–1, and not a number of accounts.
  public var isRevenue: Bool { self == .atRisk || self == .renewals }
}

extension Review {
  /// The accounts that a figure counts, and those next to them that a reader may take to be in it, both by exposure.
  ///
  /// Next to the revenue at risk is what renews soon while its score falls or a risk is open; next to the renewals, those
  /// that are agreed; next to the open divergences, the decided ones; next to the flags that are due, nothing.
  public func accounts(in figure: HeadlineFigure) -> (counted: [AccountReview], notCounted: [AccountReview]) {
    let (isCounted, isNear) = tests(of: figure)
    return (byExposure.filter(isCounted), byExposure.filter { !isCounted($0) && isNear($0) })
  }

  private typealias Test = (AccountReview) -> Bool

  private func tests(of figure: HeadlineFigure) -> (isCounted: Test, isNear: Test) {
    switch figure {
    case .atRisk:
      let isAtRisk: Test = { [self] in
        accountIsAtRisk($0.account, band: $0.score.band, flag: $0.currentFlag, on: asOf, in: evidence)
      }
      return (
        isAtRisk,
        { [self] in
          evidence.renewsSoon($0.account, on: asOf) && ($0.direction.isFall || !$0.openRisks.isEmpty)
        }
      )
    case .renewals:
      let conditions = conditions(given: judgement)
      let doubts: (AccountReview) -> Set<RenewalDoubt>? = { [self] in
        conditions.renewalDoubts(about: $0.account, band: $0.score.band, on: asOf)
      }
      return ({ doubts($0)?.isEmpty == false }, { doubts($0) != nil })
    case .divergences:
      let waiting = Dictionary(uniqueKeysWithValues: self[.greenButYellow].map { ($0.account, $0.isWaiting) })
      return ({ waiting[$0.account] == true }, { waiting[$0.account] != nil })
    case .flagsDue:
      return ({ $0.sentimentStatus != .fresh }, { _ in false })
    }
  }
}
