import Health
import Review

/// The sentences at the top of an account page.
struct AccountSummary: Composer {
  let tell: Telling

  /// The account in a few sentences: its score, its cap, the CSM's opinion, and the renewal.
  func summary(_ account: AccountReview) -> String {
    var sentences: [String] = []
    let direction = words.code(.direction, account.direction.rawValue)
    let band = words.code(.band, account.score.band.rawValue)
    if let published = account.score.published {
      let values: Places = ["score": String(published), "band": band, "direction": direction]
      sentences.append(words(account.direction == .new ? .summaryScoreNew : .summaryScore, values))
    } else {
      sentences.append(words(.summaryUnscored, ["coverage": formats.percent(account.score.coverage)]))
    }
    let capWords = cap(of: account)
    if !capWords.isEmpty { sentences.append(capWords) }
    if let sentiment = account.sentiment {
      let flag = words.code(.band, sentiment.flag.rawValue)
      let by = sentiment.csm ?? words(.theCSM)
      let reason = told(sentiment.reason, to: ownPage) ?? ""
      sentences.append(
        account.currentFlag == nil
          ? words(.summaryOldFlag, ["by": by, "flag": flag, "date": formats.date(sentiment.date)])
          : words(reason.isEmpty ? .summaryFlag : .summaryFlagReason, ["by": by, "flag": flag, "reason": reason]))
    } else {
      sentences.append(words(.summaryNoFlag))
    }
    if let days = account.daysToRenewal {
      let arr =
        evidence.accounts[account.account].arr.map(money) ?? words(days < 0 ? .amountUnknown : .unknownArrRenews)
      sentences.append(
        days < 0
          ? words.count(.summaryRenewalPassed, -days, ["arr": arr])
          : words.count(.summaryRenewal, days, ["arr": arr]))
    }
    return sentences.joined(separator: " ")
  }

  private func cap(of account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    let cap = account.model.caps[index]
    return words(
      .summaryCapped,
      ["band": words.code(.band, cap.band.rawValue), "why": measures.reason(of: cap, in: account.model)])
  }

  /// The disagreement of score and person, in words; empty when they agree or one of them is silent.
  func divergence(_ account: AccountReview) -> String {
    guard let sentiment = account.sentiment, let flag = account.currentFlag, account.score.band != .unscored,
      account.score.band.rawValue != flag.rawValue
    else { return "" }
    let values: Places = [
      "band": words.code(.band, account.score.band.rawValue), "flag": words.code(.band, flag.rawValue),
      "by": sentiment.csm ?? words(.theCSM),
    ]
    return words(account.score.band.severity < flag.severity ? .personIsWorried : .personIsConfident, values)
  }
}
