import Customer
import Foundation
import Health
import Review
import Testing

@testable import Snapshot

@Suite struct ProofScanTests {
  static let names = [
    "Acme", "Acme Holdings", "May", "株式会社みなと機工", "X", "Orion Works", "Altmoor Stahl GmbH", "Weißhaupt & Co. KG",
    "Green Energy Ltd", "Łódź Ceramika Sp. z o.o.", "Müller Logistik AG", "Haus Morgenrot GmbH", "Sun and Moon",
    "BT Group plc",
    "H&Q AB", "Rivka Grünwald KG",
  ]

  static let evidence = Task { () async throws -> (PrivateEvidence, Review) in
    let asOf = CanaryPortfolio.asOf
    let accounts = names.enumerated().map { index, name in
      Account(
        id: AccountID(index == 5 ? "48211" : index == 13 ? "K897000" : "K\(index)"), name: name,
        arr: 884_000 + 1000 * Double(index))
    }
    func rows<Row: Sendable>(_ rows: [(account: Int, row: Row)]) -> RowsByAccount<Row> {
      RowsByAccount(rows, accounts: names.count)
    }
    let evidence = Evidence(
      asOf: asOf, accounts: accounts,
      columns: [
        AccountCells(
          name: "sponsor", texts: names.indices.map { $0 == 6 ? "Petra Vogelsang" : "P\($0)" },
          numbers: names.map { _ in nil }),
        accounts.arrCells,
      ],
      touchpoints: rows([
        (5, Touchpoint(date: asOf, kind: "call", with: "Planning team")),
        (6, Touchpoint(date: asOf, kind: "call", with: "Ilse Brandauer, CFO and Tomasz Wilk (finance)")),
        (5, Touchpoint(date: asOf, kind: "call", with: "the finance people")),
        (7, Touchpoint(date: asOf, kind: "call", with: "Ursina Vollmer and Jane Millerton, Petronella")),
        (8, Touchpoint(date: asOf, kind: "call", with: "Hélène Garnier; Tomasz Wilk")),
      ]),
      tickets: rows([
        (0, Ticket(id: "77", openedOn: asOf, subject: "Red flag shown on the health page")),
        (5, Ticket(id: "40217", openedOn: asOf, subject: "Bluebird import stops at midnight for everyone")),
      ]),
      contacts: rows([
        (5, Contact(name: "Jane Smithers")), (5, Contact(name: "Ursina Vollmer")), (5, Contact(name: "Petronella")),
        (5, Contact(name: "Rose Baker")),
        (5, Contact(name: "Smart, Bob")),
        (5, Contact(name: "Jean de La Fonteyne")),
        (0, Contact(name: "Hélène Garnier")), (5, Contact(name: "Hélène Garnier")),
      ]),
      goals: rows([
        (0, Goal(goal: "Health and safety: fewer risks", unit: "red forms")),
        (3, Goal(goal: "Use less energy")), (4, Goal(goal: "Less energy for all")),
      ]))
    let judgement = Judgement(
      sentiment: rows([
        (0, Sentiment(date: asOf, flag: .red, reason: "The new director wants one platform for the whole group")),
        (1, Sentiment(date: asOf, flag: .red, reason: "We will meet them again at the end of the next quarter")),
        (2, Sentiment(date: asOf, flag: .red, reason: "Reporting")),
      ]), risks: rows([]), reviews: rows([]), notes: [0: "Talked to ops@acme.example. Project Bluebird7 starts soon."])
    let review = await Review(
      Scorer(
        evidence: evidence, models: try CanaryPortfolio.smallModels(),
        segmentOf: [Int](repeating: 0, count: names.count)),
      judgement: judgement, rules: Review.Rules())
    let plans = rows([(6, CustomerFacts.Step(step: "Go on", owner: "Anneliese Rotfuchs"))])
    return (PrivateEvidence(of: review, plans: plans), review)
  }

  private static func scan(known: [String] = [], phrases: [String] = []) async throws -> ProofScan {
    let (evidence, review) = try await evidence.value
    return ProofScan(evidence, review, known: known, phrases: phrases)
  }

  static let day = CalendarDay(year: 2026, month: 11, day: 16)

