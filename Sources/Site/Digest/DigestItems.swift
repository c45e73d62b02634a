import Health
import Review

/// What is told of single accounts, each with what anybody wrote and without.
struct DigestItems: Composer {
  let tell: Telling

  private typealias Told = (facts: String, said: String)

  private func item(
    _ kind: String, _ account: Int, more key: [String] = [], state: [String] = [], due: String = "",
    amount: String? = nil,
    _ told: Told
  ) -> ReaderDigest.Item {
    let facts = evidence.accounts[account]
    return ReaderDigest.Item(
      key: ([kind, slug(of: facts.id.text)] + key).joined(separator: ":"), state: state.joined(separator: ","),
      name: name(of: account), link: links.accountOrLoss(account, root: ""), amount: amount ?? namedARR(facts.arr),
      due: due, facts: told.facts, said: told.said)
  }

  /// Words as a chat gets them, and as everybody else does.
  private func told(_ words: (ListWords) -> String) -> Told {
    (words(ListWords(tell: tell, reader: .chat)), words(ListWords(tell: tell)))
  }

  /// The account's name, with its id where another account has the same name.
  func name(of account: Int) -> String {
    let own = evidence.accounts[account]
    let isShared = tell.sharedNames.contains(own.name.lowercased())
    return isShared ? "\(own.name) (\(own.id.text))" : own.name
  }

  private func dueWords(_ day: Day, isLate: Bool) -> String {
    let due = words(isLate ? .wasDueOn : .dueOn, ["date": formats.shortNear(day)])
    return isLate ? due + ", " + words.count(.daysLate, review.asOf - day) : due
  }

  private func late(_ isLate: Bool) -> [String] { isLate ? ["late"] : [] }

  /// A decision that is owed.
  func decision(_ due: DecisionDue) -> ReaderDigest.Item? {
    due.items.first.map { first in
      item(
        "decision", due.account.account, state: [due.dueOn.description] + late(due.isOverdue),
        due: dueWords(due.dueOn, isLate: due.isOverdue), told { $0.why(first, due.account) })
    }
  }

  /// A step that somebody promised.
  func step(_ decision: ReviewDecision, of account: AccountReview) -> ReaderDigest.Item {
    let isLate = decision.dueOn.map { $0 < review.asOf } ?? false
    let promised = words(
      .promisedOn,
      [
        "by": decision.by ?? words(.somebody), "date": formats.shortNear(decision.date),
        "list": words.code(.list, decision.list.rawValue),
      ])
    return item(
      "step", account.account, more: [decision.list.rawValue, decision.date.description],
      state: [decision.dueOn?.description ?? ""] + late(isLate),
      due: decision.dueOn.map { dueWords($0, isLate: isLate) } ?? "",
      (promised, told(decision.nextStep) ?? promised))
  }

  /// A flag that is missing or old.
  func flag(_ account: AccountReview) -> ReaderDigest.Item {
    let due = account.sentiment.map { $0.date + Sentiment.freshDays }
    return item(
      "flag", account.account, state: [due?.description ?? "", account.sentimentStatus.rawValue],
      due: due.map { dueWords($0, isLate: $0 < review.asOf) } ?? "", told { $0.overdueWords(account) })
  }

  /// A renewal that comes up or has lapsed.
  func renewal(_ account: AccountReview) -> ReaderDigest.Item {
    let day = evidence.renewalDay(of: account.account, on: review.asOf)
    return item(
      "renewal", account.account, state: [day?.description ?? ""] + late(account.isLapsed),
      told { $0.renewalWords(account) })
  }

  /// A score that fell.
  func fall(_ mover: Mover) -> ReaderDigest.Item {
    let moves = MoveWords(tell: tell)
    let fell = moves.movedWords(mover)
    let text = mover.driver.map { words(.sinceCause, ["step": fell, "why": moves.shortDriverWords($0)]) } ?? fell
    return item("fall", mover.account, (text, text))
  }

  /// An account that left or changed its band.
  func change(_ change: PortfolioChange.Change) -> ReaderDigest.Item {
    let text = words.code(.step, change.step.rawValue)
    return item(
      "change", change.account ?? 0, more: [change.step.rawValue, tell.change.since.description],
      amount: namedARR(change.arr), (text, text))
  }

  /// A customer that was lost.
  func lost(_ lost: LostAccount) -> ReaderDigest.Item {
    let losses = LossRows(tell: tell)
    let reason = losses.reason(of: lost)
    return item(
      "lost", lost.account, more: [lost.leftOn.description], amount: losses.arr(of: lost, unknown: .arrUnknown),
      (LossWords(tell: tell).verdict(lost), reason.isEmpty ? words(.noReasonGiven) : reason))
  }

  /// The risks seen since the last edition, and the urgent tickets that are open, the newest first.
  func news(_ book: Book) -> [ReaderDigest.Item] {
    CSMPageComposer(tell: tell).news(book).map { news in
      switch news.what {
      case .risk(let risk):
        item(
          "risk", news.account.account, more: [risk.kind.rawValue, risk.seenOn.description],
          told { $0.riskWords(risk) })
      case .ticket(let ticket):
        item("ticket", news.account.account, more: [slug(of: ticket.id)], told { $0.ticketWords(ticket) })
      }
    }
  }
}
