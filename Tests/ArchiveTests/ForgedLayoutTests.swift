import Testing

@testable import Archive

/// Archives with the right contents and a right seal, and something hidden in the ZIP around them.
@Suite struct `An archive sealed by a forger` {
  @Test func `is untouched when nothing was changed`() throws {
    #expect(try findings { $0 } == [])
  }

  @Test func `is found to name a file otherwise in its header than in the directory`() throws {
    let found = try findings { bytes in
      var bytes = bytes
      bytes[30] ^= 1
      return bytes
    }
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("it is no ZIP that can be read") })
  }

  @Test func `is found to hide bytes before its directory`() throws {
    let found = try findings { bytes in
      var bytes = bytes
      let directory = try #require(firstPlace(of: [0x50, 0x4B, 1, 2], in: bytes))
      let end = bytes.count - ZIPLayout.sealCount - 22
      bytes[end + 16] += 3
      bytes.insert(contentsOf: [7, 7, 7], at: directory)
      return bytes
    }
    #expect(found.count == 1 && found.allSatisfy { $0.contains("its entries account for") })
  }

  @Test func `is found to have its files out of order`() throws {
    let fixture = try ArchiveFixture()
    let own = try fixture.manifest(edition("2026-W47"), ["a": "1"]).bytes
    let files = [("edition.json", own), ("a", Array("1".utf8))]
    try forgeArchive(
      files.map { name, bytes in ZIPEntry(name: Array(name.utf8), byteCount: bytes.count) { bytes } },
      at: fixture.path("2026-W47.zip"))
    #expect(try fixture.findings("2026-W47.zip") == ["a: it is out of order"])
  }

  @Test func `is found to pack or encrypt in another way`() throws {
    let found = try findings { bytes in
      var bytes = bytes
      let directory = try #require(firstPlace(of: [0x50, 0x4B, 1, 2], in: bytes))
      // Bzip2 in place of deflate.
      (bytes[8], bytes[directory + 10]) = (12, 12)
      return bytes
    }
    #expect(found == ["a.html: it is encrypted or packed in a way that Vigie never uses"])
  }

  private func findings(after change: ([UInt8]) throws -> [UInt8]) throws -> [String] {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["a.html": String(repeating: "a", count: 90)])
    try fixture.write(resealed(change(fixture.bytes("2026-W47.zip"))), to: "2026-W47.zip")
    return try fixture.findings("2026-W47.zip")
  }
}
