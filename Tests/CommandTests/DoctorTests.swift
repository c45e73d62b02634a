import Foundation
import Testing

/// `vigie doctor` and `vigie --version`.
@Suite struct DoctorTests {
  @Test func `the version names the formats of the files that are written`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["--version"], in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(try Regex(#"^0\.\d+\.\d+.*\nledger format \d+, archive format \d+\n$"#)))
  }

  @Test func `libraries say their versions, and a fresh portfolio is well`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["doctor", "p"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    for name in ["cmark-gfm 0.", "Expat 2.", "libyaml 0.", "libzip 1.", "SQLite 3.", "utf8proc 2.", "zlib 1."] {
      #expect(outcome.output.contains(name), "\(name)\n\(outcome.output)")
    }
    #expect(outcome.output.hasSuffix("\nall is well\n"), "\(outcome.output)")
  }

  @Test func `an edition of a day to come says that the clock is wrong`() throws {
    let folder = try StarterFolder()
    let slip = ["--accept", "future", "--accept", "no-accounts", "--reason", "why"]
    #expect(try Program.run(["publish", "p", "--as-of", "2062-11-16"] + slip, in: folder.url).status == 0)
    let outcome = try Program.run(["doctor", "p"], in: folder.url)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.contains("before the newest edition, which is as of 2062-11-16\n"), "\(outcome.errors)")
  }

  @Test func `a ledger that is none is said`() throws {
    let folder = try StarterFolder()
    try folder.write("not a ledger, but long enough to be looked at as a file", to: "history.sqlite")
    #expect(try Program.run(["doctor", "p"], in: folder.url).status == 1)
  }
}
