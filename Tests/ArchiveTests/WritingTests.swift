import Archive
import ChildProcess
import Files
import Foundation
import Glibc
import Testing

@Suite struct `Writing an archive` {
  private static let unfinished = ".vigie-archive-unfinished"

  @Test func `never replaces one of other bytes`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["index.html": "yellow"])
    let before = try fixture.bytes("2026-W47.zip")
    try fixture.archive(edition("2026-W47"), ["index.html": "yellow"])
    #expect(throws: ArchiveError.taken(fixture.path("2026-W47.zip"))) {
      try fixture.archive(edition("2026-W47"), ["index.html": "green!"])
    }
    #expect(try fixture.bytes("2026-W47.zip") == before)
    #expect(try fixture.names() == ["2026-W47.zip"])
  }

  @Test func `refuses contents that are not the listed ones and leaves nothing`() throws {
    let fixture = try ArchiveFixture()
    let manifest = try fixture.manifest(edition("2026-W47"), ["index.html": "yellow"])
    for text in ["green!", "", "yellow and more"] {
      #expect(throws: ArchiveError.siteChanged("index.html")) {
        try ArchiveWriter(folder: fixture.root).write(manifest) { _ in Array(text.utf8) }
      }
    }
    #expect(try fixture.names() == [])
  }

  @Test(arguments: [[600 << 20], Array(repeating: 500 << 20, count: 9), [.max, .max]])
  func `refuses what is too large before it reads any of it`(sizes: [Int]) throws {
    let fixture = try ArchiveFixture()
    let files = sizes.enumerated().map { number, size in
      EditionManifest.File(path: "\(number)", byteCount: size, sha256: Digest.sha256([]))
    }
    let manifest = try EditionManifest(
      id: edition("2026-W47"), asOf: "2026-11-16", tool: "vigie test", inputs: Digest.sha256([]), previous: nil,
      files: files)
    #expect(throws: ArchiveError.tooLarge(fixture.path("2026-W47.zip"))) {
      try ArchiveWriter(folder: fixture.root).write(manifest) { _ in
        Issue.record("a file was asked for")
        return []
      }
    }
  }

  @Test func `is not led elsewhere by links`() throws {
    let fixture = try ArchiveFixture()
    try fixture.write(Array("mine".utf8), to: "target")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: fixture.path("2026-W47.zip"), withDestinationPath: "target")
    #expect(throws: ArchiveError.self) { try fixture.archive(edition("2026-W47")) }
    try files.createSymbolicLink(atPath: fixture.path(Self.unfinished), withDestinationPath: "target")
    #expect(throws: ArchiveError.reservedNameTaken(fixture.root + "/" + Self.unfinished)) {
      try fixture.archive(edition("2026-W48"))
    }
    #expect(try fixture.bytes("target") == Array("mine".utf8))
    #expect(try fixture.names() == [Self.unfinished, "2026-W47.zip", "target"])
  }

  @Test func `removes what a killed program left and nothing else`() throws {
    let fixture = try ArchiveFixture()
    for left in [[], [0x50, 0x4B], [0x50, 0x4B, 3, 4, 9]] as [[UInt8]] {
      try fixture.write(left, to: Self.unfinished)
      try fixture.archive(edition("2026-W47"))
      #expect(try fixture.names() == ["2026-W47.zip"])
    }
    try fixture.write(Array("Project notes".utf8), to: Self.unfinished)
    #expect(throws: ArchiveError.reservedNameTaken(fixture.root + "/" + Self.unfinished)) {
      try fixture.archive(edition("2026-W48"))
    }
    #expect(try fixture.bytes(Self.unfinished) == Array("Project notes".utf8))
  }

  @Test func `waits for nobody and says who is busy`() throws {
    let fixture = try ArchiveFixture()
    let folder = open(fixture.root, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    try #require(flock(folder, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: ArchiveError.busy(fixture.root)) { try fixture.archive(edition("2026-W47")) }
  }

  @Test func `killed at any moment leaves no half archive`() throws {
    let fixture = try ArchiveFixture()
    let arguments = [fixture.root, "200", "20000"]
    let kills = try Child.kills(of: "archive-once", rounds: 40) { _ in
      arguments
    } look: { round in
      guard try fixture.names().contains("2026-W47.zip") else { return }
      #expect(try fixture.findings("2026-W47.zip") == [], "round \(round)")
      try FileManager.default.removeItem(atPath: fixture.path("2026-W47.zip"))
    }
    #expect(kills >= 10)
    #expect(try Child("archive-once", arguments).finish().status == 0)
    #expect(try fixture.names() == ["2026-W47.zip"])
    #expect(try fixture.findings("2026-W47.zip") == [])
  }
}
