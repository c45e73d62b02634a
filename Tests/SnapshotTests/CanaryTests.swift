import Customer
import Foundation
import Health
import Review
import Snapshot
import Testing

@Suite struct CanaryTests {
  /// Whether every canary of a portfolio is let out, instead of one of each field and length.
  static let isExhaustive = (ProcessInfo.processInfo.environment["VIGIE_EXHAUSTIVE"] ?? "0") != "0"

  /// How many portfolios are made; `SNAPSHOT_SEEDS` asks for another number.
  static let seeds =
    ProcessInfo.processInfo.environment["SNAPSHOT_SEEDS"].flatMap(UInt64.init) ?? (isExhaustive ? 320 : 16)

  /// The fields whose values no customer may read.
  static let fields: Set = [
    "accounts.name", "accounts.account_id", "accounts.arr", "sentiment.reason", "sentiment.note", "risks.note",
    "risks.source", "touchpoints.by", "touchpoints.with", "touchpoints.note", "reviews.note", "reviews.next_step",
    "outcomes.reason", "outcomes.evidence", "outcomes.arr_before", "outcomes.arr_after", "contacts.name",
    "data/notes", "data/edition", "accounts.comment", "tickets.subject",
  ]

  @Test func `no value of an internal field stands in any customer's file, and the scan finds none`() async throws {
    let models = try CanaryPortfolio.smallModels()
    let presses = [try Press("en"), try Press("fr")]
    let planted = try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for half in 0..<UInt64(2) {
        group.addTask {
          var planted: [String: Int] = [:]
          for seed in stride(from: half, to: Self.seeds, by: 2) {
            let portfolio = await CanaryPortfolio(seed: seed, accounts: seed % 16 == 0 ? 24 : 6, models: models)
            #expect(portfolio.canaries.count > 20)
            for canary in portfolio.canaries { planted[canary.field, default: 0] += 1 }
            let press = presses[Int(seed % 4 / 2)]
            let scan = portfolio.scan(press)
            for account in portfolio.review.evidence.accounts.indices {
              let facts = portfolio.facts(of: account, language: press.language.code)
              let html = press.html(facts)
              let text = Data(html)
              for canary in portfolio.canaries where !isOwn(canary, account) {
                // Searched for naively, by the bytes as they were planted.
                #expect(text.range(of: Data(canary.value.utf8)) == nil, "\(canary.field) of seed \(seed)")
              }
              let leaks = scan.leaks(in: ProofScan.Passage.all(ofHTML: html), facts: facts, of: account).open
              #expect(leaks == [], "seed \(seed), account \(account)")
            }
          }
          return planted
        }
      }
      return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }
    // A note of the edition is the one value that a portfolio has once.
    for field in Self.fields { #expect(planted[field, default: 0] >= Int(Self.seeds), "\(field)") }
  }

  /// A deliberate leak: each canary in turn gets into a file, as through a faulty template.
  @Test(arguments: [0, 1] as [UInt64])
  func `a file with any one internal value in it is refused, and the field is named`(seed: UInt64) async throws {
    let portfolio = await CanaryPortfolio(seed: seed, accounts: 8, models: try CanaryPortfolio.smallModels())
    let press = try Press("en")
    let scan = portfolio.scan(press)
    let facts = portfolio.facts(of: 0, language: "en")
    let html = String(decoding: press.html(facts), as: UTF8.self)
    var fields: Set<String> = []
    for canary in Self.sample(portfolio.canaries) where !isOwn(canary, 0) {
      let escaped = canary.value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      for leak in [
        html.replacing("</main>", with: "<p>\(escaped)</p></main>"),
        html.replacing("</main>", with: "<svg aria-label=\"\(escaped)\"></svg></main>"),
        html.replacing("<main>", with: "<!-- \(escaped) --><main>"),
      ] {
        let leaks = scan.leaks(in: ProofScan.Passage.all(ofHTML: Array(leak.utf8)), facts: facts, of: 0).open
        #expect(leaks.contains { $0.field == canary.field }, "\(canary.field): \(canary.value)")
        #expect(!leaks.contains { "\($0)".contains(canary.value) })
      }
      fields.insert(canary.field)
    }
    #expect(fields.isSuperset(of: Self.fields))
  }