  private func found(
    _ text: String, of account: Int, known: [String] = [], facts: CustomerFacts? = nil
  ) async throws -> [Leak] {
    let facts =
      facts
      ?? CustomerFacts(
        name: Self.names[account], language: "en", asOf: Self.day, steps: [CustomerFacts.Step(step: text)])
    let scan = try await Self.scan(known: known, phrases: ["due by May"])
    return scan.leaks(in: [ProofScan.Passage("text", text)], facts: facts, of: account).open
  }

  private func leaks(
    _ text: String, of account: Int, known: [String] = [], facts: CustomerFacts? = nil
  ) async throws -> [String] { try await found(text, of: account, known: known, facts: facts).map(\.field) }

  // MARK: Names

  @Test func `a customer's own name is allowed, also where another's is part of it`() async throws {
    #expect(try await leaks("Acme Holdings and its plan", of: 1) == [])
    #expect(try await leaks("Acme Holdings and its plan", of: 0) == ["accounts.name"])
    #expect(try await leaks("Acme and Acme Holdings", of: 1) == ["accounts.name"])
  }

  @Test(arguments: [
    "like 株式会社みなと機工様", "like みなと機工 does", "ORION-WORKS", "OrionWorks", "O r i o n W o r k s", "orion\u{A0}works",
    "https://crm.example/orion%20works", "orion%2520works", "Ori&#111;n Works", "Orion&amp;nbsp;Works",
    "Оriоn Wоrks", "Ｏrion Works", "O\u{AD}rion W\u{200B}orks", "Altmoor Stahl GmbH", "Altmoor Stahl", "as Altmoor does",
    "ALTMOOR", "Weisshaupt", "WEISSHAUPT & CO", "lodz ceramika", "Lodz", "Muller Logistik", "Mueller", "Müller",
    "https://altmoor-stahl.example/start", "Green Energy", "as Altmoors do", "Altmoor Stahls", "Altmoor’s",
    "at Morgenrot",
    "at MORGENROT", "the Morgenrots", "the Ceramika people", "Sun & Moon", "Sun et Moon", "SUN+MOON", "as BT does",
    "BT’s", "(BT)", "H&Q", "H&amp;Q AB", "as GRUENWALD says", "ꓮꓡꓔꓟꓳꓳꓣ", "Ꭺltmoor",
  ])
  func `another's name is found in every writing`(text: String) async throws {
    let fields = Set(try await leaks(text, of: 0))
    #expect(fields == ["accounts.name"])
  }

