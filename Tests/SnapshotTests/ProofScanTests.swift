import Customer
import Health
import Review
import Testing

@testable import Snapshot

@Suite struct SearchTextTests {
  @Test(arguments: [
    "Čapek & Synové a.s.", "C\u{30C}apek & Synove\u{301} a.s.", "ČAPEK\u{A0}&\u{202F}SYNOVÉ, A.S.", "capek  synove a s",
    "Ča\u{AD}pek & Syn\u{200B}ové a.s.", "Ｃａｐｅｋ & Synové a/s",
  ])
  func `all spellings of a name are the same words`(spelling: String) {
    #expect(SearchText(spelling).words == SearchText("Čapek & Synové a.s.").words)
  }

  @Test func `other words stay other words`() {
    #expect(SearchText("Synové & Čapek a.s.").words != SearchText("Čapek & Synové a.s.").words)
    #expect(SearchText("Acme 2").words != SearchText("Acme 3").words)
  }
}

@Suite struct ProofScanTests {
  private let names = ["Acme", "Acme Holdings", "May", "株式会社みなと機工", "X", "Orion Works"]

  private func review() async throws -> Review {
    let asOf = CanaryPortfolio.asOf
    let accounts = names.enumerated().map { index, name in
      Account(id: AccountID("K\(index)"), name: name, arr: 884_000 + 1000 * Double(index))
    }
    let evidence = Evidence(asOf: asOf, accounts: accounts)
    func rows<Row: Sendable>(_ rows: [(account: Int, row: Row)]) -> RowsByAccount<Row> {
      RowsByAccount(rows, accounts: names.count)
    }
    let judgement = Judgement(
      sentiment: rows([
        (0, Sentiment(date: asOf, flag: .red, reason: "The new director wants one platform for the whole group"))
      ]), risks: rows([]), reviews: rows([]), notes: [0: "Talked to ops@acme.example. Project Bluebird7 starts soon."])
    return await Review(
      Scorer(
        evidence: evidence, models: try CanaryPortfolio.smallModels(),
        segmentOf: [Int](repeating: 0, count: names.count)),
      judgement: judgement, rules: Review.Rules())
  }

  private func leaks(
    _ text: String, of account: Int, known: [String] = [], facts: CustomerFacts? = nil
  ) async throws -> [String] {
    let facts =
      facts
      ?? CustomerFacts(
        name: names[account], language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16),
        steps: [CustomerFacts.Step(step: text)])
    let scan = ProofScan(try await review(), known: known, vocabulary: ["due by May"])
    return scan.leaks(in: [ProofScan.Place("text", text)], facts: facts, of: account).map(\.field)
  }

  @Test func `a customer's own name is allowed, also where another's is part of it`() async throws {
    #expect(try await leaks("Acme Holdings and its plan", of: 1) == [])
    #expect(try await leaks("Acme Holdings and its plan", of: 0) == ["accounts.name"])
    #expect(try await leaks("Acme and Acme Holdings", of: 1) == ["accounts.name"])
  }

  @Test(arguments: ["like 株式会社みなと機工様", "ORION-WORKS", "OrionWorks", "O r i o n W o r k s", "orion\u{A0}works"])
  func `a name is found across blanks, signs and the borders of words`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == ["accounts.name"])
  }

  @Test func `a name that is an ordinary word needs its capital, and data that say it`() async throws {
    #expect(try await leaks("it may rain", of: 0) == [])
    #expect(try await leaks("as with May last year", of: 0) == ["accounts.name"])
    #expect(try await leaks("as with May last year", of: 0, known: ["May"]) == [])
    // Vigie's own words hold "May" as well, which the data do not.
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16))
    #expect(try await leaks("due by 3 May 2027", of: 0, facts: facts) == [])
  }

  @Test func `five words of a reason in a row are found, four are not`() async throws {
    #expect(try await leaks("He wants one platform for the mills", of: 0) == ["sentiment.reason"])
    #expect(try await leaks("Everyone wants one platform for something", of: 0) == [])
  }

  @Test func `what every document says tells nothing, though a note says it too`() async throws {
    let facts = CustomerFacts(name: "Acme", language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16))
    let scan = ProofScan(
      try await review(), known: [], vocabulary: ["as agreed, the new director wants one platform for all"])
    func leaks(_ text: String) -> [String] {
      scan.leaks(in: [ProofScan.Place("text", text)], facts: facts, of: 0).map(\.field)
    }
    #expect(leaks("The new director wants one platform") == [])
    #expect(leaks("wants one platform for the whole group") == ["sentiment.reason"])
  }

  @Test func `codes and addresses within notes are found alone`() async throws {
    #expect(try await leaks("about BLUEBIRD7", of: 0) == ["data/notes"])
    #expect(try await leaks("ask ops@acme.example", of: 0) == ["a person's address", "data/notes"])
    #expect(try await leaks("ask someone@else.example", of: 0) == ["a person's address"])
  }

  @Test(arguments: ["€884,000 a year", "884 000 €", "884k€", "€0.88m"])
  func `revenue is found however it is written`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == ["accounts.arr"])
  }

  @Test func `what the settings take for seats does not excuse the customer's revenue`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16),
      adoption: CustomerFacts.Adoption(
        people: 135, seats: 884_000, day: CalendarDay(year: 2026, month: 11, day: 15), shareBefore: nil, weeks: [],
        peers: nil))
    #expect(try await leaks("135 of your 884,000 seats", of: 0, facts: facts) == ["accounts.arr"])
  }

  @Test func `a figure of the customer's own is no revenue`() async throws {
    let facts = CustomerFacts(
      name: "Acme", language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16),
      goals: [CustomerFacts.Goal(goal: "Tons", latest: 884_000)])
    #expect(try await leaks("884,000 tons", of: 0, facts: facts) == [])
  }

  @Test(arguments: [
    "Your health score is red", "flagged yellow", "Santé du compte : rouge", "renewal forecast", "churn risk",
  ])
  func `our private view is found by its words`(text: String) async throws {
    #expect(try await leaks(text, of: 0) == ["score, band or flag"])
  }

  @Test func `ordinary colours and risks are no private view`() async throws {
    #expect(try await leaks("Paint the red line; safety risks of the green crane", of: 0) == [])
  }
}

@Suite struct PageTextTests {
  @Test func `text, attributes, comments and styles of a page are told apart, and references decoded`() {
    let parts = PageParts(
      Array("<p title=\"a&amp;b\">Ac<b>m</b>e &#x43;o</p><!-- c --><style>.d{}</style><p>e</p>".utf8))
    #expect(parts.text == "Acme Coe")
    #expect(parts.spacedText.contains("Ac m e Co"))
    #expect(parts.attributes == "a&b\n")
    #expect(parts.rest.contains("<!-- c -->") && parts.rest.contains(".d{}"))
  }

  @Test func `texts of a PDF are found in all their spellings, and streams left out`() {
    let pdf = "<</Title (Acme \\(Ltd\\) \\101)>> <FEFF00C9007400E9> stream (no) endstream <</Alt (Bar)>>"
    #expect(textsOutsideStreams(ofPDF: Array(pdf.utf8)) == "Acme (Ltd) A\nÉté\nBar")
  }

  @Test func `a PDF gets the day of its document`() {
    let pdf = datingPDF(Array("/CreationDate (D:20261124153858+00'00')".utf8), on: "2026-11-16")
    #expect(String(decoding: pdf, as: UTF8.self) == "/CreationDate (D:20261116000000+00'00')")
  }
}
