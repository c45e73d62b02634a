import Files
import Foundation
import Testing

@testable import Archive

@Suite struct `One changed byte` {
  @Test(arguments: [0x01, 0x80, 0xFF] as [UInt8])
  func `anywhere in an archive is found`(mask: UInt8) throws {
    let fixture = try ArchiveFixture()
    let text = String(repeating: "<p>Good morning, this is the page.</p>\n", count: 20)
    try fixture.archive(edition("2026-W47"), ["index.html": text, "accounts/é.html": "short"])
    var bytes = try fixture.bytes("2026-W47.zip")
    try #require(try fixture.findings("2026-W47.zip") == [])
    for offset in bytes.indices {
      bytes[offset] ^= mask
      try fixture.write(bytes, to: "2026-W47.zip")
      bytes[offset] ^= mask
      #expect(try !fixture.findings("2026-W47.zip").isEmpty, "offset \(offset)")
    }
  }

  @Test func `of a page is found and the page named`() throws {
    let fixture = try ArchiveFixture()
    let id = try edition("2026-W47")
    let manifest = try fixture.manifest(id, ["index.html": "green", "other.html": "x"])
    try forge(manifest, ["index.html": "greed", "other.html": "x"], in: fixture)
    let (found, listed) = (Digest.sha256(Array("greed".utf8)), Digest.sha256(Array("green".utf8)))
    #expect(
      try fixture.findings("2026-W47.zip") == [
        "index.html: its 5 bytes are as many as listed, but not the same: SHA-256 is \(found), listed is \(listed)"
      ])
  }

  @Test func `of a header or the comment is found and its place named`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["index.html": "green"])
    var bytes = try fixture.bytes("2026-W47.zip")
    // The creator field of the last directory entry, which no reader uses; then the last digit of the seal.
    let directory = try #require(bytes.lastIndex(where: { $0 == 0x50 }).map { _ in bytes.count - 121 - 22 - 56 })
    bytes[directory + 5] ^= 1
    try fixture.write(bytes, to: "2026-W47.zip")
    #expect(
      try fixture.findings("2026-W47.zip") == [
        "index.html: every file is as listed, but byte \(grouped(directory + 6)) of the archive was changed: "
          + "it lies in the directory entry"
      ])
    bytes[directory + 5] ^= 1
    bytes[bytes.count - 1] ^= 1
    try fixture.write(bytes, to: "2026-W47.zip")
    #expect(
      try fixture.findings("2026-W47.zip") == [
        "every file is as listed, but byte \(bytes.count) of the archive was changed: it lies in the closing comment"
      ])
  }

  @Test func `more or fewer at the end is found`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"))
    let bytes = try fixture.bytes("2026-W47.zip")
    for changed in [bytes + [0], bytes.dropLast(), [0] + bytes] {
      try fixture.write(changed, to: "2026-W47.zip")
      #expect(try !fixture.findings("2026-W47.zip").isEmpty)
    }
  }

  /// Writes an archive whose contents differ from its edition's, with everything around them correct.
  private func forge(
    _ manifest: EditionManifest, _ files: [String: String], in fixture: borrowing ArchiveFixture
  ) throws {
    try forgeArchive(manifest.bytes, files, at: fixture.path(manifest.id.archiveName))
  }
}
