import Foundation
import Testing

/// What a publication does not pass over.
@Suite struct GuardTests {
  private func page(_ name: String, of files: [String: Data]) -> String {
    String(decoding: files["site/\(name)"] ?? Data(), as: UTF8.self)
  }

  /// What is refused leaves every file as it was.
  private func expectRefused(
    _ folder: borrowing Harbour, _ guards: String..., more: [String] = [], day: String = "2026-11-24"
  ) throws -> String {
    let before = try folder.files()
    let outcome = try Program.run(["publish", "p", "--as-of", day] + more, in: folder.url)
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
    #expect(try folder.files() == before)
    let lines = outcome.errors.split(separator: "\n")
    for (line, kind) in zip(lines, guards) { #expect(line.hasPrefix("guard \(kind): "), "\(line)") }
    #expect(
      lines.last?.contains(
        "\(guards.joined(separator: ", ")) \(guards.count == 1 ? "holds" : "hold"); to publish it all the same: "
          + guards.map { "--accept \($0)" }.joined(separator: " ") + " --reason \"why\"; nothing was written") ?? false,
      "\(outcome.errors)")
    return outcome.errors
  }

  @Test func `customers that are gone are named with their revenue, and stop the publication`() throws {
    let folder = try Harbour()
    #expect(try folder.publish("2026-11-17").status == 0)
    try folder.write(Harbour.table(["C-1", "C-2"]), to: "data/accounts.csv")
    try folder.dropRows(of: "C-3", "C-4")
    let errors = try expectRefused(folder, "vanished")
    #expect(
      errors.hasPrefix(
        "guard vanished: 2 customers of 2026-W47 are no longer in the accounts table. "
          + "Teviot Foods (C-4), €45,000; Quill Stationers (C-3), €18,000: €63,000 of the €165,000 of that edition. "),
      "\(errors)")