  /// The same leaks in disguise: names and sentences as written in addresses, by hand and to evade a search.
  @Test(arguments: [2, 3] as [UInt64])
  func `a disguised internal value is refused as well`(seed: UInt64) async throws {
    let portfolio = await CanaryPortfolio(seed: seed, accounts: 5, models: try CanaryPortfolio.smallModels())
    let press = try Press("fr")
    let scan = portfolio.scan(press)
    let facts = portfolio.facts(of: 0, language: "fr")
    let html = String(decoding: press.html(facts), as: UTF8.self)
    let looks: [Character: Character] = [
      "p": "р", "x": "х", "h": "һ", "j": "ј", "k": "к", "m": "м", "t": "т", "b": "в",
    ]
    for canary in Self.sample(portfolio.canaries) where !isOwn(canary, 0) && Double(canary.value) == nil {
      let percent = canary.value.utf8.map { "%" + String($0, radix: 16) }.joined()
      let references = canary.value.unicodeScalars.map { "&amp;#\($0.value);" }.joined()
      func plain(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
      for leak in [
        "<a href=\"https://crm.example/\(percent)\">x</a>", "<p>\(percent.replacing("%", with: "%25"))</p>",
        "<p>\(references)</p>", "<p>\(plain(canary.value.uppercased()))</p>",
        "<p>\(plain(String(canary.value.map { looks[$0] ?? $0 })))</p>",
        "<p>\(plain(canary.value.map { "\($0)\u{200B}" }.joined()))</p>",
        "<p>\(plain(canary.value.precomposedStringWithCanonicalMapping).replacing("q", with: "<b>q</b>"))</p>",
      ] {
        let page = html.replacing("</main>", with: "\(leak)</main>")
        let leaks = scan.leaks(in: ProofScan.Passage.all(ofHTML: Array(page.utf8)), facts: facts, of: 0).open
        #expect(leaks.contains { $0.field == canary.field }, "\(canary.field): \(leak)")
      }
    }
  }

  @Test func `a leak through an allowed fact is refused and traced to it`() async throws {
    let portfolio = await CanaryPortfolio(seed: 7, accounts: 8, models: try CanaryPortfolio.smallModels())
    let press = try Press("en")
    let scan = portfolio.scan(press)
    let other = try #require(portfolio.canaries.first { $0.field == "accounts.name" && $0.account == 3 })
    var facts = portfolio.facts(of: 0, language: "en")
    facts.steps = [CustomerFacts.Step(step: "As we did for \(other.value.uppercased())")]
    let leaks = scan.leaks(in: ProofScan.Passage.all(ofHTML: press.html(facts)), facts: facts, of: 0).open
    #expect(leaks.contains { $0.field == "accounts.name" && $0.fact?.source == .column("plans.step") })
  }

  /// The last canary of each field and number of words, or all where the run is exhaustive.
  ///
  /// The last belongs to another account than the first, whose file is looked at.
  private static func sample(
    _ canaries: [(field: String, value: String, account: Int)]
  ) -> [(field: String, value: String, account: Int)] {
    guard !isExhaustive else { return canaries }
    var seen: Set<String> = []
    return canaries.reversed().filter { seen.insert("\($0.field) \($0.value.split(separator: " ").count)").inserted }
  }

  /// What an account may read although it is a canary for the others; nobody's address is.
  private func isOwn(_ canary: (field: String, value: String, account: Int), _ account: Int) -> Bool {
    canary.account == account
      && ["accounts.name", "accounts.account_id", "touchpoints.with", "tickets.subject"].contains(canary.field)
  }
}