  @Test(arguments: [
    "green energy for all sites", "The works of Orions", "Holdings and groups", "stahl", "ceramics of logistics",
    "Logistik", "morgenrot", "an altmoors", "the moon and the sun", "a bt", "Bt", "H & Q", "H, Q", "IT and HR", "BTX",
    "https://example.org/a%20b?c=1&d=2",
  ])
  func `ordinary words of a name are no name`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == [])
  }

  @Test func `one word of a name needs its capital, but in an address`() async throws {
    let scan = try await Self.scan()
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: Self.day)
    func fields(_ html: String) -> [String] {
      scan.leaks(in: ProofScan.Passage.all(ofHTML: Array(html.utf8)), facts: facts, of: 0).open.map(\.field)
    }
    #expect(fields("<!doctype html><p>an altmoor</p>") == [])
    #expect(fields("<!doctype html><p>an Altmoor</p>") == ["accounts.name"])
    #expect(fields("<!doctype html><a href=\"https://crm.example/%61ltmoor/start\">x</a>") == ["accounts.name"])
  }

  @Test func `a name that is an ordinary word needs its capital, and data that say it`() async throws {
    #expect(try await leaks("it may rain", of: 0) == [])
    #expect(try await leaks("as with May last year", of: 0) == ["accounts.name"])
    #expect(try await leaks("as with May last year", of: 0, known: ["May"]) == [])
    // Vigie's own words contain "May" as well, which the data do not.
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: Self.day)
    #expect(try await leaks("due by 3 May 2027", of: 0, facts: facts) == [])
  }

  @Test(arguments: [
    ("ask Jane Smithers", "contacts.name"), ("Smithers, Jane", "contacts.name"), ("JANE SMITHERS", "contacts.name"),
    ("Jane%20Smithers", "contacts.name"), ("with Rose Baker", "contacts.name"), ("Bob Smart", "contacts.name"),
    ("Jean de La Fonteyne", "contacts.name"),
    ("as Tomasz Wilk says", "touchpoints.with"), ("Brandauer, Ilse", "touchpoints.with"),
    ("ask Petra Vogelsang", "accounts.sponsor"), ("Vogelsang Petra", "accounts.sponsor"),
    ("Anneliese Rotfuchs sends it", "plans.owner"),
  ])
  func `people of others are found in every order of their names`(text: String, field: String) async throws {
    #expect(try await leaks(text, of: 0) == [field])
  }

  @Test(arguments: [
    "The planning team meets", "Planning team", "the finance people agree", "a rose for the baker", "Hélène Garnier",
    "Garnier, Hélène", "a CFO and a director", "finance",
  ])
  func `groups, roles, ordinary words and the customer's own people pass`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == [])
  }

  @Test func `a contact of one other account stays hers, though a plan or a meeting of this one names her`()
    async throws
  {
    // Her name is in the touchpoints of account 7; that of 8 is a contact of two.
    #expect(try await leaks("ask Ursina Vollmer", of: 7) == ["contacts.name"])
    #expect(try await leaks("Ursina Vollmer’s list", of: 7) == ["contacts.name"])
    #expect(try await leaks("ask Ursina Vollmer", of: 7, known: ["Ursina Vollmer"]) == [])
    #expect(try await leaks("Jane Millerton sends it", of: 7) == [])
    #expect(try await leaks("Petronella sends it", of: 7) == [])
    #expect(try await leaks("ask Hélène Garnier", of: 8) == [])
    #expect(try await leaks("ask Tomasz Wilk", of: 8) == [])
    #expect(try await leaks("ask Ursina Vollmer", of: 5) == [])
  }

  @Test func `a person is found in the genitive`() async throws {
    #expect(try await leaks("Tomasz Wilks list", of: 0) == ["touchpoints.with"])
    #expect(try await leaks("Hélène Garniers list", of: 0) == [])
    #expect(try await leaks("Altmoors list", of: 6) == [])
    #expect(try await leaks("Altmoors list", of: 0, known: ["Altmoor"]) == [])
  }

  @Test func `a number is an id only where it is called one`() async throws {
    #expect(try await leaks("40217 parts and 48211 visits", of: 0) == [])
    #expect(try await leaks("as in ticket 40217", of: 0) == ["tickets.ticket_id"])
    #expect(try await leaks("see #40217", of: 0) == ["tickets.ticket_id"])
    #expect(try await leaks("client no. 48211", of: 0) == ["accounts.account_id"])
    #expect(try await leaks("your ticket 77", of: 0) == [])
  }

  // MARK: Sentences

  @Test func `eight words of a reason in a row are found, seven are not`() async throws {
    #expect(try await leaks("He wants one platform for the whole group and more", of: 0) == [])
    #expect(try await leaks("Their director wants one platform for the whole group", of: 0) == ["sentiment.reason"])
    #expect(try await leaks("Their director wants one\nplatform for the whole group", of: 0) == ["sentiment.reason"])
    #expect(try await leaks("We meet at the end of the next quarter", of: 0) == [])
    #expect(try await leaks("them again at the end of the next", of: 0) == ["sentiment.reason"])
    #expect(try await leaks("The report and the reporting", of: 2) == [])
  }

  @Test func `what every document says tells nothing, though a note says it too`() async throws {
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: Self.day)
    let scan = try await Self.scan(phrases: ["as agreed, the new director wants one platform for the group"])
    func leaks(_ text: String) -> [String] {
      scan.leaks(in: [ProofScan.Passage("text", text)], facts: facts, of: 0).open.map(\.field)
    }
    #expect(leaks("The new director wants one platform for the group") == [])
    #expect(leaks("director wants one platform for the whole group") == ["sentiment.reason"])
  }

  @Test func `codes and addresses within notes are found alone`() async throws {
    #expect(try await leaks("about BLUEBIRD7", of: 0) == ["data/notes"])
    #expect(try await leaks("ask ops@acme.example", of: 0) == ["a person's address"])
    #expect(try await leaks("ask ops%40acme.example", of: 0) == ["a person's address"])
    #expect(try await leaks("ask someone@else.example", of: 0) == ["a person's address"])
  }

  @Test(arguments: [
    "someone (at) else . example", "someone [at] else [dot] example", "someone@else.example", "someone ＠ else．example",
    "someone{@}else.example", "someone at else dot example", "someone(arobase)else(point)fr", "someone @ else.example",
    "quelqu'un arobase else point fr", "SOMEONE (AT) ELSE (DOT) EXAMPLE",
  ])
  func `a mail address is found in disguise`(text: String) async throws {
    #expect(try await leaks("ask \(text). Thanks", of: 0) == ["a person's address"])
    #expect(
      try await leaks("ask \(text)", of: 0, known: ["someone@else.example"]).count == (text.contains("fr") ? 1 : 0))
  }

  @Test(arguments: [
    "We meet @ 10.30 in room 4", "(at the plant) we look . then act", "look at some point in time",
    "Done (as agreed). Next", "a dot on the map", "5 pieces @ 3.20 each", "[a.b] at c. d",
  ])
  func `what only looks like an address passes`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == [])
  }

  @Test func `an address that was written for the customer passes in the same disguise`() async throws {
    let words = "Write to help (at) bellwater . example. Thank you"
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: Self.day, words: CustomerFacts.Words(context: words))
    #expect(try await leaks(words, of: 0, facts: facts) == [])
  }

  // MARK: Amounts

  @Test(arguments: [
    "€884,000 a year", "884 000 €", "884k€", "€0.88m", "884 thousand", "8,84,000", "8.84 lakh", "884.000,00 EUR",
    "884\u{202F}000", "0,884 million", "884%2C000", "884 milliers d’euros", "your 0.88m", "884k", "KEUR 884", "k€ 884",
    "TEUR 884", "T€ 884", "884 T€", "M€ 0.884", "ARR (€k) 884", "ARR in thousands of euros: 884", "880k",
    "about €880k", "€0.9m or 0.88 million",
  ])
  func `revenue is found however it is written`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == ["accounts.arr"])
  }

  @Test func `what the settings take for seats does not excuse the customer's revenue`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: Self.day,
      adoption: CustomerFacts.Adoption(
        people: 135, seats: 884_000, day: CalendarDay(year: 2026, month: 11, day: 15), shareBefore: nil, weeks: [],
        peers: nil))
    #expect(try await leaks("135 of your 884,000 seats", of: 0, facts: facts) == ["accounts.arr"])
  }

  @Test func `a figure of the customer's own is no revenue`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: Self.day, goals: [CustomerFacts.Goal(goal: "Tons", latest: 884_000)])
    #expect(try await leaks("884,000 tons", of: 0, facts: facts) == [])
    #expect(try await leaks("884,000 tons", of: 0, known: ["884 000"]) == [])
  }

  // MARK: Our view

  @Test(arguments: [
    "Your health score is red", "flagged yellow", "Santé du compte : rouge", "renewal forecast", "churn risk",
    "red flags", "Scores: green", "renewals at risk", "you are churning", "renouvellements à risque",
    "vos drapeaux rouges",
    "you are red", "You’re now yellow", "Your account is at risk", "Vous êtes en rouge", "le compte est jaune",
    "prévisions de renouvellement", "fl&#97;gged r%65d", "flаgged red", "churnrisk", "a healthscore", "Score: 🟢",
    "You are 🔴",
    "flag 🟡 since spring", "red-flag",
  ])
  func `our private view is found by its words`(text: String) async throws {
    #expect(try await leaks(text, of: 1) == ["score, band or flag"])
  }

  @Test(arguments: [
    "Paint the red line; safety risks of the green crane", "health and safety", "Santé et sécurité au travail",
    "risks to health", "exposure to risks", "you are ready", "vous êtes prêts", "Accounts are closed by Friday",
    "the renewal of certificates", "risk rating of suppliers", "Go live 🟢", "🔴 blocked, 🟡 late, 🟢 done",
    "Risikoanalyse",
    "Gesundheitsschutz am Arbeitsplatz", "healthrisks", "Sie sind bereit",
  ])
  func `ordinary colours, risks and words of a trade are no private view`(text: String) async throws {
    #expect(try await leaks(text, of: 1) == [])
  }

  @Test func `a figure beside the customer's own score of something is not ours`() {
    func isView(_ text: String, spared: [Bool]) -> Bool {
      let isKnown = spared.map { _ in false }
      return !ViewWords.positions(in: SearchText(text), score: 76, isSpared: spared, isKnown: isKnown).isEmpty
    }
    #expect(!isView("satisfaction score 76", spared: [true, true, false]))
    #expect(isView("satisfaction score 76", spared: [false, false, false]))
    #expect(isView("76/100", spared: [false, false]))
    #expect(!isView("76\n100", spared: [false, false]))
  }

  @Test func `the customer's own goals and tickets may speak of health and red flags`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: Self.day,
      goals: [CustomerFacts.Goal(goal: "Fewer red flags in health checks", unit: "score of risks")])
    #expect(try await leaks("Fewer red flags in health checks, score of risks", of: 0, facts: facts) == [])
    #expect(try await leaks("Red flag shown on the health page", of: 0, facts: facts) == [])
    #expect(
      try await leaks("Fewer red flags in health checks. Your flag is red.", of: 0, facts: facts) == [
        "score, band or flag"
      ])
  }

  @Test func `words of the settings are no private view`() async throws {
    #expect(try await leaks("Fewer red tags in the scores", of: 1) == ["score, band or flag"])
    #expect(try await leaks("Fewer red tags in the scores", of: 1, known: ["red tags"]) == [])
    #expect(try await leaks("Red flags, red tags", of: 1, known: ["red tags"]) == ["score, band or flag"])
  }

  @Test func `the message of a rule names the way out that there is`() {
    let leak = Leak(
      rule: .id, field: "accounts.account_id", passage: "text", section: nil, fact: nil, code: nil, origin: nil)
    #expect(leak.advice(for: "A-1").contains("snapshot.customer.known"))
    let line = Leak(
      rule: .name, field: "accounts.name", passage: "text", section: nil, fact: nil, code: "x1", origin: nil)
    #expect(line.advice(for: "A-1").hasSuffix("snapshot: {customer: {confirmed: {A-1: [x1]}}}"))
  }

  @Test(arguments: [
    ("acme-red-flag.html", ["score, band or flag"]), ("acme-884k.html", ["accounts.arr"]),
    ("acme_884000.pdf", ["accounts.arr"]), ("altmoor-qbr.html", ["accounts.name"]), ("acme-2026-11-16.html", []),
    ("k0-2026-11-16.html", []),
  ])
  func `the name of a file is searched for our view and amounts as well`(name: String, fields: [String]) async throws {
    let scan = try await Self.scan()
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: Self.day)
    let place = ProofScan.Passage("file name", name, isLowercase: true)
    #expect(scan.leaks(in: [place], facts: facts, of: 0).open.map(\.field) == fields)
  }

  @Test func `the number of the customer's own id is no amount in the name of its file`() async throws {
    let scan = try await Self.scan()
    let facts = CustomerFacts(name: Self.names[13], language: "en", asOf: Self.day)
    func fields(_ place: ProofScan.Passage) -> [String] {
      scan.leaks(in: [place], facts: facts, of: 13).open.map(\.field)
    }
    #expect(fields(ProofScan.Passage("file name", "k897000-2026-11-16.html", isLowercase: true)) == [])
    #expect(fields(ProofScan.Passage("text", "897000")) == ["accounts.arr"])
  }

  // MARK: Messages

  @Test func `a leak says where it stands and what to do, never what`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: Self.day,
      steps: [CustomerFacts.Step(step: "Go on"), CustomerFacts.Step(step: "As Altmoor does")])
    let page = PageParts(
      Array(
        "<!doctype html><h1>A</h1><section class=\"plan\"><h2>Plan</h2><p>Go on</p><p>As Altmoor does</p></section>"
          .utf8))
    let place = ProofScan.Passage(
      "text", page.blocks.map(\.text).joined(separator: "\n"), parts: page.blocks.map(\.section), isRead: true)
    let scan = try await Self.scan()
    let line = try #require(scan.evidence.sources.first { $0.field == "accounts.name" && $0.account == 6 }).place.line
    #expect(
      scan.leaks(in: [place], facts: facts, of: 0).open.map(\.description) == [
        "holds a value of accounts.name, in its text (plan); it came in with plans.step; the value is at "
          + "data/accounts.name:\(line):1 (rule name); "
      ])
  }

  @Test func `every rule has its row in the documentation, word for word`() throws {
    let documentation = try String(contentsOf: SnapshotDocumentation.file, encoding: .utf8)
    #expect(documentation.contains(ProofRule.table))
  }
}

