import BuiltInTemplates
import Customer
import Foundation
import Health
import Languages
import Portfolio
import Review
import SeededRandom
import Site
import Snapshot
import Templates
import Testing

/// The built-in languages.
let languages = Languages(builtIn: BuiltInTemplates.files)

/// A portfolio in memory in which every internal field of every account has a unique value.
struct CanaryPortfolio {
  let review: Review
  let plans: RowsByAccount<CustomerFacts.Step>
  let words: [Int: CustomerFacts.Words]
  /// Every value that no customer may read, with its field.
  let canaries: [(field: String, value: String, account: Int)]

  static let asOf = Day(year: 2026, month: 11, day: 16) ?? Day(number: 0)

  /// - Parameter accounts: at least one.
  init(seed: UInt64, accounts count: Int, models: Models) async {
    var planter = Planter(seed: seed)
    let asOf = Self.asOf
    var accounts: [Account] = []
    var columns: [[String?]] = [[], []]
    for index in 0..<count {
      accounts.append(
        Account(
          id: AccountID(planter.plant("accounts.account_id", index, "A\(100 + index)")),
          name: planter.name(index), csm: planter.chance() ? "Jonas Weber" : nil,
          arr: planter.amount("accounts.arr", index), startedOn: asOf - planter.whole(100, 2000),
          renewsOn: asOf + planter.whole(1, 300)))
      columns[0].append(planter.plant("accounts.comment", index))
      columns[1].append(String(200 + planter.whole(0, 400)))
    }
    var touchpoints: [(account: Int, row: Touchpoint)] = []
    var tickets: [(account: Int, row: Ticket)] = []
    var contacts: [(account: Int, row: Contact)] = []
    var goals: [(account: Int, row: Goal)] = []
    var outcomes: [(account: Int, row: Outcome)] = []
    var sentiment: [(account: Int, row: Sentiment)] = []
    var risks: [(account: Int, row: Risk)] = []
    var reviews: [(account: Int, row: ReviewDecision)] = []
    var plans: [(account: Int, row: CustomerFacts.Step)] = []
    var notes: [Int: String] = [:]
    var words: [Int: CustomerFacts.Words] = [:]
    for index in 0..<count {
      for _ in 0..<planter.whole(0, 3) {
        let day = asOf - planter.whole(0, 200)
        touchpoints.append(
          (
            index,
            Touchpoint(
              date: day, kind: ["meeting", "call", "qbr", "email"][planter.whole(0, 3)],
              by: planter.address("touchpoints.by", index), with: planter.plant("touchpoints.with", index),
              note: Remark(planter.plant("touchpoints.note", index), isPrivate: index % 2 == 1))
          ))
        sentiment.append(
          (
            index,
            Sentiment(
              date: day, flag: Sentiment.Flag.allCases[planter.whole(0, 2)],
              reason: Remark(planter.plant("sentiment.reason", index), isPrivate: index % 2 == 1),
              note: Remark(planter.plant("sentiment.note", index), isPrivate: index % 2 == 1))
          ))
        risks.append(
          (
            index,
            Risk(
              seenOn: day, kind: .other, note: Remark(planter.plant("risks.note", index), isPrivate: index % 2 == 1),
              source: planter.plant("risks.source", index))
          ))
        reviews.append(
          (
            index,
            ReviewDecision(
              date: day, list: .renewals, decision: .both,
              note: Remark(planter.plant("reviews.note", index), isPrivate: index % 2 == 1),
              nextStep: Remark(planter.plant("reviews.next_step", index), isPrivate: index % 2 == 1))
          ))
        outcomes.append(
          (
            index,
            Outcome(
              date: day, kind: .renewed, arrBefore: planter.amount("outcomes.arr_before", index),
              arrAfter: planter.amount("outcomes.arr_after", index),
              reason: Remark(planter.plant("outcomes.reason", index), isPrivate: index % 2 == 1),
              evidence: Remark(planter.plant("outcomes.evidence", index), isPrivate: index % 2 == 1))
          ))
        contacts.append((index, Contact(name: planter.address("contacts.name", index), roles: [.champion])))
        tickets.append(
          (
            index,
            Ticket(
              id: "T-\(index)-\(planter.whole(10_000, 99_999))", openedOn: day,
              closedOn: planter.chance() ? day + 3 : nil, severity: .normal, csat: planter.chance() ? 4 : nil,
              subject: planter.plant("tickets.subject", index))
          ))
        goals.append(
          (
            index,
            Goal(
              goal: planter.hostile(), unit: "% of visits", baseline: Double(planter.whole(0, 40)),
              target: Double(planter.whole(60, 99)), latest: planter.chance() ? Double(planter.whole(0, 99)) : nil,
              dueOn: asOf + planter.whole(-90, 90), metOn: planter.chance() ? asOf - 10 : nil)
          ))
        plans.append(
          (
            index,
            CustomerFacts.Step(
              step: planter.hostile(), owner: planter.chance() ? "Hélène Garnier" : nil,
              dueOn: CalendarDay(year: 2026, month: 12, day: 1 + planter.whole(0, 27)))
          ))
      }
      notes[index] = planter.chance() ? planter.plant("data/notes", index) : nil
      if planter.chance() {
        words[index] = CustomerFacts.Words(
          context: planter.hostile(), learned: planter.chance() ? "- \(planter.hostile())" : nil,
          conversation: planter.chance() ? planter.hostile() : nil)
      }
    }
    let evidence = Evidence(
      asOf: asOf, accounts: accounts,
      columns: [
        AccountCells(name: "comment", texts: columns[0], numbers: columns[0].map { _ in nil }),
        AccountCells(name: "seats", texts: columns[1], numbers: columns[1].map { $0.flatMap(Double.init) }),
        accounts.arrCells,
      ],
      series: [planter.use(accounts: count, asOf: asOf)],
      touchpoints: RowsByAccount(touchpoints, accounts: count), tickets: RowsByAccount(tickets, accounts: count),
      contacts: RowsByAccount(contacts, accounts: count), goals: RowsByAccount(goals, accounts: count),
      outcomes: RowsByAccount(outcomes, accounts: count))
    let judgement = Judgement(
      sentiment: RowsByAccount(sentiment, accounts: count), risks: RowsByAccount(risks, accounts: count),
      reviews: RowsByAccount(reviews, accounts: count), notes: notes,
      editionNote: planter.plant("data/edition", -1))
    let segments = [Int](repeating: 0, count: count)
    review = await Review(
      Scorer(evidence: evidence, models: models, segmentOf: segments), judgement: judgement, rules: Review.Rules())
    self.plans = RowsByAccount(plans, accounts: count)
    self.words = words
    canaries = planter.canaries
  }

