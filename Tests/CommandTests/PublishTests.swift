import Foundation
import Testing

/// `vigie publish`: the site in place and the edition on record.
@Suite struct PublishTests {
  @Test func `publishing records the edition and marks the site as published`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("publish")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("published 2026-W47\n"), "\(outcome.output)")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains(" · published · "))
    #expect(try folder.files("p")["history.sqlite"] != nil)
  }

  @Test func `a build is a draft and records nothing`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains(" · draft · "))
    #expect(try folder.files("p")["history.sqlite"] == nil)
  }

  @Test func `publishing again changes nothing, and other data asks for a reason`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let site = try folder.files()
    let again = try folder.run("publish")
    #expect(again.output.hasSuffix("2026-W47 stands as it was published\n"), "\(again.output)")
    #expect(try folder.files() == site)

    try folder.append("\nOne more line.\n", to: "data/notes/A-001.md")
    let refused = try folder.run("publish")
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasSuffix(
        "vigie: 2026-W47 has been published from other inputs; to publish it again, say why: --revise \"reason\"; "
          + "nothing was written\n"), "\(refused.errors)")
    #expect(try folder.files() == site)

    let revised = try folder.run("publish", ["--revise", "a note came late"])
    #expect(revised.output.hasSuffix("published revision 1 of 2026-W47\n"), "\(revised.output)")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains("revision 1: a note came late"))
  }

  @Test func `a later build shows what was published before`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-02"])
    _ = try folder.run("build")
    let archive = String(decoding: try folder.files()["archive.html"] ?? Data(), as: UTF8.self)
    #expect(archive.contains("2026-W45"))
    let account = String(decoding: try folder.files()["accounts/a_-001.html"] ?? Data(), as: UTF8.self)
    #expect(account.contains("class=\"published\""))
  }

  @Test func `a damaged ledger is told in words and stops the publication`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let site = try folder.files()
    try folder.write("no database", to: "history.sqlite")
    let outcome = try folder.run("publish", ["--as-of", "2026-11-09"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("history.sqlite is damaged"), "\(outcome.errors)")
    #expect(try folder.files() == site)
  }
}
