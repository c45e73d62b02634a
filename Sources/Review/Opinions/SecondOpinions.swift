import Health

/// Which flags are asked again of a colleague.
public enum SecondOpinions {
  /// How many of a hundred flags are asked again: enough for ``FlagAgreement/fewest`` pairs a quarter in a book of
  /// seventy, and few enough that nobody minds.
  public static let share = 10

  /// The colleague who is asked about a flag; nil for the nine in ten that are not asked again, and where nobody else is
  /// there.
  ///
  /// It is drawn by a hash of account and day, so that every run asks the same.
  ///
  /// - Parameter people: those with accounts of their own, in one order, without whoever gave the flag.
  static func colleague(for account: AccountID, flaggedOn day: Day, among people: [String]) -> String? {
    let draw = fnv1a("second opinion \(account.text) \(day)") >> 16
    guard draw % 100 < share, !people.isEmpty else { return nil }
    return people[Int(draw / 100 % UInt64(people.count))]
  }
}

extension Review {
  /// The accounts about which a person is asked without seeing their flag, those that renew first at the top.
  ///
  /// Only fresh flags are asked again, and each once.
  public func opinionsAsked(of person: String) -> [AskedJudgement] {
    let people = books.compactMap(\.csm)
    return accounts.filter { account in
      guard let flag = account.sentiment, let giver = flag.csm, asOf - flag.date <= Sentiment.freshDays else {
        return false
      }
      let others = people.filter { !evidence.isSameName($0, giver) }
      let id = evidence.accounts[account.account].id
      return SecondOpinions.colleague(for: id, flaggedOn: flag.date, among: others) == person
        && !judgement.opinions[account.account].contains { flag.date <= $0.date && $0.date <= asOf }
    }
    .map { AskedJudgement(account: $0, wantsFlag: true, lists: [], isSecondOpinion: true) }.inOrder
  }

  /// How far colleagues agree with the flags that they were asked about: each opinion against the fresh flag of another
  /// person at the time, the first opinion on each flag.
  public var flagAgreement: FlagAgreement {
    FlagAgreement(evidence.accounts.indices.flatMap(opinionPairs))
  }

  private func opinionPairs(of account: Int) -> [(first: Sentiment.Flag, second: Sentiment.Flag)] {
    var asked: Set<Day> = []
    return judgement.opinions[account].sorted { $0.date < $1.date }.compactMap { opinion in
      guard opinion.date <= asOf, let flag = judgement.latestSentiment(of: account, on: opinion.date),
        opinion.date - flag.date <= Sentiment.freshDays,
        !isSamePerson(flag.csm, opinion.by), asked.insert(flag.date).inserted
      else { return nil }
      return (flag.flag, opinion.flag)
    }
  }

  private func isSamePerson(_ one: String?, _ other: String?) -> Bool {
    one.flatMap { one in other.map { evidence.isSameName(one, $0) } } ?? false
  }
}

extension [AskedJudgement] {
  /// Those that renew first at the top; neither the order nor what is asked for says what the score of an account is.
  var inOrder: [AskedJudgement] {
    sorted {
      ($0.account.daysToRenewal ?? .max, $0.account.account) < ($1.account.daysToRenewal ?? .max, $1.account.account)
    }
  }
}

extension Backtest.Result {
  /// What became of the accounts that had a current flag of a person on the day of the call, by the flag.
  ///
  /// It is for that person alone: rates of single people depend on whom they were given.
  public func rates(ofFlagsBy person: String) -> [(flag: Sentiment.Flag, rate: Rate)] {
    Sentiment.Flag.allCases.map { flag in
      (flag, rate { $0.score != nil && $0.flag == flag && $0.sentiment?.csm == person })
    }
  }
}