  /// The search of its customers' files for their private values.
  func scan(_ press: Press) -> ProofScan {
    ProofScan(PrivateEvidence(of: review, plans: plans), review, known: [], phrases: press.language.vocabulary)
  }

  /// The facts of an account when every field is allowed.
  func facts(of account: Int, language: String) -> CustomerFacts {
    CustomerFilter(
      review, allowed: Set(CustomerField.allCases), sender: "Bellwater Software",
      adoption: AdoptionSides(of: "weekly_active_users", per: "seats")
    ).facts(of: account, words: words[account], plans: plans[account], language: language)
  }

  /// Models with one segment without conditions, since the accounts have no column for any.
  static func smallModels() throws -> Models {
    try #require(
      models(
        readFrom: """
          version: "1"
          dimensions:
            usage:
              weight: 1
              measures: {seat_use: {of: weekly_active_users, per: seats, worst: 0.1, best: 0.7}}
            relationship:
              weight: 1
              measures: {contact_age: {of: days_since_contact, worst: 120, best: 10}}
          """))
  }
}

extension [Account] {
  /// Their revenue, as the loader keeps it among the columns.
  var arrCells: AccountCells {
    AccountCells(name: AccountColumn.arr.name, texts: map { $0.arr.map { "\($0)" } }, numbers: map(\.arr))
  }
}