/// Small amounts and years, which are also figures and days.
@Suite struct AmountTests {
  private func fields(_ text: String, own: Double, other: Double = 0) async throws -> Set<String> {
    let accounts = [
      Account(id: AccountID("A"), name: "A", arr: own),
      Account(id: AccountID("B"), name: "B", arr: other > 0 ? other : nil),
    ]
    let evidence = Evidence(asOf: CanaryPortfolio.asOf, accounts: accounts, columns: [accounts.arrCells])
    let judgement = Judgement(
      sentiment: RowsByAccount([], accounts: 2), risks: RowsByAccount([], accounts: 2),
      reviews: RowsByAccount([], accounts: 2))
    let review = await Review(
      Scorer(evidence: evidence, models: try CanaryPortfolio.smallModels(), segmentOf: [0, 0]), judgement: judgement,
      rules: Review.Rules())
    let scan = ProofScan(
      PrivateEvidence(of: review, plans: RowsByAccount([], accounts: 2)), review, known: [], phrases: [])
    let facts = CustomerFacts(name: "A", language: "en", asOf: ProofScanTests.day)
    let leaks = scan.leaks(in: [ProofScan.Passage("text", text)], facts: facts, of: 0).open
    return Set(leaks.filter { $0.rule == .amount }.map(\.field))
  }

