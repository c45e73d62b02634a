import Archive
import Files
import Foundation
import Publishing
import Testing

@Suite struct `A published site` {
  @Test func `is archived with its manifest and without other people's files`() throws {
    let fixture = try ArchiveFixture()
    try publish(["index.html": "1", "accounts/acme.html": "2"], to: fixture)
    try fixture.write(Array("mine".utf8), to: "site/CNAME")
    let manifest = try archive(fixture)
    #expect(manifest.files.map(\.path) == ["accounts/acme.html", "index.html", "manifest.json"])
    #expect(try verifyArchive(fixture.path("2026-W47.zip")).findings == [])
  }

  @Test func `that is not as its manifest says is not archived`() throws {
    let fixture = try ArchiveFixture()
    try publish(["index.html": "1", "accounts/acme.html": "2"], to: fixture)
    try fixture.write(Array("3".utf8), to: "site/accounts/acme.html")
    #expect(throws: ArchiveError.siteChanged("accounts/acme.html")) { try archive(fixture) }
    try FileManager.default.removeItem(atPath: fixture.path("site/accounts/acme.html"))
    #expect(throws: ArchiveError.siteChanged("accounts/acme.html")) { try archive(fixture) }
    try FileManager.default.removeItem(atPath: fixture.path("site/manifest.json"))
    #expect(throws: ArchiveError.noManifest(fixture.path("site"))) { try archive(fixture) }
    #expect(try !fixture.names().contains("2026-W47.zip"))
  }

  @Test func `is checked against its manifest, file by file`() throws {
    let fixture = try ArchiveFixture()
    let files = ["a": "1", "b/c": "2", "b/d": "3", "e": "4", "f/g": "5"]
    try publish(files, to: fixture)
    #expect(try verifySite(fixture.path("site")).findings == [])
    #expect(try verifySite(fixture.path("site")).fileCount == 5)
    try fixture.write(Array("9".utf8), to: "site/a")
    try fixture.write(Array("22".utf8), to: "site/b/c")
    try FileManager.default.removeItem(atPath: fixture.path("site/b/d"))
    try replaceByLink("e", fixture)
    try replaceByLink("f", fixture)
    let found = try verifySite(fixture.path("site")).findings
    #expect(found.map(\.path) == ["a", "b/c", "b/d", "e", "f/g"])
    #expect(found.dropFirst().prefix(2).map(\.difference) == [.length(found: 2, listed: 1), .missing])
  }

  @Test func `has pages that are found in the archives by their bytes or by their fingerprint`() throws {
    let fixture = try ArchiveFixture()
    let id = try edition("2026-W47")
    let mark = Fingerprint(inputs: Digest.sha256(Array("\(id)".utf8)), previous: nil, of: id)
    let page = "<p>Score 82, green. <code>\(mark)</code></p>"
    try fixture.archive(id, ["a.html": page, "b/a.html": page])
    try fixture.archive(edition("2026-W46"), ["a.html": "other"])
    let found = try findPage(Array(page.utf8), in: fixture.root)
    #expect(found.places.map { "\($0.id) \($0.path)" } == ["2026-W47 a.html", "2026-W47 b/a.html"])
    let changed = try findPage(Array(page.replacing("82", with: "92").utf8), in: fixture.root)
    #expect(changed.places.isEmpty && changed.claims == [id] && changed.archiveCount == 2)
    let stranger = try findPage(Array("<p>hello</p>".utf8), in: fixture.root)
    #expect(stranger.places.isEmpty && stranger.claims.isEmpty)
    try fixture.write([], to: "2026-W46.zip")
    #expect(try findPage([], in: fixture.root).unreadable == [fixture.path("2026-W46.zip")])
  }

  private func publish(_ files: [String: String], to fixture: borrowing ArchiveFixture) throws {
    let publication = try Publication.open(fixture.path("site"))
    let placed = try files.map { try publication.place(OutputFile(path: $0, bytes: Array($1.utf8))) }
    _ = try publication.finish(placed, record: "")
  }

  private func archive(_ fixture: borrowing ArchiveFixture) throws -> EditionManifest {
    let id = try edition("2026-W47")
    return try ArchiveWriter(folder: fixture.root).archive(site: fixture.path("site")) { files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: "2026-11-16", tool: "vigie test", inputs: Digest.sha256([]), previous: nil, files: files)
    }
  }

  private func replaceByLink(_ name: String, _ fixture: borrowing ArchiveFixture) throws {
    try FileManager.default.moveItem(
      atPath: fixture.path("site/" + name), toPath: fixture.path("moved-" + name))
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path("site/" + name), withDestinationPath: "../moved-" + name)
  }
}
