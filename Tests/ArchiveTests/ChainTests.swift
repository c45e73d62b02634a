import Archive
import Foundation
import Testing

@Suite struct `A chain of archives` {
  @Test func `in which each edition follows the one published before is whole`() throws {
    let fixture = try ArchiveFixture()
    try publish(fixture)
    let chain = try verifyChain(fixture.root)
    #expect(chain.findings.isEmpty)
    #expect(chain.archives.allSatisfy { $0.findings.isEmpty })
    #expect(chain.archives.compactMap { $0.manifest?.id.description } == ["2026-W46", "2026-W47", "2026-W47-r1"])
  }

  @Test func `may fill in an earlier week later`() throws {
    let fixture = try ArchiveFixture()
    let late = try fixture.archive(edition("2026-W47"))
    try fixture.archive(edition("2026-W40"), after: late)
    #expect(try verifyChain(fixture.root).findings.isEmpty)
  }

  @Test func `with an edition taken out names the one that misses it`() throws {
    let fixture = try ArchiveFixture()
    try publish(fixture)
    try FileManager.default.removeItem(atPath: fixture.path("2026-W46.zip"))
    let id = try edition("2026-W46")
    #expect(try differences(fixture) == ["2026-W47.zip": [.predecessorMissing(id)]])
  }

  @Test func `with a revision taken out names it too`() throws {
    let fixture = try ArchiveFixture()
    try publish(fixture)
    try FileManager.default.removeItem(atPath: fixture.path("2026-W47.zip"))
    let id = try edition("2026-W47")
    #expect(try differences(fixture) == ["2026-W47-r1.zip": [.predecessorMissing(id), .revisionMissing(id)]])
  }

  @Test func `with an edition made anew names the one that followed it`() throws {
    let fixture = try ArchiveFixture()
    let first = try publish(fixture)
    try FileManager.default.removeItem(atPath: fixture.path("2026-W46.zip"))
    let forged = try fixture.archive(edition("2026-W46"), ["index.html": "All is green."])
    let id = try edition("2026-W46")
    #expect(
      try differences(fixture) == [
        "2026-W47.zip": [.predecessorChanged(id, found: forged.digest, recorded: first.digest)]
      ])
  }

  @Test func `with a fork or two beginnings names both ends`() throws {
    let fixture = try ArchiveFixture()
    let first = try publish(fixture)
    try fixture.archive(edition("2026-W48"), after: first)
    try fixture.archive(edition("2026-W49"))
    let (w46, w47) = (try edition("2026-W46"), try edition("2026-W47"))
    #expect(
      try differences(fixture) == [
        "2026-W48.zip": [.fork(w46, other: w47)], "2026-W49.zip": [.secondBeginning(w46)],
      ])
  }

  @Test func `with a damaged edition names it and the one that needs it`() throws {
    let fixture = try ArchiveFixture()
    try publish(fixture)
    try fixture.write(Array("no ZIP".utf8), to: "2026-W46.zip")
    try fixture.write([], to: "2026-W99.zip")
    let chain = try verifyChain(fixture.root)
    #expect(chain.archives.first?.manifest == nil && chain.archives.first?.findings.count == 1)
    let id = try edition("2026-W46")
    #expect(
      try differences(fixture) == ["2026-W99.zip": [.notAnArchiveName], "2026-W47.zip": [.predecessorMissing(id)]])
  }

  @discardableResult
  private func publish(_ fixture: borrowing ArchiveFixture) throws -> EditionManifest {
    let first = try fixture.archive(edition("2026-W46"), ["index.html": "yellow"])
    let second = try fixture.archive(edition("2026-W47"), after: first)
    try fixture.archive(edition("2026-W47", revision: 1), after: second)
    return first
  }

  private func differences(_ fixture: borrowing ArchiveFixture) throws -> [String: Set<ArchiveFinding.Difference>] {
    var differences: [String: Set<ArchiveFinding.Difference>] = [:]
    for finding in try verifyChain(fixture.root).findings {
      let name = finding.archive.split(separator: "/").last.map(String.init) ?? ""
      differences[name, default: []].insert(finding.difference)
    }
    return differences
  }
}
