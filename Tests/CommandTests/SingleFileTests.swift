import Foundation
import Testing

/// An edition in one file, as leadership gets it.
@Suite struct SingleFileTests {
  private func text(_ folder: borrowing StarterFolder, _ name: String) throws -> String {
    String(decoding: try folder.files(".")[name] ?? Data(), as: UTF8.self)
  }

  @Test func `every link within the file leads to something in it, and nothing is loaded`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("publish", ["--single-file", "week.html"])
    #expect(outcome.status == 0 && outcome.output.hasSuffix("\nwrote week.html\n"), "\(outcome)")
    let text = try text(folder, "week.html")
    let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let links = text.matches(of: #/ href="([^"]*)"/#).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links where !link.hasPrefix("http") && !link.hasPrefix("mailto:") {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    #expect(!text.contains("<script") && !text.contains("<link") && !text.contains(" src="))
    for part in ["index.html", "lists/index.html", "lists/green-but-yellow.html"] {
      #expect(ids.contains(part), "\(part)")
    }
    // A brief ends where the history begins.
    let accounts = ids.filter { $0.hasPrefix("accounts/") }
    #expect(
      accounts.contains { $0.hasSuffix(":owed") } && !accounts.contains { $0.hasSuffix(":history") }, "\(accounts)")
    #expect(text.contains("· published ·"))
  }

  @Test func `what is private stays on the account's page of the site`() throws {
    let folder = try StarterFolder()
    try folder.append("private_mark: \"(p)\"\n", to: "vigie.yml")
    try folder.append("A-001,2026-11-14,call,Ada,Bo,(p) Bo told us of a secret merger.\n", to: "data/touchpoints.csv")
    try folder.append(
      "\n## 2026-11-15 Call\n\n(p) The owner is secretly tired of us.\n\nThey want a demonstration of reports.\n",
      to: "data/notes/A-001.md")
    try folder.append("A-001,2026-11-13,yellow,Ada,(p) They secretly look elsewhere.,\n", to: "data/sentiment.csv")
    #expect(try folder.run("publish", ["--single-file", "week.html"]).status == 0)
    let week = try text(folder, "week.html")
    #expect(!week.contains("secret"))
    #expect(week.contains("They want a demonstration of reports."))
    let pages = try folder.files().filter { $0.key.hasPrefix("accounts/") }
      .map { String(decoding: $0.value, as: UTF8.self) }
    let page = try #require(pages.first { $0.contains("merger") })
    for words in ["secret merger", "secretly tired", "secretly look"] { #expect(page.contains(words), "\(words)") }
  }

  @Test func `it is replaced by the next edition, and nobody else's file is`() throws {
    let folder = try StarterFolder()
    #expect(
      try Program.run(["publish", "p", "--as-of", "2026-11-09", "--single-file", "week.html"], in: folder.url).status
        == 0)
    let first = try text(folder, "week.html")
    #expect(try folder.run("publish", ["--single-file", "week.html"]).status == 0)
    #expect(try text(folder, "week.html") != first)
    #expect(try folder.run("publish", ["--single-file", "week.html"]).output.hasSuffix("\nunchanged: week.html\n"))
    try folder.write("mine", to: "../other.html")
    let refused = try folder.run("publish", ["--single-file", "other.html"])
    #expect(refused.status == 1, "\(refused)")
    #expect(try text(folder, "other.html") == "mine")
  }

  @Test func `with a password it is an encrypted ZIP`() throws {
    let folder = try StarterFolder()
    try folder.write("correct horse battery\n", to: "../password")
    let options = ["--single-file", "week.zip", "--password-file", "password"]
    #expect(try folder.run("publish", options).status == 0)
    let bytes = try folder.files(".")["week.zip"] ?? Data()
    #expect(bytes.starts(with: Data("PK".utf8)) && bytes.range(of: Data("INTERNAL".utf8)) == nil)
    #expect(try folder.run("publish", options).status == 0)
    for wrong in [["--single-file", "week.html", "--password-file", "password"], ["--single-file", "week.pdf"]] {
      #expect(try folder.run("publish", wrong).status == 64, "\(wrong)")
    }
  }
}
