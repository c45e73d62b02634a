import ChildProcess
import Foundation
import Testing

@testable import Archive

@Suite struct `The same edition gives the same bytes` {
  @Test(arguments: [("Pacific/Kiritimati", "022"), ("America/St_Johns", "077"), ("Europe/Paris", "000")])
  func `in any time zone and whatever rights new files get`(zone: String, mask: String) throws {
    let here = try ArchiveFixture()
    let there = try ArchiveFixture()
    #expect(try Child("archive-once", [here.root, "5", "900"], environment: ["TZ": "UTC"]).finish().status == 0)
    let environment = ["TZ": zone, "LC_ALL": "fr_FR.UTF-8"]
    let child = try Child("archive-once", [there.root, "5", "900", "umask=\(mask)"], environment: environment)
    #expect(child.finish().status == 0)
    #expect(try here.bytes("2026-W47.zip") == there.bytes("2026-W47.zip"))
  }

  @Test func `in whatever order its files come`() throws {
    let fixture = try ArchiveFixture()
    let files = ["b.html": "2", "a/é.html": "3", "a.html": "1"]
    let manifest = try fixture.archive(edition("2026-W47"), files)
    #expect(manifest.files.map(\.path) == ["a.html", "a/é.html", "b.html"])
    #expect(try listed(fixture) == "a.html a/é.html b.html edition.json")
  }

  @Test func `as the first entry of an archive always begins`() throws {
    let fixture = try ArchiveFixture()
    try fixture.archive(edition("2026-W47"), ["a": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
    // Version 2.0, no flags, deflated, midnight of 1980-01-01.
    #expect(try fixture.bytes("2026-W47.zip").prefix(14) == [80, 75, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 33, 0])
  }

  @Test func `of which no more than a page stands in memory`() throws {
    let fixture = try ArchiveFixture()
    let small = try Child("archive-once", [fixture.root, "1", "20000"]).finish()
    try FileManager.default.removeItem(atPath: fixture.path("2026-W47.zip"))
    let large = try Child("archive-once", [fixture.root, "1500", "20000"]).finish()
    let (one, many) = (try #require(Int(small.output.dropLast())), try #require(Int(large.output.dropLast())))
    // The pages are 29 MiB.
    #expect(many - one < 10 * 1024, "\(many - one) KiB more for 1,500 pages than for one")
  }

  private func listed(_ fixture: borrowing ArchiveFixture) throws -> String {
    let file = try openFile(fixture.path("2026-W47.zip"))
    return try ZIPReader(file).entries.map { String(decoding: $0.name, as: UTF8.self) }.joined(separator: " ")
  }
}
