import Health
import Review

/// What the accounts that are gone without a word make of retention, whose figures leave them out.
struct VanishedAccounts: Composer {
  let tell: Telling

  private var missing: [HeldGuard.Missing] { tell.context.missing.vanished }

  var isEmpty: Bool { missing.isEmpty }
  var count: Int { missing.count }
  /// Their revenue in the edition that last had them.
  var arr: AmountSum { AmountSum(missing.map(\.arr)) }

  /// That no loss is on record, which is good news only where no account is gone without a word.
  var nobodyLost: String { isEmpty ? words(.nobodyLost) : words.count(.nobodyLostButMissing, count) }

  /// A share of retention as it can be told: from what it is if the accounts that are gone are lost to what it is if they are
  /// kept, and at most what it is while an account shrank by an unknown amount.
  ///
  /// - Parameter low: how the lower end of a range is written, where that is not as the upper one.
  func told(
    _ share: Double?, between: Phrase = .between, most: Phrase = .atMost, low: ((Double?) -> String)? = nil,
    written: (Double?) -> String
  ) -> String {
    if let lost = ifLost(share), let kept = ifKept(share) {
      return words(between, ["low": low?(lost) ?? written(lost), "high": written(kept)])
    }
    return review.retention.shrankUnknown == 0 ? written(share) : words(most, ["n": written(share)])
  }

  /// What a share of retention is if all of them are lost; nil without a cohort, or where none is gone.
  func ifLost(_ share: Double?) -> Double? { share.flatMap { withThem($0, kept: 0) } }

  /// What it is if all of them are kept.
  func ifKept(_ share: Double?) -> Double? { share.flatMap { withThem($0, kept: arr.known) } }

  private func withThem(_ share: Double, kept: Double) -> Double? {
    let cohort = review.retention.cohortARR
    return isEmpty || cohort + arr.known <= 0 ? nil : (share * cohort + kept) / (cohort + arr.known)
  }
}
