import Foundation
import Testing

@testable import Archive

@Suite struct `A hostile archive` {
  @Test(arguments: ["../evil.html", "/etc/evil", "a/../../evil", "a\\evil", "a//b", "new\nline", "Manifest.JSON"])
  func `is refused for a name that leads elsewhere`(name: String) throws {
    let fixture = try ArchiveFixture()
    let manifest = try fixture.manifest(edition("2026-W47"), [:])
    try forgeArchive(manifest.bytes, [name: "x"], at: fixture.path("2026-W47.zip"))
    #expect(
      try verifyArchive(fixture.path("2026-W47.zip")).findings.map(\.difference) == [.unsafeName])
  }

  @Test func `is refused for a name that is no UTF-8`() throws {
    let fixture = try ArchiveFixture()
    let own = try fixture.manifest(edition("2026-W47"), [:]).bytes
    try forgeArchive(
      [
        ZIPEntry(name: Array("a.html".utf8), byteCount: 1) { [1] },
        ZIPEntry(name: Array("edition.json".utf8), byteCount: own.count) { own },
      ], at: fixture.path("2026-W47.zip"))
    let bytes = try replace("a.html", with: [0x61, 0x2E, 0xFF, 0x74, 0x6D, 0x6C], in: fixture)
    try fixture.write(bytes, to: "2026-W47.zip")
    #expect(try fixture.findings("2026-W47.zip").allSatisfy { $0.contains("not UTF-8") || $0.contains("no ZIP") })
    #expect(try !fixture.findings("2026-W47.zip").isEmpty)
  }

  @Test func `is refused for a name that stands twice`() throws {
    let fixture = try ArchiveFixture()
    try forgeArchive(
      fixture.manifest(edition("2026-W47"), [:]).bytes, ["a.html": "1", "b.html": "2"],
      at: fixture.path("2026-W47.zip"))
    try fixture.write(try replace("b.html", with: Array("a.html".utf8), in: fixture), to: "2026-W47.zip")
    #expect(try !fixture.findings("2026-W47.zip").isEmpty)
    #expect(try fixture.findings("2026-W47.zip").allSatisfy { !$0.contains("not listed") })
  }

  @Test func `is found to have a file too many or too few`() throws {
    let fixture = try ArchiveFixture()
    let manifest = try fixture.manifest(edition("2026-W47"), ["a.html": "1", "b.html": "2"])
    try forgeArchive(manifest.bytes, ["a.html": "1", "c.html": "3"], at: fixture.path("2026-W47.zip"))
    #expect(
      try fixture.findings("2026-W47.zip") == [
        "b.html: it is listed and not there", "c.html: it is not listed in the edition; it was added",
      ])
  }

  @Test func `is refused without an edition, and with a broken one`() throws {
    let fixture = try ArchiveFixture()
    try forgeArchive(
      [ZIPEntry(name: Array("a.html".utf8), byteCount: 1) { [1] }], at: fixture.path("2026-W47.zip"))
    #expect(try fixture.findings("2026-W47.zip") == ["edition.json: it is listed and not there"])
    try forgeArchive(Array("{}".utf8), [:], at: fixture.path("2026-W47.zip"))
    #expect(try fixture.findings("2026-W47.zip") == ["edition.json: it is not an edition that Vigie wrote"])
  }

  @Test func `is refused under the name of another edition`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"))
    try FileManager.default.moveItem(atPath: fixture.path("2026-W47.zip"), toPath: fixture.path("2026-W48.zip"))
    #expect(
      try fixture.findings("2026-W48.zip") == [
        "it holds the edition 2026-W47, whose archive is called 2026-W47.zip"
      ])
  }

  @Test func `that announces gigabytes is refused before they are unpacked`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["a.html": "1"])
    var bytes = try fixture.bytes("2026-W47.zip")
    // The length of the contents of the first file, in its header and in the directory.
    let directory = try #require(firstPlace(of: [0x50, 0x4B, 1, 2], in: bytes))
    for place in [22, directory + 24] { bytes.replaceSubrange(place..<place + 4, with: [0, 0, 0, 0x60]) }
    try fixture.write(bytes, to: "2026-W47.zip")
    #expect(
      try verifyArchive(fixture.path("2026-W47.zip")).findings.map(\.difference) == [
        .tooLarge(0x6000_0000, limit: ZIPLayout.mostBytesOfFile)
      ])
  }

  @Test func `with a file that goes on after its announced length is refused`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["a.html": String(repeating: "a", count: 5_000)])
    var bytes = try fixture.bytes("2026-W47.zip")
    let directory = try #require(firstPlace(of: [0x50, 0x4B, 1, 2], in: bytes))
    for place in [22, directory + 24] { bytes.replaceSubrange(place..<place + 4, with: [9, 0, 0, 0]) }
    try fixture.write(bytes, to: "2026-W47.zip")
    #expect(try fixture.findings("2026-W47.zip").first?.hasPrefix("a.html: it cannot be unpacked") == true)
  }

  @Test func `is not looked for behind a link or in a folder`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"))
    let link = fixture.path("link.zip")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "2026-W47.zip")
    #expect(throws: ArchiveError.notAFile(link)) { try verifyArchive(link) }
    #expect(throws: ArchiveError.notAFile(fixture.path("."))) { try verifyArchive(fixture.path(".")) }
  }

  private func replace(_ name: String, with other: [UInt8], in fixture: borrowing ArchiveFixture) throws -> [UInt8] {
    var bytes = try fixture.bytes("2026-W47.zip")
    var count = 0
    while let place = firstPlace(of: Array(name.utf8), in: bytes) {
      bytes.replaceSubrange(place..<place + other.count, with: other)
      count += 1
    }
    #expect(count == 2)
    return bytes
  }
}
