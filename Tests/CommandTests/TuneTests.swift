import Foundation
import Testing

/// `vigie tune`: other weights only when outcomes suggest them, and never in model.yml.
@Suite struct TuneTests {
  @Test func `with too few outcomes the weights stand, and it says how many it takes`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("tune")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        0 outcomes of accounts that had a score 90 days before, 0 lost

        The present weights stand: there are 0 lost and 0 kept accounts, and it takes at least 20 of each, half of them \
        to learn from and half to judge by.

        """)
    #expect(try folder.files("p")["model.suggested.yml"] == nil)
  }

  @Test func `better weights are written beside the model, which stays as it was`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    let before = try folder.files("p")
    let outcome = try folder.run("tune")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        "\nThe fitted weights foretell the newer outcomes better than the present ones, beyond noise. Equal "
          + "weights, which need no fit, may do as well.\n"))
    #expect(outcome.output.contains("\ntelling         10     50"), "\(outcome.output)")
    var files = try folder.files("p")
    let written = files.removeValue(forKey: "model.suggested.yml")
    let bytes = try #require(written)
    #expect(files == before)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("# A suggestion of vigie tune; model.yml is as it was.\n"))
    // The author's text is in its place, except for the two weights, the version and the reasons.
    #expect(
      text.contains("\n# Two signs, one of which says nothing.\nversion: \"plain-fitted-2026-11-16\"   # since ever\n"))
    #expect(text.contains("measures: {told: {worst: 0, best: 100}}}   # ten\n") && text.contains("  # ninety\n"))
    #expect(!text.contains("Ada"))
    #expect(text.contains("\nfitted: {on: 2026-11-16, outcomes: ") && text.contains(", until: 2026-"))

    // Another process gives the same bytes, so there is nothing to write.
    #expect(try folder.run("tune").output.hasSuffix("p/model.suggested.yml says so already\n"))
    #expect(try folder.files("p")["model.suggested.yml"] == bytes)

    // The suggestion can be tried, adopted and fitted again, and its backtest names what it was fitted to.
    #expect(try folder.run("compare", ["--model", "p/model.suggested.yml"]).status == 0)
    try folder.write(text, to: "model.yml")
    let backtest = try folder.run("backtest", ["--horizon", "90"])
    #expect(backtest.output.contains("\nfitted on these outcomes: "), "\(backtest.output)")
    #expect(backtest.output.contains("\n  on the outcomes since the fit alone: 0."))
    let again = try folder.run("tune")
    #expect(again.status == 0 && again.output.contains("The present weights stand: "), "\(again.output)")
  }

  @Test func `a file of that name that somebody wrote is not replaced`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    try folder.write("version: mine\n", to: "model.suggested.yml")
    let outcome = try folder.run("tune")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "vigie: p/model.suggested.yml is there and is not a suggestion of vigie tune; name another file with --out\n"
    )
    #expect(try folder.files("p")["model.suggested.yml"] == Data("version: mine\n".utf8))
    #expect(try folder.run("tune", ["--out", "p/other.yml"]).status == 0)
  }

  @Test func `a suggestion is replaced by a newer one only until somebody has edited it`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    _ = try folder.run("tune")
    let written = try #require(try folder.files("p")["model.suggested.yml"])
    // Other outcomes, other weights: nobody has edited the file, so Vigie may replace it.
    try folder.makeOutcomes(accounts: 360)
    #expect(try folder.run("tune").output.contains("\nwrote p/model.suggested.yml;"))
    let second = try #require(try folder.files("p")["model.suggested.yml"])
    #expect(second != written)

    let edits: [(String) -> String] = [
      { $0.replacing("telling: {weight: ", with: "telling: {weight:  ") }, { $0 + "\n" }, { String($0.dropLast()) },
      { $0.replacing("sha256 ", with: "sha256 0") },
    ]
    for edit in edits {
      let edited = edit(String(decoding: second, as: UTF8.self))
      #expect(Data(edited.utf8) != second)
      try folder.write(edited, to: "model.suggested.yml")
      let outcome = try folder.run("tune")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "vigie: p/model.suggested.yml was edited since vigie tune wrote it and stays as it is; "
          + "name another file with --out\n")
      #expect(try folder.files("p")["model.suggested.yml"] == Data(edited.utf8))
    }
    // The file is refused, not the suggestion.
    #expect(try folder.run("tune", ["--out", "p/other.yml"]).status == 0)
    #expect(try folder.files("p")["other.yml"] == second)
  }

  @Test func `weights that would not change all that they should are not put into the text`() throws {
    let folder = try StarterFolder()
    try folder.makeOutcomes()
    // A variant that repeats the base weight would keep it.
    try folder.append("models: {other: {weights: {telling: 10}}}\n", to: "model.yml")
    let outcome = try folder.run("tune")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("vigie: the weights cannot be put into the text of model.yml"), "\(outcome)")
    #expect(try folder.files("p")["model.suggested.yml"] == nil)
  }

  @Test func `a horizon that there is not is wrong usage`() throws {
    #expect(try StarterFolder().run("tune", ["--horizon", "60"]).status == 64)
  }
}
