public import Health
public import Review

/// Tells which guards hold and what to do about them, on pages and in the terminal.
public struct GuardWords: Sendable {
  private let words: Words
  private let formats: Formats
  private let measures: MeasureWords

  /// Takes the models that name measures, a language, the three-letter code of the currency, and a day near to those that
  /// are told.
  public init(_ models: Models, words: Words, currency: String, around day: Day) {
    self.init(MeasureWords(models, words: words, currency: currency, around: day))
  }

  init(_ measures: MeasureWords) {
    self.measures = measures
    words = measures.words
    formats = measures.formats
  }

  /// What is wrong, in one sentence.
  public func lead(_ held: HeldGuard) -> String {
    switch held {
    case .noAccounts(0, _): words(.guardNoAccounts)
    case .noAccounts: words(.guardNoScores)
    case .accountRefused(let rows, _, _): words.count(.guardAccountRefused, rows)
    case .rowsRefused: words(.guardRowsRefused)
    case .vanished(let missing, let before):
      words.count(.guardVanished, missing.count, ["edition": before.edition.description])
    case .cutOff(let files): words.count(.guardCutOff, files.count)
    case .feedWentBack(let feeds, let before):
      words.count(.guardFeedWentBack, feeds.count, ["edition": before.edition.description])
    case .arrJump(let arr, let unexplained, _, let before):
      words(
        .guardArrJump,
        [
          "edition": before.edition.description,
          "change": arr > 0
            ? words(.percentChange, ["n": formats.change(100 * unexplained / arr, decimals: 1)])
            : money(unexplained),
        ])
    case .future: words(.guardFuture)
    }
  }

  /// The facts that say so, as sentences; empty where the lead says all.
  ///
  /// - Parameter most: how many accounts, files or feeds are named at most; nil for all.
  public func facts(_ held: HeldGuard, most: Int? = nil) -> String {
    switch held {
    case .noAccounts(_, let before):
      before.map {
        words(
          .guardHad,
          [
            "edition": $0.edition.description, "accounts": words.count(.accounts, $0.arr.count),
            "arr": words.sum($0.arr, written: money),
          ])
      } ?? ""
    case .accountRefused(_, let all, let known):
      words(.guardAccountRefusedText, ["of": formats.whole(all)])
        + (known.isEmpty
          ? "" : " " + words(.guardAccountRefusedKnown, ["names": list(known.map(name), most: most, ending: "")]))
    case .rowsRefused(let refusals): list(refusals.map(fact), most: most)
    case .vanished(let missing, let before):
      words(
        .guardVanishedText,
        [
          "names": list(missing.map(name), most: most, ending: ""),
          "arr": words.sum(AmountSum(missing.map(\.arr)), written: money),
          "of": words.shortSum(before.arr, unknown: .amountUnknown, written: money),
        ])
    case .cutOff(let files): list(files, most: most)
    case .feedWentBack(let ends, _): list(alike(ends).map(fact), most: most)
    case .arrJump(let arr, let unexplained, let unknown, _):
      words(.guardArrJumpText, ["amount": money(unexplained.magnitude), "arr": money(arr)])
        + (unknown > 0 ? " " + words.count(.guardArrJumpUnknown, unknown) : "")
    case .future(_): ""
    }
  }

  /// What somebody can do about it.
  public func remedy(_ kind: Guard) -> String { words.code(.guardRemedy, kind.rawValue) }

  /// That it was published all the same, and why; empty where nobody has accepted it.
  func acceptance(_ reason: String?) -> String { reason.map { words(.guardAccepted, ["reason": $0]) } ?? "" }

  private func money(_ amount: Double) -> String { formats.fullMoney(amount, currency: measures.currency) }

  private func name(_ account: HeldGuard.Missing) -> String {
    let arr = account.arr.map(money) ?? words(.arrUnknown)
    return words(
      .guardAccount,
      ["name": account.name == account.id ? account.id : "\(account.name) (\(account.id))", "arr": arr])
  }

  func departure(_ departure: Departure) -> String {
    let account = departure.account
    let known =
      account.arr == nil ? (account.name == account.id ? account.id : "\(account.name) (\(account.id))") : name(account)
    return words(.departedAccount, ["account": known, "reason": departure.reason])
  }

  private func fact(_ refusals: HeldGuard.Refusals) -> String {
    let table = words.code(.table, refusals.table.rawValue)
    return words(
      .guardRefusals,
      [
        "name": refusals.column.map { "\(table), \(measures.label($0))" } ?? table,
        "n": formats.whole(refusals.refused), "of": formats.whole(refusals.of),
      ])
  }

