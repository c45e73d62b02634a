import Foundation
import Health
import Pipeline
import SQLite
import Synchronization
import Testing

@Suite struct FailedPublicationTests {
  @Test(arguments: [true, false])
  func `a publication whose last step fails leaves site, archive and ledger as they were`(isFirst: Bool) async throws {
    let starter = try Starter()
    if !isFirst { _ = try await starter.workspace(asOf: Starter.asOf - 7).publish(to: starter.folder.site) }
    let before = try tree(of: starter.folder)
    let site = starter.folder.site
    let aside = starter.folder.path + "-aside"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    // Somebody puts another folder in the place of the site while its pages are made.
    let isReplaced = Mutex(false)
    let reporter = Reporter(
      warning: { _ in },
      stage: { stage in
        guard case .rendering = stage else { return }
        isReplaced.withLock { isReplaced in
          guard !isReplaced else { return }
          isReplaced = true
          try? FileManager.default.moveItem(atPath: site, toPath: aside)
          try? FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
        }
      })
    let refusal = await #expect(throws: (any Error).self) {
      try await starter.workspace(reporter: reporter).publish(to: site)
    }
    #expect(refusal.map { "\($0)" } == "\(site) was replaced by somebody else during the build; build again")
    try FileManager.default.removeItem(atPath: site)
    if !isFirst { try FileManager.default.moveItem(atPath: aside, toPath: site) }
    #expect(try tree(of: starter.folder) == before)

    // The data has changed since, which is another edition than the one that failed.
    try starter.write("A line.\n", to: "data/notes/A-002.md")
    let published = try await starter.workspace().publish(to: site)
    #expect(published.name == "2026-W47" && !published.wasRecorded)
  }

  @Test func `an edition that the ledger cannot take leaves site and archive as they were`() async throws {
    let starter = try Starter()
    _ = try await starter.workspace(asOf: Starter.asOf - 7).publish(to: starter.folder.site)
    let before = try tree(of: starter.folder)
    // Who has the ledger open and reads keeps every writer from its last word.
    let reader = try Database(starter.folder.path + "/history.sqlite", .reading)
    try reader.execute("BEGIN")
    #expect(try reader.first("SELECT count(*) FROM edition") == 1)
    let refusal = await #expect(throws: (any Error).self) {
      try await starter.workspace().publish(to: starter.folder.site)
    }
    #expect(refusal.map { "\($0)" }?.contains("is in use") ?? false, "\(String(describing: refusal))")
    try reader.execute("COMMIT")
    #expect(try tree(of: starter.folder) == before)
    #expect(try await starter.workspace().publish(to: starter.folder.site).name == "2026-W47")
  }

  @Test func `a withdrawal that the ledger cannot take leaves site and archive as they were`() async throws {
    let starter = try Starter()
    _ = try await starter.workspace(asOf: Starter.asOf - 7).publish(to: starter.folder.site)
    _ = try await starter.workspace().publish(to: starter.folder.site)
    let before = try tree(of: starter.folder)
    let reader = try Database(starter.folder.path + "/history.sqlite", .reading)
    try reader.execute("BEGIN")
    #expect(try reader.first("SELECT count(*) FROM edition") == 2)
    #expect(throws: (any Error).self) { try starter.folder.withdraw("2026-W47", reason: "x") }
    try reader.execute("COMMIT")
    #expect(try tree(of: starter.folder) == before)
    #expect(try starter.folder.withdraw("2026-W47", reason: "x").standing == "2026-W46")
    #expect(try tree(of: starter.folder)["archive/2026-W47.withdrawn.json"] != nil)
  }

  /// Every file of a portfolio but the locks, whose records of what did not go live are worthless.
  private func tree(of folder: PortfolioFolder) throws -> [String: Data] {
    var tree: [String: Data] = [:]
    let locks = [".site.vigie", ".history.sqlite.vigie"]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where !locks.contains(path) {
      tree[path] = FileManager.default.contents(atPath: folder.path + "/" + path) ?? Data()
    }
    return tree
  }
}