    let built = try folder.run("build", "p", "--as-of", "2026-11-24", "--out", "p/site")
    #expect(built.status == 0 && built.errors.hasPrefix("guard vanished: "), "\(built)")
    let files = try folder.files()
    let index = page("index.html", of: files)
    let notice = try #require(index.range(of: "Teviot Foods (C-4), €45,000"))
    #expect(notice.lowerBound < (try #require(index.range(of: "<h1"))).lowerBound)
    #expect(page("data-quality.html", of: files).contains("Quill Stationers (C-3), €18,000"))
    #expect(page("digest.txt", of: files).split(separator: "\n")[1].hasPrefix("2 customers of 2026-W47 are no longer"))
    #expect(
      page("retention.html", of: files).contains(
        "Gross retention is 61.8% if they are lost, and 100.0% if they are not."),
      "\(page("retention.html", of: files).prefix(4000))")
    let checked = try folder.run("check", "p", "--as-of", "2026-11-24")
    #expect(checked.status == 0 && checked.errors.hasPrefix("guard vanished: "), "\(checked)")
  }

  @Test func `what somebody accepts is published with the reason, on record and on its pages`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]), to: "data/accounts.csv")
    try folder.dropRows(of: "C-4")
    let accept = ["--accept", "vanished", "--reason", "Teviot is \"sold\""]
    let outcome = try Program.run(
      ["publish", "p", "--as-of", "2026-11-24", "--accept", "future"] + accept, in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.contains("guard future: it was accepted and does not hold, so nothing is recorded of it\n"))
    let files = try folder.files()
    for name in ["index.html", "data-quality.html"] {
      #expect(page(name, of: files).contains("Published all the same: “Teviot is &quot;sold&quot;”."), "\(name)")
    }
    #expect(page("digest.txt", of: files).contains("Published all the same: “Teviot is \"sold\"”."))
    #expect(page("feed.xml", of: files).contains("Published all the same: “Teviot is &quot;sold&quot;”."))
    let verified = try folder.run("verify", "p/archive")
    #expect(verified.status == 0, "\(verified.errors)")
    let manifest = try Program.run(script: "unzip -p p/archive/2026-W48.zip edition.json", in: folder.url).output
    #expect(manifest.hasPrefix("{\"format\":3,\n"))
    #expect(
      manifest.contains(
        "\n\"accepted\":[{\"guard\":\"vanished\",\"reason\":\"Teviot is \\\"sold\\\"\"}],\n\"record\":\"")
    )

    // The same again changes nothing, and the next week has forgotten no one.
    let again = try Program.run(["publish", "p", "--as-of", "2026-11-24"] + accept, in: folder.url)
    #expect(again.output.contains("\n2026-W48 stands as it was published, "), "\(again)")
    #expect(try folder.files() == files)
    // Nor does a scheduler that knows nothing of the reason.
    #expect(try folder.publish("2026-11-24").output.contains("\n2026-W48 stands as it was published, "))
    #expect(try folder.files() == files)
    #expect(try folder.publish("2026-11-24", "--accept", "vanished", "--reason", "other").status == 1)
  }

  @Test func `an account that is gone can be explained by a departure, an alias or an end`() throws {
    for (settings, table) in [
      ("departed: {C-4: a test account}\n", Harbour.table(["C-1", "C-2", "C-3"])),
      ("aliases: {C-4: C-9, C-9: C-1}\n", Harbour.table(["C-1", "C-2", "C-3"]).replacing("72000", with: "117000")),
      ("", Harbour.table(["C-1", "C-2", "C-3"]) + "C-4,Teviot Foods,Iris Vale,45000,100,2022-02-01,,2026-11-20\n"),
    ] {
      let folder = try Harbour()
      try folder.publish("2026-11-17")
      try folder.write("title: Harbour\n" + settings, to: "vigie.yml")
      try folder.write(table, to: "data/accounts.csv")
      try folder.dropRows(of: "C-4")
      let outcome = try folder.publish("2026-11-24")
      #expect(outcome.status == 0, "\(settings)\(outcome)")
      guard settings.hasPrefix("departed") else { continue }
      let files = try folder.files()
      for name in ["data-quality.html", "retention.html"] {
        #expect(
          page(name, of: files).contains(
            "Not in the accounts table, for a reason given in the settings: Teviot Foods (C-4), €45,000, a test account."
          ))
      }
    }
  }

  @Test func `an accounts table without a usable row is not published`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.head, to: "data/accounts.csv")
    try folder.dropRows(of: "C-1", "C-2", "C-3", "C-4")
    let errors = try expectRefused(folder, "no-accounts", "vanished", "feed-went-back")
    #expect(
      errors.hasPrefix("guard no-accounts: No account is active. 2026-W47 had 4 accounts with €165,000. "), "\(errors)")
    #expect(try folder.run("build", "p", "--as-of", "2026-11-24", "--out", "draft").status == 0)
  }

  @Test func `a measures table that is empty, or thin, is told before all else`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.measuresHead, to: "data/measures.csv")
    let errors = try expectRefused(folder, "no-accounts", "feed-went-back")
    #expect(errors.contains(": no rows; in that edition up to 15 Nov 2026"), "\(errors)")

    try folder.write(Harbour.measures(["C-1", "C-2"], upTo: "2026-11-22"), to: "data/measures.csv")
    let outcome = try folder.publish("2026-11-24")
    #expect(outcome.status == 0, "\(outcome)")
    let sentence =
      "rows for 2 customers; 2026-W47 had rows for 4 of the same customers. Rows are gone for Quill Stationers, Teviot Foods."
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    let files = try folder.files()
    #expect(page("digest.txt", of: files).contains(sentence))
    let index = page("index.html", of: files)
    #expect(
      (try #require(index.range(of: "Rows are gone for Quill Stationers, Teviot Foods."))).lowerBound
        < (try #require(index.range(of: "<h1"))).lowerBound)
    #expect(try folder.run("check", "p", "--as-of", "2026-11-24").status == 0)
  }

  @Test func `a day that has not come is not published`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    let errors = try expectRefused(folder, "no-accounts", "future", day: "2062-11-24")
    #expect(errors.contains("guard future: This report was made before its as-of day."), "\(errors)")
    // A draft of such a day says so.
    #expect(try folder.run("build", "p", "--as-of", "2062-11-24").errors.contains("guard future: "))
  }

  @Test func `revenue that jumps without an outcome is not published`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.table(Harbour.accounts.map(\.id)).replacing("72000", with: "720"), to: "data/accounts.csv")
    let errors = try expectRefused(folder, "arr-jump")
    #expect(
      errors.hasPrefix(
        "guard arr-jump: The ARR of the same customers changed by -43.2% since 2026-W47 without an outcome."),
      "\(errors)")
    try folder.write("title: Harbour\nmax_arr_change: 0.5\n", to: "vigie.yml")
    #expect(try folder.publish("2026-11-24").status == 0)
  }

  @Test func `a guard that does not exist, and a reason that is none, are answered with what was meant`() throws {
    let folder = try Harbour()
    let misspelt = try folder.publish("2026-11-17", "--accept", "vanish", "--reason", "x")
    #expect(misspelt.status == 64 && misspelt.errors.contains("did you mean 'vanished'?"), "\(misspelt)")
    #expect(try folder.publish("2026-11-17", "--accept", "vanished").status == 64)
    #expect(try folder.publish("2026-11-17", "--accept", "vanished", "--reason", " ").status == 64)
    #expect(try folder.publish("2026-11-17", "--reason", "x").errors.contains("name the guard with --accept"))
  }

  @Test func `the time zone of the settings decides the day, and the machine's never does`() throws {
    let folder = try Harbour()
    func day(_ zone: String, environment: [String: String] = [:]) throws -> String {
      try folder.write("title: Harbour\n" + (zone.isEmpty ? "" : "time_zone: \(zone)\n"), to: "vigie.yml")
      let output = try folder.run("check", "p", environment: environment).output
      let match = try #require(output.firstMatch(of: /as of ([0-9-]{10}), today in ([A-Za-z0-9\/+-]+);/), "\(output)")
      #expect(match.2 == (zone.isEmpty ? "UTC" : zone))
      return String(match.1)
    }
    #expect(try day("", environment: ["TZ": "Pacific/Kiritimati"]) == day("", environment: ["TZ": "Etc/GMT+12"]))
    // These two are 26 hours apart.
    #expect(try day("Pacific/Kiritimati") > day("Etc/GMT+12"))
    try folder.write("title: Harbour\ntime_zone: europe/olso\n", to: "vigie.yml")
    let wrong = try folder.run("check", "p")
    #expect(
      wrong.errors.contains("vigie.yml:2:12: error: there is no time zone 'europe/olso'; did you mean 'Europe/Oslo'?"),
      "\(wrong.errors)")
  }
}
