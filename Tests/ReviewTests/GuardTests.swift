import EvidenceFixture
import Findings
import Health
import Testing

@testable import Review

@Suite struct GuardTests {
  private static let model = Model(
    MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity), coverageFloor: 0.4)

  /// Two accounts with scores and 1,000 of revenue each.
  private func world(_ ids: [String] = ["a", "b"], arr: [Double?] = [1000, 1000]) -> World {
    var world = World(ids)
    world.accounts = zip(world.accounts, arr).map { Account(id: $0.id, name: $0.name, arr: $1) }
    for account in ids.indices { world.observe("score", 80, on: today - 20, account: account) }
    return world
  }

  private func record(
    _ world: World, scores: [RecordedScore?], forgotten: [(id: String, arr: Double?)] = [],
    arrivals: Arrivals? = nil
  ) -> EditionRecord {
    EditionRecord(
      edition: Edition(of: today - 7), asOf: today - 7, modelVersion: "1", models: nil, scores: scores,
      forgotten: forgotten.map { ($0.id, "the " + $0.id, score($0.arr)) }, arrivals: arrivals)
  }

  private func score(_ arr: Double?) -> RecordedScore {
    RecordedScore(score: 80, band: .green, parts: ScoreParts([]), arr: arr)
  }

  private func held(
    _ world: World, feeds: [DataQuality.Feed] = [], refused: [String] = [], rules: Guard.Rules = .init(),
    newest: EditionRecord? = nil, today day: Day = today
  ) -> [HeldGuard] {
    check(world, feeds: feeds, refused: refused, rules: rules, newest: newest, today: day).held
  }

  private func check(
    _ world: World, feeds: [DataQuality.Feed] = [], refused: [String] = [], rules: Guard.Rules = .init(),
    newest: EditionRecord? = nil, today day: Day = today
  ) -> GuardCheck {
    GuardCheck(
      world.scorer(Self.model), judgement: People().judgement(accounts: world.accounts.count),
      quality: DataQuality(feeds: feeds, findings: [], refusedAccounts: refused), rules: rules, newest: newest,
      today: day)
  }

  private func feed(_ table: Table, read: Int, refused: Int = 0, newest: Day? = nil) -> DataQuality.Feed {
    var rows = DataQuality.Rows()
    (rows.read, rows.used, rows.refused) = (read, read - refused, refused)
    return DataQuality.Feed(table: table, file: "\(table).csv", rows: rows, newestDay: newest)
  }

  @Test func `a sound portfolio is held up by nothing`() {
    #expect(held(world()).isEmpty)
    #expect(held(world(), newest: record(world(), scores: [score(1000), score(1000)])).isEmpty)
  }

  @Test func `without an active account, or with none that has a score, nothing is published`() {
    #expect(held(World([])) == [.noAccounts(active: 0, before: nil)])
    var unscored = world(arr: [1000, 500])
    unscored.observations = [:]
    let newest = record(unscored, scores: [score(1000), score(500)])
    let before = HeldGuard.Before(edition: Edition(of: today - 7), arr: AmountSum(count: 2, known: 1500))
    #expect(held(unscored, newest: newest).first == .noAccounts(active: 2, before: before))
  }

  @Test func `one refused account is enough, and six refused rows of more than one in fifty`() {
    #expect(
      held(world(), feeds: [feed(.accounts, read: 900, refused: 1)]) == [.accountRefused(rows: 1, of: 900, known: [])])
    #expect(held(world(), feeds: [feed(.risks, read: 6, refused: 5)]).isEmpty)
    #expect(held(world(), feeds: [feed(.risks, read: 300, refused: 6)]).isEmpty)
    let refusals = HeldGuard.Refusals(table: .risks, column: nil, refused: 6, of: 299)
    #expect(held(world(), feeds: [feed(.risks, read: 299, refused: 6)]) == [.rowsRefused([refusals])])
    // Two files are one table.
    #expect(
      held(world(), feeds: [feed(.risks, read: 150, refused: 3), feed(.risks, read: 149, refused: 3)])
        == [.rowsRefused([refusals])])
    var rules = Guard.Rules()
    rules.maxRefused = 0.5
    #expect(held(world(), feeds: [feed(.risks, read: 299, refused: 6)], rules: rules).isEmpty)
  }

  @Test func `six refused cells of more than one in fifty filled ones of a column are too many, placeholders are not`()
  {
    func held(filled: Int, refused: Int) -> [HeldGuard] {
      var column = DataQuality.Column(table: .tickets, name: "csat")
      (column.filled, column.refused, column.placeholders) = (filled, refused, 90)
      let quality = DataQuality(feeds: [feed(.tickets, read: 900)], findings: [], columns: [column])
      return GuardCheck(
        world().scorer(Self.model), judgement: People().judgement(accounts: 2), quality: quality, rules: .init(),
        newest: nil, today: today
      ).held
    }
    #expect(held(filled: 300, refused: 6).isEmpty && held(filled: 6, refused: 5).isEmpty)
    let refusals = HeldGuard.Refusals(table: .tickets, column: "csat", refused: 6, of: 299)
    #expect(held(filled: 299, refused: 6) == [.rowsRefused([refusals])])
  }

  @Test func `a file that ends in the middle of a row holds up the publication`() {
    let quality = DataQuality(feeds: [], findings: [], cutOff: ["data/risks.csv:3"])
    let check = GuardCheck(
      world().scorer(Self.model), judgement: People().judgement(accounts: 2), quality: quality, rules: .init(),
      newest: nil, today: today)
    #expect(check.held == [.cutOff(["data/risks.csv:3"])])
  }

  @Test func `an account that is gone without a reason is named with its revenue, the largest first`() throws {
    let newest = record(world(), scores: [score(1000), score(1000)], forgotten: [("c", nil), ("d", 50), ("e", 70)])
    guard case .vanished(let missing, let before) = try #require(held(world(), newest: newest).first) else {
      Issue.record("another guard holds")
      return
    }
    #expect(missing.map(\.id) == ["e", "d", "c"] && missing.map(\.arr) == [70, 50, nil])
    #expect(before.arr == AmountSum(count: 5, unknown: 1, known: 2120))
  }

  @Test func `a departure, a refused row and a new id explain an account that is gone`() {
    let newest = record(world(), scores: [score(1000), score(1000)], forgotten: [("c", 10), ("d", 50), ("e", 70)])
    var rules = Guard.Rules()
    rules.departed = ["c": "a test account", "new": "merged into another"]
    rules.aliases = ["e": "newer", "newer": "new"]
    #expect(held(world(), refused: ["d"], rules: rules, newest: newest).isEmpty)
  }

  @Test func `rows from before the first day of an export that moves along are not missed`() {
    var then = world()
    then.tickets = [
      (0, Ticket(id: "1", openedOn: today - 40, severity: .low)),
      (1, Ticket(id: "2", openedOn: today - 9, severity: .low)),
    ]
    let file = [feed(.tickets, read: 2, newest: today - 9)]
    let newest = record(then, scores: [score(1000), score(1000)], arrivals: arrivals(then, file))
    var now = world()
    now.tickets = [(1, Ticket(id: "2", openedOn: today - 9, severity: .low))]
    #expect(check(now, feeds: file, newest: newest).notes.isEmpty)
    // An account with rows of the days that the export still has is missed.
    now.tickets = [(0, Ticket(id: "1", openedOn: today - 40, severity: .low))]
    #expect(check(now, feeds: file, newest: newest).notes.count == 1)
  }

  @Test func `an account whose row is refused is named as the newest edition knew it`() {
    let newest = record(world(), scores: [score(1000), score(1000)], forgotten: [("d", 50)])
    let missing = HeldGuard.Missing(id: "d", name: "the d", arr: 50)
    #expect(
      held(world(), feeds: [feed(.accounts, read: 3, refused: 1)], refused: ["d"], newest: newest)
        == [.accountRefused(rows: 1, of: 3, known: [missing])])
  }

  @Test func `an account that a day in its row takes out is told, unless it left in the year`() {
    let newest = record(world(), scores: [score(1000), score(nil)])
    var later = world()
    func row(_ account: Int, startedOn: Day? = nil, endedOn: Day? = nil) -> Account {
      let old = later.accounts[account]
      return Account(id: old.id, name: old.name, arr: old.arr, startedOn: startedOn, endedOn: endedOn)
    }
    later.accounts = [row(0, startedOn: today + 1), row(1, endedOn: today - 365)]
    #expect(
      check(later, newest: newest).notes == [
        .inactive(
          [
            .init(account: 0, arr: 1000, reason: .startsOn(today + 1)),
            .init(account: 1, arr: nil, reason: .leftOn(today - 365)),
          ], since: Edition(of: today - 7))
      ])
    later.accounts = [later.accounts[0], row(1, endedOn: today - 364)]
    #expect(check(later).notes.isEmpty, "without an edition nobody was counted")
    #expect(
      check(later, newest: record(world(), scores: [nil, score(1000)])).notes.isEmpty, "the page lists that loss")
  }

  @Test func `a table to which rows are only added has lost some`() {
    let files = [feed(.risks, read: 3, newest: today - 9), feed(.tickets, read: 4, newest: today)]
    let newest = record(world(), scores: [score(1000), score(1000)], arrivals: arrivals(world(), files))
    let now = [feed(.risks, read: 2, newest: today - 9), feed(.tickets, read: 1, newest: today)]
    #expect(
      check(world(), feeds: now, newest: newest).notes
        == [.shortened([.init(table: .risks, then: 3, now: 2)], since: Edition(of: today - 7))])
  }

  @Test func `what was published in spite of a guard stays told until something explains it`() {
    let past = Edition(of: today - 14)
    let gone = MissingNote.PastAccount(HeldGuard.Missing(id: "c", name: "C", arr: 10), last: past)
    let earlier = EarlierEditions(
      accounts: [gone], feeds: [(Arrivals.Feed(.table(.sentiment), rows: 2, newest: today - 15), past)])
    let newest = EditionRecord(
      edition: Edition(of: today - 7), asOf: today - 7, modelVersion: "1", models: nil,
      scores: [score(1000), score(1000)], arrivals: Arrivals(feeds: [], newest: []), earlier: earlier)
    let end = HeldGuard.EarlierEnd(feed: .table(.sentiment), then: today - 15, now: nil)
    #expect(
      check(world(), newest: newest).notes == [.stillGone([gone]), .stillEnded([.init(end: end, edition: past)])])
    var rules = Guard.Rules()
    rules.departed = ["c": "a test account"]
    let back = [feed(.sentiment, read: 1, newest: today - 15)]
    #expect(check(world(), feeds: back, rules: rules, newest: newest).notes.isEmpty)
  }

  /// What had arrived of a world and some files.
  private func arrivals(_ world: World, _ feeds: [DataQuality.Feed] = []) -> Arrivals {
    Arrivals(
      world.evidence(), People().judgement(accounts: world.accounts.count), DataQuality(feeds: feeds, findings: []))
  }

  @Test func `a table or a measure that ends earlier, or is empty, went back`() throws {
    let scores = [score(1000), score(1000)]
    let files = [
      feed(.risks, read: 3, newest: today - 9), feed(.goals, read: 2), feed(.tickets, read: 4, newest: today),
    ]
    let newest = record(world(), scores: scores, arrivals: arrivals(world(), files))
    #expect(held(world(), feeds: files, newest: newest).isEmpty)
    #expect(
      held(world(), feeds: files + [feed(.plans, read: 1)], newest: newest).isEmpty, "what is new has not gone back")
    var shorter = world()
    shorter.observations = [:]
    for account in 0...1 { shorter.observe("score", 80, on: today - 21, account: account) }
    let now = [feed(.risks, read: 3, newest: today - 10), feed(.goals, read: 0)]
    guard case .feedWentBack(let ends, _) = try #require(held(shorter, feeds: now, newest: newest).first) else {
      Issue.record("another guard holds")
      return
    }
    #expect(
      ends == [
        HeldGuard.EarlierEnd(feed: .table(.risks), then: today - 9, now: today - 10),
        HeldGuard.EarlierEnd(feed: .table(.tickets), then: today, now: nil),
        HeldGuard.EarlierEnd(feed: .table(.goals), then: nil, now: nil),
        HeldGuard.EarlierEnd(feed: .measure("score"), then: today - 20, now: today - 21),
      ])
    let unknown = record(world(), scores: scores)
    #expect(held(shorter, feeds: now, newest: unknown).isEmpty, "an older Vigie has recorded nothing to compare with")
  }

  @Test func `a feed that goes on without some of its accounts is told, and holds nothing up`() throws {
    let newest = record(world(), scores: [score(1000), score(1000)], arrivals: arrivals(world()))
    var half = world()
    half.observations = [:]
    half.observe("score", 80, on: today - 20, account: 0)
    #expect(held(half, newest: newest).isEmpty)
    func thinned(now: Int) -> MissingNote {
      .thinned(
        ThinnedFeed(feeds: [.measure("score")], then: 2, now: now, accounts: [1]), since: Edition(of: today - 7))
    }
    #expect(check(half, newest: newest).notes == [thinned(now: 1)])
    // Its newest row is gone, and older ones are there.
    half.observe("score", 80, on: today - 30, account: 1)
    #expect(check(half, newest: newest).notes == [thinned(now: 2)])
    #expect(check(world(), newest: newest).notes.isEmpty)
  }

  @Test func `revenue that jumps without an outcome holds, and an outcome since the edition explains it`() {
    let newest = record(world(), scores: [score(1000), score(1000)])
    #expect(held(world(arr: [1400, 1000]), newest: newest).isEmpty, "a fifth is let through")
    let before = HeldGuard.Before(edition: Edition(of: today - 7), arr: AmountSum(count: 2, known: 2000))
    #expect(
      held(world(arr: [1401, 1000]), newest: newest)
        == [.arrJump(arr: 2000, unexplained: 401, unknown: 0, before: before)])
    #expect(held(world(arr: [1, 1]), newest: newest).map(\.kind) == [.arrJump])
    var explained = world(arr: [1401, 1000])
    explained.outcomes = [(0, Outcome(date: today - 6, kind: .expanded, arrBefore: 1000, arrAfter: 1401))]
    #expect(held(explained, newest: newest).isEmpty)
    explained.outcomes = [(0, Outcome(date: today - 7, kind: .expanded, arrBefore: 1000, arrAfter: 1401))]
    #expect(held(explained, newest: newest).map(\.kind) == [.arrJump], "the edition knew of that one")
    #expect(
      held(world(arr: [nil, 1000]), newest: newest)
        == [.arrJump(arr: 2000, unexplained: -1000, unknown: 1, before: before)], "what is unknown now is gone")
    let unknown = record(world(), scores: [score(nil), score(1000)])
    #expect(held(world(), newest: unknown).isEmpty, "what was unknown then has not changed")
  }

  @Test func `an outcome explains a change as far as it goes`() {
    let newest = record(world(), scores: [score(1000), score(1000)])
    func unexplained(_ now: Double, _ outcomes: Outcome...) -> Double? {
      var later = world(arr: [now, 1000])
      later.outcomes = outcomes.map { (0, $0) }
      var rules = Guard.Rules()
      rules.maxARRChange = 0
      for case .arrJump(_, let unexplained, _, _) in held(later, rules: rules, newest: newest) { return unexplained }
      return nil
    }
    let grown = Outcome(date: today, kind: .expanded, arrBefore: 1000, arrAfter: 1400)
    #expect(unexplained(1500, grown) == 100)
    #expect(unexplained(1200, grown) == nil, "less than was agreed")
    #expect(unexplained(1000, grown) == nil, "nothing changed")
    #expect(unexplained(900, grown) == -100)
    #expect(unexplained(1400, Outcome(date: today, kind: .expanded, arrAfter: 1400)) == nil, "from what it was")
  }

  @Test func `an account that comes back, and an ARR that is gone, are told`() {
    let newest = record(world(), scores: [nil, score(1000)])
    #expect(check(world(), newest: newest).notes == [.reappeared([0], since: Edition(of: today - 7))])
    var began = world()
    began.accounts[0] = Account(id: began.accounts[0].id, name: "a", arr: 1000, startedOn: today - 6)
    #expect(check(began, newest: newest).notes.isEmpty, "a new customer")
    let known = record(world(), scores: [score(100), score(1000)])
    let missing = HeldGuard.Missing(id: "a", name: world().accounts[0].name, arr: 100)
    #expect(
      check(world(arr: [nil, 1000]), newest: known).notes == [.arrGone([missing], since: Edition(of: today - 7))])
  }

  @Test func `a day that has not come holds`() {
    #expect(held(world(), today: today - 1) == [.future(today: today - 1)])
    #expect(held(world(), today: today).isEmpty)
  }

  @Test func `guards are said in one order`() {
    let newest = record(World([]), scores: [], forgotten: [("c", 10)])
    let all = held(
      World([]), feeds: [feed(.accounts, read: 9, refused: 9)], newest: newest, today: today - 1)
    #expect(all.map(\.kind) == [.noAccounts, .accountRefused, .rowsRefused, .vanished, .future])
  }
}