  /// Feeds that end on the same days, together.
  private func alike(_ ends: [HeldGuard.EarlierEnd]) -> [[HeldGuard.EarlierEnd]] {
    ends.reduce(into: []) { all, end in
      let alike = all.firstIndex { $0[0].then == end.then && $0[0].now == end.now }
      if let alike { all[alike].append(end) } else { all.append([end]) }
    }
  }

  private func fact(_ ends: [HeldGuard.EarlierEnd]) -> String {
    let end = ends[0]
    let name = ends.map { self.name(of: $0.feed) }.joined(separator: ", ")
    let then = end.then.map(formats.shortDate) ?? ""
    guard let now = end.now else {
      return end.then == nil
        ? words(.guardFeedEmpty, ["name": name]) : words(.guardFeedGone, ["name": name, "then": then])
    }
    return words(.guardFeedOlder, ["name": name, "then": then, "now": formats.shortDate(now)])
  }

  /// What is missing beside the guards, in one sentence.
  public func lead(_ note: MissingNote) -> String {
    switch note {
    case .thinned(let feed, let edition):
      words(
        .thinnedLead,
        [
          "name": feed.feeds.map { name(of: $0) }.joined(separator: ", "), "then": formats.whole(feed.then),
          "now": formats.whole(feed.now), "edition": edition.description,
        ])
    case .shortened(let tables, let edition):
      words.count(.missingShortened, tables.count, ["edition": edition.description])
    case .inactive(let accounts, let edition):
      words.count(.missingInactive, accounts.count, ["edition": edition.description])
    case .reappeared(let accounts, let edition):
      words.count(.missingReappeared, accounts.count, ["edition": edition.description])
    case .arrGone(let accounts, let edition):
      words.count(.missingArr, accounts.count, ["edition": edition.description])
    case .renewalGone(let accounts, let edition):
      words.count(.missingRenewal, accounts.count, ["edition": edition.description])
    case .stillGone(let accounts): words.count(.missingStillGone, accounts.count)
    case .stillEnded(let ends): words.count(.missingStillEnded, ends.count)
    }
  }

  /// The facts that say so, as sentences.
  ///
  /// - Parameter most: how many accounts or feeds are named at most; nil for all.
  public func facts(_ note: MissingNote, among accounts: [Account], most: Int? = nil) -> String {
    switch note {
    case .thinned(let feed, _): names(of: feed, among: accounts)
    case .shortened(let tables, _):
      list(
        tables.map { table in
          words(
            .missingRows,
            [
              "name": words.code(.table, table.table.rawValue), "now": formats.whole(table.now),
              "then": formats.whole(table.then),
            ])
        }, most: most)
    case .inactive(let gone, _):
      list(
        gone.map { one in
          let account = accounts[one.account]
          let (phrase, day): (Phrase, Day) =
            switch one.reason {
            case .startsOn(let day): (.missingStarts, day)
            case .leftOn(let day): (.missingLeft, day)
            }
          return words(
            phrase,
            [
              "account": name(HeldGuard.Missing(id: account.id.text, name: account.name, arr: one.arr)),
              "day": formats.shortDate(day),
            ])
        }, most: most)
    case .reappeared(let some, _), .renewalGone(let some, _):
      list(
        some.map { name(HeldGuard.Missing(id: accounts[$0].id.text, name: accounts[$0].name, arr: accounts[$0].arr)) },
        most: most)
    case .arrGone(let some, _): list(some.map(name), most: most)
    case .stillGone(let accounts):
      words(
        .missingStillGoneText,
        [
          "names": list(
            accounts.map { words(.missingLast, ["account": name($0.account), "edition": $0.last.description]) },
            most: most, ending: "")
        ])
    case .stillEnded(let ends):
      list(
        ends.map { words(.missingEndedSince, ["feed": fact([$0.end]), "edition": $0.edition.description]) }, most: most)
    }
  }

  private func names(of feed: ThinnedFeed, among accounts: [Account]) -> String {
    let few = feed.accounts.count <= Self.few
    return few
      ? words(.thinnedNamed, ["names": feed.accounts.map { accounts[$0].name }.joined(separator: ", ")])
      : words.count(.thinnedMany, feed.accounts.count)
  }

  /// How many accounts are few enough to be named.
  private static let few = 6

  private func name(of feed: FeedName) -> String {
    switch feed {
    case .table(let table): words.code(.table, table.rawValue)
    case .measure(let measure): measures.label(measure)
    }
  }

  /// Some things in a row, and how many more there are.
  private func list(_ all: [String], most: Int?, ending: String = ".") -> String {
    let text = words.some(all, most: most ?? all.count, separator: words(.clauseSeparator))
    // A name may end in a full stop itself.
    return text.hasSuffix(ending) ? text : text + ending
  }
}
