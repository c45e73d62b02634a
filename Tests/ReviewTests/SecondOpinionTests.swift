import EvidenceFixture
import Health
import SeededRandom
import Testing

@testable import Review

/// Flags that are asked again of a colleague, and how far the two agree.
@Suite struct SecondOpinionTests {
  private typealias Flag = Sentiment.Flag

  private static func pairs(_ counts: [(Flag, Flag, Int)]) -> [(first: Flag, second: Flag)] {
    counts.flatMap { first, second, count in (0..<count).map { _ in (first, second) } }
  }

  /// α by its definition: the mean disagreement within pairs against that of any two values.
  private static func alpha(_ pairs: [(first: Flag, second: Flag)]) -> Double {
    let values = pairs.flatMap { [$0.first.severity, $0.second.severity] }
    func difference(_ one: Int, _ other: Int) -> Double {
      let (low, high) = (min(one, other), max(one, other))
      let sum = values.reduce(0.0) { sum, value in
        sum + (value < low || value > high ? 0 : value == low || value == high ? 0.5 : 1)
      }
      return one == other ? 0 : sum * sum
    }
    let within = pairs.reduce(0) { $0 + difference($1.first.severity, $1.second.severity) } / Double(pairs.count)
    var between = 0.0
    for one in values.indices {
      for other in values.indices where other != one { between += difference(values[one], values[other]) }
    }
    return 1 - within / (between / Double(values.count * (values.count - 1)))
  }

  @Test func `the worked example`() throws {
    let agreement = FlagAgreement(
      Self.pairs([
        (.green, .green, 10), (.yellow, .yellow, 5), (.red, .red, 4), (.green, .yellow, 3), (.yellow, .red, 2),
      ]))
    #expect(agreement.pairs == 24 && agreement.same == 19)
    #expect(abs(try #require(agreement.alpha) - 0.8256552365762893) < 1e-12)
  }

  @Test func `alpha is that of its definition, whoever came first`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let pairs = (0..<Int.random(in: FlagAgreement.fewest...60, using: &random)).map { _ in
        let first = Flag.allCases.randomElement(using: &random) ?? .green
        let isSame = Double.random(in: 0..<1, using: &random) < 0.5
        return (first: first, second: isSame ? first : Flag.allCases.randomElement(using: &random) ?? .green)
      }
      let agreement = FlagAgreement(pairs)
      let alpha = try #require(agreement.alpha)
      #expect(abs(alpha - Self.alpha(pairs)) < 1e-9)
      let turned = FlagAgreement(pairs.reversed().map { ($0.second, $0.first) })
      #expect(abs(try #require(turned.alpha) - alpha) < 1e-12)
      #expect(try #require(agreement.interval).contains(alpha))
    }
  }

  @Test func `nothing is told of few pairs, nor of one colour alone`() {
    #expect(FlagAgreement(Self.pairs([(.green, .green, 10), (.red, .red, 9)])).alpha == nil)
    let alike = FlagAgreement(Self.pairs([(.green, .green, 30)]))
    #expect(alike.alpha == nil && alike.interval == nil && alike.same == 30)
    let single = FlagAgreement(Self.pairs([(.green, .green, 30), (.green, .red, 1)]))
    #expect(single.alpha != nil && single.interval == nil, "without the one pair nothing differs")
  }

  @Test func `the interval holds the agreement of a very large group about as often as it says`() throws {
    func draw(_ random: inout SplitMix64) -> (first: Flag, second: Flag) {
      func colour() -> Flag {
        let draw = Double.random(in: 0..<1, using: &random)
        return draw < 0.5 ? .green : draw < 0.8 ? .yellow : .red
      }
      let first = colour()
      return (first, Double.random(in: 0..<1, using: &random) < 0.6 ? first : colour())
    }
    var random = SplitMix64(seed: 11)
    let all = FlagAgreement((0..<200_000).map { _ in draw(&random) })
    let alpha = try #require(all.alpha)
    let rounds = 1000
    let held = (0..<rounds).count { _ in
      FlagAgreement((0..<60).map { _ in draw(&random) }).interval?.contains(alpha) ?? false
    }
    #expect((0.92...0.98).contains(Double(held) / Double(rounds)), "\(held) of \(rounds)")
  }

  // MARK: who is asked

  /// Accounts of three people, each with a flag of its own CSM.
  private func asked(flagAge: Int = 3, _ adjust: (inout People) -> Void = { _ in }) async -> Review {
    let people = ["Ada", "Bo", "Cy"]
    var world = World((0..<300).map { "a\($0 + 1000)" })
    var judgement = People()
    for account in 0..<300 {
      world.account(account, csm: people[account % 3])
      world.score(80, account: account)
      judgement.sentiment.append(
        (account, Sentiment(date: today - flagAge, flag: .green, csm: people[account % 3])))
    }
    adjust(&judgement)
    return await judgement.review(world)
  }

  @Test func `about one flag in ten is asked again, once, of somebody else, and every run asks the same`() async {
    let review = await asked()
    let questions = ["Ada", "Bo", "Cy"].map(review.opinionsAsked(of:))
    let all = questions.flatMap { $0.map(\.account.account) }
    #expect((15...45).contains(all.count) && Set(all).count == all.count, "\(all.count)")
    #expect(questions.allSatisfy { !$0.isEmpty })
    for (person, rows) in zip(0..<3, questions) {
      #expect(rows.allSatisfy { $0.account.account % 3 != person && $0.isSecondOpinion && $0.lists.isEmpty })
    }
    let again = await asked()
    #expect(["Ada", "Bo", "Cy"].flatMap { again.opinionsAsked(of: $0).map(\.account.account) } == all)
    let first = all[0]
    let answered = await asked { $0.opinions = [(first, Opinion(date: today - 1, flag: .red, by: "Bo"))] }
    #expect(
      ["Ada", "Bo", "Cy"].flatMap { answered.opinionsAsked(of: $0).map(\.account.account) }
        == all.filter { $0 != first })
    let old = await asked(flagAge: Sentiment.freshDays + 1)
    #expect(["Ada", "Bo", "Cy"].allSatisfy { old.opinionsAsked(of: $0).isEmpty })
  }

  @Test func `an opinion is held against the fresh flag of another person, and moves nothing else`() async {
    let plain = await asked()
    let review = await asked { people in
      people.opinions = [
        (0, Opinion(date: today - 1, flag: .green, by: "Bo")), (1, Opinion(date: today - 1, flag: .red, by: "Ada")),
        // By the person who gave the flag, before any flag, and a second one about a flag.
        (2, Opinion(date: today - 1, flag: .red, by: "Cy")), (3, Opinion(date: today - 4, flag: .red, by: "Bo")),
        (0, Opinion(date: today, flag: .red, by: "Cy")),
      ]
    }
    #expect(review.flagAgreement.pairs == 2 && review.flagAgreement.same == 1)
    #expect(review.lists.mapValues { $0.map(\.account) } == plain.lists.mapValues { $0.map(\.account) })
    #expect(review.accounts.map(\.points.total) == plain.accounts.map(\.points.total))
  }

  @Test func `the key of a row keeps that it asks a second opinion`() {
    for lists in [[], [ListID.renewals], ListID.allCases] {
      for isSecond in [false, true] {
        let key = JudgementSheet.Key(day: today, account: "A 1", lists: lists, isSecondOpinion: isSecond)
        #expect(JudgementSheet.Key(key.text) == key)
      }
    }
    #expect(ListID.allCases.count < 16, "the highest bit is not a list's")
  }
}
