import Customer
import Foundation
import Health
import Review
import SeededRandom
import Snapshot
import Testing

/// A made-up portfolio whose private texts are in one style, and plausible documents of its customers in that style.
struct ProofCorpus {
  let style: Style
  let scan: ProofScan
  let press: Press
  let names: [String]
  let ids: [String]
  let contacts: [[String]]
  let revenue: [Int]
  let domains: [String]
  let csms: [String]
  let tickets: [[String]]
  /// Private texts of each account, in the order of their fields.
  let notes: [[String]]

  static let asOf = CanaryPortfolio.asOf

  private static let first = """
    Halden Norby Teviot Osterby Larkfield Quill Mirabel Altmoor Brevik Castellan Dornbach Eskdale Fjordland Gravelin Hollin \
    Ingarö Jasper Kestrel Lomond Summit Harbour Green Orion Bridge Žatec Łódź Müllner Garonne Northern Atlantic
    """.split(separator: " ").map(String.init)
  private static let second = """
    Freight Dental Foods Tools Clinics Stationers Logistics Energy Works Paper Textiles Marine Optics Bakery Systems
    """.split(separator: " ").map(String.init)
  private static let forms = ["", "", "", " GmbH", " Ltd", " AB", " SAS", " & Sons"]
  private static let given = """
    Anna Tom Marta Jonas Hélène Petra Luc Ilse Rose Mark Dana Mia Greta Oskar Nadia Paul Ursina Will Claire Émile
    """.split(separator: " ").map(String.init)
  private static let family = """
    Berg Lund Smithers Vollmer Garnier Brandauer Baker Holm Perrin Wilk Stone Lindqvist Okafor Dupont Marchetti Søndergaard \
    Novák Fontaine Young Rasmussen
    """.split(separator: " ").map(String.init)

  init(_ style: Style, seed: UInt64, accounts count: Int = 24) async throws {
    self.style = style
    press = try Press(style == .french ? "fr" : "en")
    var phrasing = Phrasing(seed: seed, style)
    var names: [String] = []
    var firsts = Self.first
    for index in 0..<count {
      let first = firsts.remove(at: phrasing.whole(0...firsts.count - 1))
      names.append(index % 8 == 7 ? first : "\(first) \(phrasing.pick(Self.second))\(phrasing.pick(Self.forms))")
    }
    self.names = names
    ids = (0..<count).map { seed % 2 == 0 ? "A-\(100 + $0)" : "CUST\(48_000 + $0 * 37)" }
    var pairs = Self.given.flatMap { given in Self.family.map { "\(given) \($0)" } }
    contacts = (0..<count).map { _ in
      (0..<3).map { _ in pairs.remove(at: phrasing.whole(0...pairs.count - 1)) }
    }
    let csms = (0..<4).map { _ in pairs.remove(at: phrasing.whole(0...pairs.count - 1)) }
    self.csms = (0..<count).map { csms[$0 % 4] }
    revenue = (0..<count).map { _ in
      let amount = phrasing.whole(8...900)
      return phrasing.whole(0...1) == 0 ? amount * 1000 : amount * 1000 + phrasing.whole(1...99) * 10
    }
    domains = names.map { name in
      name.lowercased().folding(options: .diacriticInsensitive, locale: nil).split { !$0.isLetter }.joined(
        separator: "-") + ".example"
    }
    tickets = (0..<count).map { index in (0..<4).map { "T-\(index)-\(41_000 + 7 * $0)" } }
    var notes: [[String]] = []
    for index in 0..<count {
      let people = contacts[index]
      notes.append((0..<5).map { _ in phrasing.text(2...5, people: people, isPrivate: true) })
    }
    self.notes = notes
    let (ids, colleagues, revenue) = (ids, self.csms, revenue)
    let accounts = (0..<count).map { index in
      Account(id: AccountID(ids[index]), name: names[index], csm: colleagues[index], arr: Double(revenue[index]))
    }
    func none<Row: Sendable>(_: Row.Type) -> RowsByAccount<Row> { RowsByAccount([], accounts: count) }
    let review = await Review(
      Scorer(
        evidence: Evidence(asOf: Self.asOf, accounts: accounts, columns: [accounts.arrCells]),
        models: try CanaryPortfolio.smallModels(), segmentOf: [Int](repeating: 0, count: count)),
      judgement: Judgement(
        sentiment: none(Sentiment.self), risks: none(Risk.self), reviews: none(ReviewDecision.self)),
      rules: Review.Rules())
    var evidence = PrivateEvidence.withoutCells
    var line = 1
    for index in names.indices {
      func add(_ field: String, _ text: String) {
        line += 1
        evidence.add(
          text, field: field, account: index, place: PrivateEvidence.Place(file: field, line: line, column: 1))
      }
      add("accounts.name", names[index])
      add("accounts.account_id", ids[index])
      add("accounts.csm", self.csms[index])
      add("accounts.arr", "\(revenue[index])")
      add("accounts.website", "https://www.\(domains[index])/")
      add("accounts.industry", phrasing.pick(["Manufacturing", "Healthcare", "Logistics", "Food", "Energy"]))
      for person in contacts[index] { add("contacts.name", person) }
      add("touchpoints.with", "\(contacts[index][0]), CFO and \(contacts[index][1])")
      add("touchpoints.by", self.csms[index])
      for ticket in tickets[index] { add("tickets.ticket_id", ticket) }
      add(
        "tickets.subject", phrasing.pick(["Import stops at midnight", "Cannot print labels", "Export misses a column"]))
      for (field, note) in zip(
        ["data/notes", "touchpoints.note", "sentiment.reason", "risks.note", "outcomes.reason"], notes[index])
      {
        add(field, note)
      }
      add(
        "data/notes",
        "Call \(contacts[index][2]) on +33 1 47 20 \(10 + index) \(31 + index); code BLUEBIRD\(700 + index).")
    }
    scan = ProofScan(evidence, review, known: [], phrases: press.language.vocabulary)
  }

