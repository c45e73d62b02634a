import EvidenceFixture
import Foundation
import Health
@testable import Pipeline
import Publishing
import Review
import Testing

@testable import Site

/// What answers questions that run across accounts: decisions, people who left, and all that the search finds.
@Suite struct FindingTests {
  /// A site of three accounts, of which the last was lost.
  private func site() async throws -> Site {
    var world = World(["a", "b", "c"])
    let lost = today - 20
    world.accounts[0] = Account(id: AccountID("a"), name: "Halden Freight", csm: "Ana Lind", arr: 100_000)
    world.accounts[1] = Account(id: AccountID("b"), name: "Norby Dental", csm: "Bo Ek", arr: 5_000)
    world.accounts[2] = Account(id: AccountID("c"), name: "Osterby Tools", arr: 7_000, endedOn: lost)
    world.outcomes = [(2, Outcome(date: lost, kind: .churned, arrBefore: 7_000))]
    world.contacts = [
      (0, Contact(name: "Ida Moe", roles: [.champion], leftOn: today - 10)),
      (0, Contact(name: "Per Dahl", roles: [.champion, .user])),
      (1, Contact(name: "Eva Sand", roles: [.sponsor], leftOn: today - 179)),
      (1, Contact(name: "Too Long", roles: [.sponsor], leftOn: today - 180)),
      (1, Contact(name: "Mere User", roles: [.user], leftOn: today - 10)),
      (1, Contact(name: "Not Yet", roles: [.sponsor], leftOn: today + 1)),
    ]
    func decided(_ daysAgo: Int, _ note: String, step: String? = nil, due: Int? = nil) -> ReviewDecision {
      ReviewDecision(
        date: today - daysAgo, list: .quiet, decision: .both, by: "Ines", note: Remark(note),
        nextStep: step.map { Remark($0) }, dueOn: due.map { today - $0 })
    }
    let reviews: [(account: Int, row: ReviewDecision)] = [
      // The later decision on the same list supersedes the promise of the earlier one.
      (0, decided(60, "oldest", step: "superseded step", due: 50)),
      (0, decided(30, "older", step: "late step", due: 9)),
      (1, decided(7, "newest", step: "step due today", due: 0)), (2, decided(40, "of the lost one")),
      (1, decided(364, "a year ago")),
    ]
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: 3), risks: RowsByAccount(accounts: 3),
      reviews: RowsByAccount(reviews, accounts: 3))
    let model = Model(MeasureDefinition(key: "score", maxAge: 35, curve: .identity))
    let review = await Review(world.scorer(model), judgement: judgement, rules: Review.Rules())
    let context = Context(
      review: review, quality: DataQuality(feeds: [], findings: []), title: "T", currency: "EUR",
      words: try ExampleSite.words("en"), rubric: [:], questionRules: [], tool: "Vigie")
    return Site(
      context, templates: try Presentation(.builtIn, language: "en", around: today).templates, assets: [])
  }

  private func page(_ path: String, of site: Site) throws -> String {
    let found = try #require(site.pages.first { $0.path == path })
    return String(decoding: site.html(of: found).bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  /// The pieces in the order in which a text has them; nil where it lacks one or has another order.
  private func inOrder(_ text: String, _ pieces: [String]) -> Bool {
    var rest = text[...]
    for piece in pieces {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test func `decisions of a year stand newest first, those about lost accounts too, under the promises that are late`()
    async throws
  {
    let html = try page("decisions.html", of: try await site())
    #expect(html.contains("4 decisions in the last 52 weeks. 1 promised step is overdue."))
    let parts = html.components(separatedBy: "id=\"all\"")
    #expect(parts[0].contains("late step") && parts[0].contains("9 days overdue"))
    #expect(!parts[0].contains("superseded step") && !parts[0].contains("step due today"))
    #expect(inOrder(parts[1], ["newest", "older", "of the lost one", "oldest"]) && !parts[1].contains("a year ago"))
    #expect(parts[1].contains("losses/c.html"))
  }

  @Test func `champions and sponsors who left in half a year are named with who has their role`() async throws {
    let html = try page("departures.html", of: try await site())
    #expect(html.contains("2 champions and sponsors left a customer in the last 180 days."))
    #expect(inOrder(html, ["Halden Freight", "Ida Moe", "Per Dahl", "Norby Dental", "Eva Sand", ">Not Yet<"]))
    #expect(!html.contains("Too Long") && !html.contains("Mere User"))
  }

  @Test func `the search knows accounts with their contacts, lost ones, people, lists, segments and pages`()
    async throws
  {
    let file = try #require(try await site().files().first { $0.path == "accounts.js" })
    let index = String(decoding: file.bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
    #expect(index.contains(#""Halden Freight","a""#))
    #expect(index.contains(#"["Ida Moe","champion","Per Dahl","champion, user"]"#))
    #expect(index.contains(##"[1,"Osterby Tools","losses/c.html","c · left on 27 Oct 2026"]"##))
    #expect(index.contains(#"[2,"Ana Lind","csms/"#) && index.contains(#"[3,"Gone quiet","lists/quiet.html",""]"#))
    #expect(index.contains(#"[5,"Decisions","decisions.html",""]"#) && index.contains(#","retention.html",""]"#))
    // Sheets and cells of tables are not places of their own.
    #expect(!index.contains("matrix/") && !index.contains(".2.html"))
  }

  @Test func `an index of many accounts is in parts, and no row is missing or twice`() async throws {
    let site = try await site()
    func files(_ rowsOfPart: Int) -> [(path: String, text: String)] {
      AccountIndex(rowsOfPart: rowsOfPart, tell: site.tell, pages: site.pages).files.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      }
    }
    let (whole, parts) = (files(2), files(1))
    #expect(whole.map(\.path) == ["accounts.js"] && parts.map(\.path) == ["accounts.js", "accounts.2.js"])
    #expect(whole[0].text.contains(#""parts":[]"#) && parts[0].text.contains(#""parts":["accounts.2.js"]"#))
    let part = try #require(parts.last).text
    #expect(part.hasPrefix("vigieAccounts[1] = [\n[") && part.hasSuffix("]];\n"))
    let row = try #require(part.components(separatedBy: "\n").dropFirst().first).replacing("]];", with: "]")
    #expect(whole[0].text.contains(row) && !parts[0].text.contains(row))
  }

  @Test func `a link of the matrix says what its figures are of`() async throws {
    let html = try page("index.html", of: try await site())
    #expect(html.contains(#"aria-label="2 accounts, €105k: Score yellow, CSM: no current flag""#))
  }
}
