import Foundation
import Testing

/// The sheet before a call that `vigie brief` prints.
@Suite struct BriefTests {
  private func brief(_ account: String, _ folder: borrowing StarterFolder) throws -> Program.Outcome {
    try Program.run(["brief", account, "p"] + StarterFolder.asOf, in: folder.url)
  }

  @Test func `it prints every part in lines that a terminal has room for, and writes nothing`() throws {
    let folder = try StarterFolder()
    let before = try folder.files("p").keys.sorted()
    let outcome = try brief("larkfield CLINICS", folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Larkfield Clinics (A-001), 16 November 2026")
    for heading in [
      "What is due", "What changed, and why", "Open risks", "People", "What was said in the last 28 days",
      "Questions to ask",
    ] {
      #expect(lines.contains { $0 == heading }, "\(heading)")
    }
    #expect(lines.dropLast(2).allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(outcome.output.contains("; as of 2026-11-16, the day of --as-of"))
    #expect(try folder.files("p").keys.sorted() == before)
  }

  @Test func `the page has the same owed steps, people and questions, and what was said`() throws {
    let folder = try StarterFolder()
    let note = "They asked another tool for an offer; the “pilot” begins <soon>."
    try folder.append("A-001,2026-11-13,call,Somebody,,\(note)\n", to: "data/touchpoints.csv")
    let printed = try brief("A-001", folder).output
    #expect(printed.replacing("\n", with: " ").contains("“They asked another tool"))
    #expect(try folder.run("build").status == 0)
    let page = String(
      decoding: try Data(contentsOf: folder.url.appending(path: "p/site/accounts/a_-001.html")), as: UTF8.self)
    #expect(page.contains("<q>They asked another tool for an offer; the “pilot” begins &lt;soon&gt;.</q>"))
    #expect(page.contains("no risk of that kind is on record"))
    #expect(printed.replacing("\n  ", with: " ").contains("no risk of that kind is on record"))
    // A customer never reads what was said.
    let made = try Program.run(
      ["snapshot", "A-001", "p", "--for", "customer", "--out", "customer.html"] + StarterFolder.asOf, in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let customer = String(
      decoding: try Data(contentsOf: folder.url.appending(path: "customer.html")), as: UTF8.self)
    #expect(!customer.contains("another tool") && !customer.contains("<q>"))
  }

  @Test func `an account that is not there is answered with the nearest`() throws {
    let folder = try StarterFolder()
    let outcome = try brief("A-01", folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "vigie: there is no account 'A-01'; did you mean 'A-001' (Larkfield Clinics)?\n")
  }
}
