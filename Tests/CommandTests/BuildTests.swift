import Foundation
import Testing

/// What a build leaves on the disk.
@Suite struct BuildTests {
  private static let example = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "examples/portfolio")

  @Test func `a new portfolio can be built as it is`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("build")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output
        == "read 41 rows, used 41, refused 0; as of 2026-11-16, the day of --as-of; wrote 72 files, left 0 unchanged, removed 0: p/site/index.html\n"
    )
    #expect(try folder.files().count == 73)
  }

  @Test func `a new portfolio is made only where nothing is`() throws {
    let folder = try StarterFolder()
    let before = try folder.files("p")
    let outcome = try Program.run(["init", "p"], in: folder.url)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "vigie: 'p' is a portfolio already: it has a vigie.yml; nothing of yours is overwritten\n")
    #expect(try folder.files("p") == before)
    let made = try Program.run(["init", "q"], in: folder.url)
    #expect(made == Program.Outcome(status: 0, output: "wrote 15 files into q; now: vigie build q\n", errors: ""))
    let files = try folder.files("q")
    #expect(Set(files.keys).isSuperset(of: before.keys) && files["data/tickets.csv"] != nil)
    // Whenever that is, the portfolio is alive: its usage ends in the last week, and a green account has a yellow flag.
    let built = try Program.run(["build", "q"], in: folder.url)
    #expect(built.status == 0 && built.errors.isEmpty, "\(built)")
    let digest = String(decoding: try folder.files("q/site")["digest.txt"] ?? Data(), as: UTF8.self)
    #expect(digest.contains("2 of 3 green"), "\(digest)")
    #expect(digest.contains("- Larkfield Clinics, €84k, due on "), "\(digest)")
    #expect(digest.contains(": score green; CSM says yellow\n") && !digest.contains("nursing"), "\(digest)")
  }

  @Test func `a second build of the same inputs writes nothing`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let times = try folder.times()
    let outcome = try folder.run("build")
    #expect(
      outcome
        == Program.Outcome(
          status: 0,
          output:
            "read 41 rows, used 41, refused 0; as of 2026-11-16, the day of --as-of; nothing changed, p/site/index.html is up to date\n",
          errors: ""))
    #expect(try folder.times() == times)
    #expect(times.count == 73)
  }

  @Test func `a build after a change rewrites only the pages that it changes`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let before = try folder.files()
    try folder.append("\nOne more line.\n", to: "data/notes/A-001.md")
    #expect(try folder.run("build").output.contains("wrote 1 file, left 71 unchanged, removed 0"))
    let after = try folder.files()
    let changed = after.keys.filter { after[$0] != before[$0] }
    #expect(Set(changed) == ["accounts/a_-001.html", "manifest.json"])
  }

  @Test func `a column of one's own is shown as it is written`() throws {
    let folder = try StarterFolder()
    for (line, cells) in [("ended_on", "postcode,since"), ("2027-02-01,", "01067,2024")] {
      try folder.edit("data/accounts.csv", line, line + "," + cells)
    }
    _ = try folder.run("build")
    let page = String(decoding: try folder.files()["accounts/a_-001.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("<th scope=\"row\">postcode</th>\n<td>01067</td>"))
    #expect(page.contains("<th scope=\"row\">since</th>\n<td>2024</td>"))
    #expect(page.contains("<th scope=\"row\">employees</th>\n<td>1,200</td>"))
  }

  @Test func `a refused build leaves the published site as it was`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let site = try folder.files("p")
    let times = try folder.times()
    try folder.write("{{nmae}}", to: "templates/account.md")
    #expect(try folder.run("build").status == 1)
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/templates"))
    #expect(try folder.run("build", ["--data", "nowhere"]).status == 1)
    #expect(try folder.files("p") == site)
    #expect(try folder.times() == times)
  }

  @Test func `check says what it would build and writes nothing`() throws {
    let folder = try StarterFolder()
    let before = try folder.files("p")
    let outcome = try folder.run("check")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix("coverage: 36% of the weight of the model has no source: goals, peer_use, champion,")
        == true)
    #expect(
      lines.last?.hasPrefix("read 41 rows, used 41, refused 0; as of 2026-11-16, the day of --as-of; 41 pages of ")
        == true)
    #expect(outcome.output.hasSuffix(" KiB would be built, nothing was written\n"))
    #expect(try folder.files("p") == before)
  }

  /// Swift seeds its hashes in each process, so anything in the order of a dictionary would show here too.
  @Test func `time zone, locale and process change no byte`() throws {
    let folder = try StarterFolder()
    let places = [
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "Pacific/Pago_Pago", "LC_ALL": "C"],
      ["TZ": "Europe/Paris", "LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8"],
    ]
    var sites: [[String: Data]] = []
    for (number, place) in places.enumerated() {
      let arguments = ["build", Self.example.path] + StarterFolder.asOf + ["--out", "o\(number)"]
      #expect(try Program.run(arguments, in: folder.url, environment: place).status == 0)
      sites.append(try folder.files("o\(number)"))
    }
    #expect(sites[0].count > 50)
    #expect(sites[0] == sites[1] && sites[1] == sites[2])
  }
}
