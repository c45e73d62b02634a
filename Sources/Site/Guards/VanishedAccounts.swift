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

  /// Shares of retention as they can be told: the most that they can be while accounts are gone, or shrank by an unknown
  /// amount.
  func bounded(_ shares: String, by phrase: Phrase = .atMost) -> String {
    isEmpty && review.retention.shrankUnknown == 0 ? shares : words(phrase, ["n": shares])
  }

  /// What a share of retention would be if all of them are lost, the most that it can be where revenue of theirs is
  /// unknown; nil without a cohort.
  func ifLost(_ share: Double?, written: (Double?) -> String) -> String? {
    let cohort = review.retention.cohortARR
    guard let share, cohort + arr.known > 0 else { return nil }
    let lost = written(share * cohort / (cohort + arr.known))
    return arr.isComplete ? lost : words(.atMost, ["n": lost])
  }
}