  @Test(arguments: [
    ("16 November 2026", 2026.0), ("8,125 parts", 8125), ("50,000 orders a month", 50_000), ("12 of 900 seats", 900),
    ("€ 12 in 2026", 2026), ("1,000,000 rows", 1_000_000),
  ])
  func `an amount that is also a day, a count or a round number passes without money`(text: String, arr: Double)
    async throws
  {
    #expect(try await fields(text, own: arr) == [])
  }

  @Test(arguments: [
    ("€2,026", 2026.0), ("2026 €", 2026), ("you pay 8,125", 8125), ("€50,000", 50_000),
    ("900 EUR", 900), ("€1m", 1_000_000), ("€ 7", 7), ("121 thousand", 121_400), ("121k", 121_400), ("0.12m", 121_400),
    ("1,21,000", 121_000), ("48,350 a year", 48_350),
  ])
  func `an amount near money is found, whatever its size`(text: String, arr: Double) async throws {
    #expect(try await fields(text, own: arr) == ["accounts.arr"])
  }

  @Test(arguments: [
    ("about 880k", 884_000.0), ("€ 880,000", 884_000), ("€ 12,300", 12_345), ("0.880m", 884_000),
    ("€1.2k", 1_234),
  ])
  func `an amount that was rounded to two digits is found by its unit or near money`(text: String, arr: Double)
    async throws
  {
    #expect(try await fields(text, own: arr) == ["accounts.arr"])
  }

  @Test(arguments: [
    ("880,000 parts", 884_000.0), ("12,300 visits", 12_345), ("890k", 884_000), ("€ 900,000", 884_000), ("€ 870", 874),
  ])
  func `a round number that is no writing of the amount, or without money near, passes`(text: String, arr: Double)
    async throws
  {
    #expect(try await fields(text, own: arr) == [])
  }

  @Test func `another's amount needs a currency beside it or six digits`() async throws {
    #expect(try await fields("48,350 orders", own: 1, other: 48_350) == [])
    #expect(try await fields("€48,350", own: 1, other: 48_350) == ["accounts.arr"])
    #expect(try await fields("121k€", own: 1, other: 121_400) == [])
    #expect(try await fields("121k visits", own: 1, other: 121_400) == [])
    #expect(try await fields("120k€", own: 1, other: 121_400) == [])
    #expect(try await fields("483,517 orders", own: 1, other: 483_517) == ["accounts.arr"])
  }
}
