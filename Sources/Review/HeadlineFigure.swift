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
}

extension Review {
  /// The accounts that a figure counts, and those next to them that a reader may take to be in it, both by exposure.
  ///
  /// Next to the revenue at risk is what renews soon while its score falls or a risk is open; next to the renewals, those
  /// that are agreed; next to the open divergences, the decided ones; next to the flags that are due, nothing.
  public func accounts(in figure: HeadlineFigure) -> (counted: [AccountReview], notCounted: [AccountReview]) {
    let conditions = ListConditions(
      evidence: evidence, judgement: judgement, trend: trend, spotCheckWeeks: rules.spotCheckWeeks)
    func split(
      _ isCounted: (AccountReview) -> Bool, among isNear: (AccountReview) -> Bool
    ) -> (counted: [AccountReview], notCounted: [AccountReview]) {
      (byExposure.filter(isCounted), byExposure.filter { !isCounted($0) && isNear($0) })
    }
    switch figure {
    case .atRisk:
      return split { account in
        accountIsAtRisk(
          account.account, band: account.score.band, flag: account.currentFlag, on: asOf, in: evidence)
      } among: { account in
        evidence.renewsSoon(account.account, on: asOf) && (account.direction.isFall || !account.openRisks.isEmpty)
      }
    case .renewals:
      let doubts = Dictionary(
        uniqueKeysWithValues: byExposure.compactMap { account in
          conditions.renewalDoubts(about: account.account, band: account.score.band, on: asOf)
            .map { (account.account, $0) }
        })
      return split { doubts[$0.account]?.isEmpty == false } among: { doubts[$0.account] != nil }
    case .divergences:
      let waiting = Dictionary(uniqueKeysWithValues: self[.greenButYellow].map { ($0.account, $0.isWaiting) })
      return split { waiting[$0.account] == true } among: { waiting[$0.account] != nil }
    case .flagsDue:
      return split { $0.sentimentStatus != .fresh } among: { _ in false }
    }
  }
}