  /// A document that its customer may read.
  func document(_ phrasing: inout Phrasing, of account: Int) -> CustomerFacts {
    let people = contacts[account]
    func words(_ parts: ClosedRange<Int>) -> String { phrasing.text(parts, people: people, isPrivate: false) }
    let owners =
      people + [csms[account], "Plant manager", "IT", "Head of nursing", "Planning team", "Responsable d’usine"]
    return CustomerFacts(
      name: names[account], language: press.language.code, asOf: ProofScanTests.day, sender: "Bellwater Software",
      words: CustomerFacts.Words(context: words(1...4), learned: words(2...5), conversation: words(1...4)),
      goals: [
        CustomerFacts.Goal(
          goal: phrasing.pick(["Orders without paper", "First-time fix rate", "Less scrap", "Commandes sans papier"]),
          unit: "%", baseline: Double(phrasing.whole(10...40)), target: Double(phrasing.whole(50...95)),
          latest: Double(phrasing.whole(20...90)))
      ],
      steps: (0..<phrasing.whole(1...4)).map { _ in
        CustomerFacts.Step(
          step: words(1...1).replacing("- ", with: ""), owner: phrasing.pick(owners),
          dueOn: CalendarDay(year: 2026, month: 12, day: phrasing.whole(1...28)))
      })
  }

  /// The leaks of the page that is made of a document, after a change of its markup.
  func leaks(_ facts: CustomerFacts, of account: Int, file: String = "qbr", change: (String) -> String = { $0 })
    -> [Leak]
  {
    let html = Array(change(String(decoding: press.html(facts), as: UTF8.self)).utf8)
    let page = FinishedPage(html, builtInStyle: press.style)
    let passages = [ProofScan.Passage("file name", file, isLowercase: true)] + page.passages
    return scan.leaks(in: passages, facts: facts, of: account).open
  }
}
