import Health
import Review

/// The changes between two editions, in sentences.
struct ChangeWords: Composer {
  let tell: Telling
  private var moves: MoveWords { MoveWords(tell: tell) }

  /// The number of accounts that changed band, what left green, and what was lost while green, in two sentences.
  func bandWords(_ comparison: EditionComparison) -> String {
    let changed = comparison.changedBand
    func places(_ accounts: [EditionComparison.AccountChange]) -> Places {
      ["n": formats.whole(accounts.count), "arr": shortMoney(AmountSum(accounts.map(\.arr)), unknown: .amountUnknown)]
    }
    let left = changed.filter { $0.before?.band == .green }
    let entered = changed.filter { $0.after?.band == .green }
    let others = changed.count - left.count - entered.count
    var parts: [String] = []
    if !left.isEmpty { parts.append(words(.leftGreen, places(left))) }
    if !entered.isEmpty { parts.append(words(.turnedGreen, places(entered))) }
    if others > 0 { parts.append(words.count(.otherBands, others)) }
    let moved =
      changed.isEmpty
      ? words(.bandsUnchanged)
      : words.count(.bandsChanged, changed.count, ["changes": parts.joined(separator: ", ")])
    // Who is in no row of the table may have left or may have been forgotten.
    let lost = comparison.lostWhileGreen.filter { $0.account != nil }
    let gone = comparison.lostWhileGreen.filter { $0.account == nil }
    let ends = [(CountPhrase.lostWhileGreen, lost), (.goneWhileGreen, gone)].compactMap { phrase, accounts in
      accounts.isEmpty ? nil : words.count(phrase, accounts.count, places(accounts))
    }
    return ([moved] + ends).joined(separator: " ")
  }

  /// The main cause of a score's change between two editions, in words.
  func whyWords(_ change: EditionComparison.AccountChange, in comparison: EditionComparison) -> String {
    if change.before == nil { return words(.becameCustomer) }
    if change.after == nil { return words(change.account == nil ? .notInDataAnyMore : .isNoCustomer) }
    if let (cap, isHeld) = change.capChange {
      return words(
        isHeld ? .heldByCap : .releasedFromCap,
        ["band": words.code(.band, cap.band.rawValue), "why": measures.reason(of: cap, in: review.models.all[0])])
    }
    guard let why = change.why else { return words(.cannotCompare) }
    guard abs(why.total) >= EditionComparison.smallestMove || change.change != 0 else { return "" }
    switch why.cause {
    case .behaviour: return change.driver.map(moves.driverWords) ?? words(.noDriver)
    case .lateData: return words(.becauseLateData, ["points": moves.points(why.lateData)])
    case .model:
      let shift = change.modelShift
      return words(
        shift == nil ? .becauseModel : .becauseModelThrough,
        [
          "from": comparison.before.modelVersion, "to": comparison.after.modelVersion,
          "points": moves.points(why.model), "dimension": shift.map { label($0.dimension) } ?? "",
          "shift": shift.map { formats.change($0.points, decimals: 1) } ?? "",
        ])
    }
  }

  /// Why an account's score differs from that in the last edition, in two sentences; empty when there was none.
  func sinceLastEdition(_ account: Int) -> String {
    guard let comparison = review.sinceLastEdition, let change = comparison.change(of: account) else { return "" }
    let edition = formats.date(comparison.before.asOf)
    guard let before = change.before else { return words(.notInEdition, ["edition": edition]) }
    guard let why = change.why else { return words(.cannotCompareWith, ["edition": edition]) }
    func points(_ value: Double) -> String { formats.change(value, decimals: 1) }
    func score(_ score: RecordedScore?) -> String {
      score?.score.map(String.init) ?? words.code(.band, Band.unscored.rawValue)
    }
    return words(
      .sinceEdition,
      [
        "edition": edition, "from": score(before), "to": score(change.after), "total": moves.points(why.total),
        "behaviour": points(why.behaviour), "late": points(why.lateData), "model": points(why.model),
      ])
  }
}
