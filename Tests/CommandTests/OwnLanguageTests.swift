import Foundation
import LanguageFixture
import Testing

/// A language that a portfolio brings, and the language of the terminal.
@Suite struct OwnLanguageTests {
  private static func folder() throws -> StarterFolder {
    let folder = try StarterFolder()
    try folder.write(try MadeUpLanguage.file(), to: "templates/words/xx.yml")
    try folder.edit("vigie.yml", "locale: en", "locale: xx")
    return folder
  }

  @Test func `one file is all that a portfolio needs to speak a language`() throws {
    let folder = try Self.folder()
    let build = try folder.run("build")
    #expect(build.status == 0, "\(build.errors)")
    #expect(try folder.run("check").status == 0)
    let pages = try folder.files().filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 20)
    for (path, bytes) in pages {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("<html lang=\"xx\"") && page.contains(MadeUpLanguage.spoken("Accounts")), "\(path)")
    }
  }

  @Test func `a customer's document speaks it as well, and the headings of its parts are understood`() throws {
    let folder = try Self.folder()
    let heading = MadeUpLanguage.spoken("Learned")
    try folder.write("# \(heading)\n\nΩ.\n\n# Context\n\nΨ.\n", to: "data/customer/A-001.md")
    let outcome = try Program.run(
      ["snapshot", "A-001", "p"] + StarterFolder.asOf + ["--for", "customer", "--out", "p/a.html"], in: folder.url)
    #expect(outcome.status == 0 && !outcome.errors.contains("data/customer"), "\(outcome.errors)")
    let page = String(decoding: try #require(folder.files("p")["a.html"]), as: UTF8.self)
    #expect(page.contains("<html lang=\"xx\""))
    for part in ["Outcomes against your goals", "What we learned"] {
      #expect(page.contains(MadeUpLanguage.spoken(part)))
    }
    #expect(page.contains("Ω.") && page.contains("Ψ."))
  }

  @Test func `a language without a file is refused with those that there are`() throws {
    let folder = try Self.folder()
    try folder.edit("vigie.yml", "locale: xx", "locale: yy")
    let outcome = try folder.run("build")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: locale is 'yy'; write one of: en, fr, xx\n"), "\(outcome.errors)")
    #expect(try folder.files().isEmpty)
  }

  @Test func `a language may lie in the folder that --templates names`() throws {
    let folder = try StarterFolder()
    try folder.write(try MadeUpLanguage.file(), to: "own/words/xx.yml")
    try folder.edit("vigie.yml", "locale: en", "locale: xx")
    #expect(try folder.run("build").status == 1)
    let outcome = try folder.run("build", ["--templates", "p/own"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `a rule that cannot be read stops the build`() throws {
    let folder = try Self.folder()
    try folder.write(
      try MadeUpLanguage.file().replacing("i % 10 = 2..4", with: "i % 10 = few"), to: "templates/words/xx.yml")
    let outcome = try folder.run("build")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("xx.yml: error: the rule 'plural' cannot be read"), "\(outcome.errors)")
  }

  @Test func `the terminal speaks English whatever the pages speak`() throws {
    let folder = try StarterFolder()
    let english = try Self.printed(in: folder)
    #expect(english.allSatisfy { $0.count > 100 })
    try folder.edit("vigie.yml", "locale: en", "locale: fr")
    #expect(try Self.printed(in: folder) == english)
    let page = try #require(try folder.files("p/comparisons/2026-W46-2026-W47")["index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("<html lang=\"fr\""))
  }

  /// The output of the commands about accounts.
  private static func printed(in folder: borrowing StarterFolder) throws -> [String] {
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    _ = try folder.run("publish")
    let commands = [
      ["compare", "2026-W46", "2026-W47", "p"], ["explain", "A-001", "p"] + StarterFolder.asOf,
      ["backtest", "p"] + StarterFolder.asOf,
    ]
    // The number of files written before does not depend on the language.
    return try commands.map { try Program.run($0, in: folder.url).output.replacing(/wrote .*/, with: "") }
  }
}
