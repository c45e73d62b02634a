import Foundation
import Testing

/// A table that an engine gives: what is kept of its answer, and what stays when it gives none.
@Suite struct EngineTests {
  /// A starter portfolio whose measures a driver makes up, which fails as its mode says.
  private func answer(_ mode: String, in folder: borrowing StarterFolder) throws {
    let program = try Program.path.split(separator: "/").dropLast().joined(separator: "/")
    let settings = try String(contentsOf: folder.url.appending(path: "p/vigie.yml"), encoding: .utf8)
    let own = settings.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("sources:") }
    try folder.write(
      own.joined(separator: "\n") + """

        sources:
          measures:
            - file: data/measures.csv
            - driver: /\(program)/libFakeDriver.so
              options: {mode: \(mode)}
              timeout: \(mode.hasPrefix("hang") ? 2 : 60)
              query: select account_id, date, logins from use
              where: {account_id: nobody}

        """, to: "vigie.yml")
  }

  @Test func `a driver that fails leaves site, archive and ledger as they are`() throws {
    let folder = try StarterFolder()
    try answer("rows", in: folder)
    let published = try folder.run("publish")
    #expect(published.status == 0, "\(published.errors)")
    let before = try folder.files("p").filter { $0.key != "vigie.yml" }
    #expect(before.keys.contains { $0.hasPrefix("site/queries/measures-") && $0.hasSuffix(".csv") })
    #expect(before.keys.contains { $0.hasPrefix("archive/") })
    let expected = [
      "crash": "the driver crashed (Segmentation fault)", "hang": "the engine has not answered in 2 seconds",
      "stop": "the rows stopped coming: the server went away", "odd type": "the column 'logins' is of type interval",
      "too few columns": "the driver gives 2 columns in place of 3",
    ]
    for (mode, words) in expected.sorted(by: { $0.key < $1.key }) {
      // One batch only comes whole.
      try answer("\(mode), rows: 100000", in: folder)
      let failed = try folder.run("publish")
      #expect(failed.status == 1)
      #expect(failed.errors.contains("libFakeDriver: \(words)"), "\(mode): \(failed.errors)")
      #expect(try folder.files("p").filter { $0.key != "vigie.yml" } == before, "\(mode)")
    }
  }

  @Test func `what was answered is kept, and other commands ask nothing`() throws {
    let folder = try StarterFolder()
    try answer("rows", in: folder)
    #expect(try folder.run("build").status == 0)
    let kept = try folder.files("p/site/queries")
    #expect(kept.count == 2)
    let record = try #require(
      kept.first { $0.key.hasSuffix(".json") }.map { String(decoding: $0.value, as: UTF8.self) })
    #expect(
      record.contains("\"query\" : \"select account_id, date, logins from use\"") && record.contains("\"rows\" : 3"))
    // The name of a driver that is gone: whoever asks it fails, and explain does not ask.
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "p/site/queries"), to: folder.url.appending(path: "p/queries"))
    let again = try folder.run("build", ["--out", "other"], environment: ["ADBC_DRIVER_PATH": "/nowhere"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try folder.files("other") == folder.files())
    let checked = try folder.run("check")
    #expect(checked.output.contains("libFakeDriver: 3 rows, kept in p/queries/measures-"), "\(checked.output)")
    #expect(checked.output.contains("profiles are looked for in "))
  }
}