/// Random values, including canaries.
private struct Planter {
  private var random: SplitMix64
  private(set) var canaries: [(field: String, value: String, account: Int)] = []

  init(seed: UInt64) {
    // Neighbouring seeds are multiplied apart.
    random = SplitMix64(seed: seed &* 0xD1B5_4A32_D192_ED03)
  }

  mutating func whole(_ low: Int, _ high: Int) -> Int { random.whole(in: low...high) }
  mutating func chance() -> Bool { random.next() % 2 == 0 }

  private mutating func word() -> String {
    "q" + String((0..<9).map { _ in "bdfghjklmprtvwxz"[whole(0, 15)] })
  }

  /// Plants a value of one to seven unheard-of words.
  mutating func plant(_ field: String, _ account: Int, _ prefix: String = "") -> String {
    let words = (0..<[1, 1, 2, 4, 7][whole(0, 4)]).map { _ in word() }
    let value = prefix + words.joined(separator: prefix.isEmpty ? " " : "")
    canaries.append((field, value, account))
    return value
  }

  mutating func address(_ field: String, _ account: Int) -> String {
    let value = "\(word())@\(word()).example"
    canaries.append((field, value, account))
    return value
  }

  mutating func name(_ account: Int) -> String {
    let value = "\(word().capitalized) \(["AG", "& Fils", "Sp. z o.o.", "<b>Ltd</b>", "株式会社"][whole(0, 4)])"
    canaries.append(("accounts.name", value, account))
    return value
  }

  mutating func amount(_ field: String, _ account: Int) -> Double {
    let value = whole(1_000_000, 9_000_000) * 10 + 7
    canaries.append((field, String(value), account))
    return Double(value)
  }

  /// A text that a customer may read, in awkward spellings.
  mutating func hostile() -> String {
    let texts = [
      "First-time fix rate", "Use *less* paper | and <script>alert(1)</script>", "Été & hiver « à l’heure »",
      "Audit findings, 3 of 11", "\u{0600}<img src=x>", "[link](javascript:alert(1))", "株式会社 みなと", "- 90 %",
    ]
    return texts[whole(0, texts.count - 1)]
  }

  mutating func use(accounts: Int, asOf: Day) -> Series {
    var starts: [Int32] = [0]
    var days: [Int32] = []
    var values: [Double] = []
    for _ in 0..<accounts {
      for week in (0..<whole(1, 60)).reversed() {
        days.append((asOf - 1 - 7 * week).number)
        values.append(Double(whole(1, 400)))
      }
      starts.append(Int32(days.count))
    }
    return Series(name: "weekly_active_users", starts: starts, days: days, values: values)
  }
}

extension String {
  fileprivate subscript(position: Int) -> Character { self[index(startIndex, offsetBy: position)] }
}

/// The documents of a language, with the built-in templates.
struct Press {
  let language: CustomerLanguage
  let templates: CustomerTemplates
  let words: Words
  /// The built-in style.
  let style: [UInt8]

  init(_ code: String) throws {
    func text(_ name: String) throws -> String {
      String(decoding: try #require(BuiltInTemplates.files.first { $0.name == name }).bytes, as: UTF8.self)
    }
    words = try Words(#require(languages.file(code)))
    language = words.customerLanguage(around: CalendarDay(year: 2026, month: 11, day: 16))
    let files = try BuiltInTemplates.files.map(\.name).filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }
      .map { TemplateFile(name: $0, text: try text($0)) }
    style = Array(try text(CustomerTemplates.styleName).utf8)
    templates = try CustomerTemplates(files, style: style, language: language)
  }

  func html(_ facts: CustomerFacts) -> [UInt8] {
    CustomerDocument(facts, language: language, templates: templates, tool: "Vigie test")
      .html(source: SnapshotMark.Source(draft: String(repeating: "a", count: 64)))
  }
}
