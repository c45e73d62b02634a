import Archive
import Foundation
import OlderArchives
import Health
import Pipeline
import SQLite
import Testing

@Suite struct LedgerProofTests {
  private func published(_ starter: borrowing Starter, weeks: [Int]) async throws {
    for week in weeks {
      _ = try await starter.workspace(asOf: Starter.asOf - 7 * week).publish(to: starter.folder.site)
    }
  }

  private func change(_ statement: String, in starter: borrowing Starter) throws {
    try Database(starter.folder.path + "/history.sqlite", .writing).execute(statement)
  }

  private func faults(of path: String) async throws -> [String] {
    var faults: [String] = []
    _ = try await Verification(of: path, archiveFolder: nil) { line in
      if case .fault(let words) = line { faults.append(words) }
    }.run()
    return faults
  }

  @Test func `a changed score is named by publish and by verify, with what was published`() async throws {
    let starter = try Starter()
    try await published(starter, weeks: [2, 1])
    #expect(try await faults(of: starter.folder.path).isEmpty)
    try change(
      """
      UPDATE score SET score = score - 1 WHERE edition = 1
        AND account = (SELECT id FROM account WHERE account_id = CAST('A-001' AS BLOB))
      """, in: starter)
    let found = try await faults(of: starter.folder.path)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("history.sqlite does not say what was published of 2026-W45: score of A-001 is ") ?? false,
      "\(found)")
    let refusal = await #expect(throws: Refusal.self) {
      try await starter.workspace().publish(to: starter.folder.site)
    }
    #expect(refusal?.words.contains("does not say what was published of 2026-W45") ?? false)
    #expect(refusal?.words.hasSuffix("; nothing was written") ?? false)
  }

  @Test(arguments: ["missing", "swapped", "damaged"])
  func `an older archive that is not as it was is named by publish`(how: String) async throws {
    let starter = try Starter()
    try await published(starter, weeks: [3, 2, 1])
    let archive = starter.folder.archive
    switch how {
    case "missing": try FileManager.default.removeItem(atPath: "\(archive)/2026-W44.zip")
    case "swapped":
      try FileManager.default.removeItem(atPath: "\(archive)/2026-W44.zip")
      try FileManager.default.copyItem(atPath: "\(archive)/2026-W45.zip", toPath: "\(archive)/2026-W44.zip")
    default:
      var bytes = try #require(FileManager.default.contents(atPath: "\(archive)/2026-W44.zip"))
      bytes[200] ^= 1
      try bytes.write(to: URL(filePath: "\(archive)/2026-W44.zip"))
    }
    let refusal = await #expect(throws: Refusal.self) {
      try await starter.workspace().publish(to: starter.folder.site)
    }
    #expect(refusal?.words.contains("2026-W44.zip") ?? false, "\(String(describing: refusal))")
  }

  @Test func `a withdrawal is held to the record beside the archive`() async throws {
    let starter = try Starter()
    try await published(starter, weeks: [2, 1])
    _ = try starter.folder.withdraw("2026-W46", reason: "A slip.")
    #expect(try await faults(of: starter.folder.path).isEmpty)
    try change("UPDATE withdrawal SET reason = 'Another.'", in: starter)
    #expect(
      try await faults(of: starter.folder.path).first?.contains(
        "says that 2026-W46 was withdrawn (Another.), and ") ?? false)
    try change("DELETE FROM withdrawal", in: starter)
    #expect(try await faults(of: starter.folder.path).first?.contains("says that 2026-W46 stands, and ") ?? false)
  }

  @Test func `editions that seal no rows are held to their pages, and sealed by the next one`() async throws {
    let starter = try Starter()
    try await published(starter, weeks: [3, 2])
    try unseal(starter)
    #expect(try await faults(of: starter.folder.path).isEmpty)
    let ledger = starter.folder.path + "/history.sqlite"
    let before = try #require(FileManager.default.contents(atPath: ledger))
    try change("UPDATE score SET points = points + 1 WHERE edition = 1", in: starter)
    let found = try await faults(of: starter.folder.path)
    #expect(
      found.first?.contains("does not say what was published of 2026-W44: points of A-001 is ") ?? false, "\(found)")
    try before.write(to: URL(filePath: ledger))
    try await published(starter, weeks: [1])
    #expect(try await faults(of: starter.folder.path).isEmpty)
    // On no page, and sealed all the same.
    try change("UPDATE score SET exposure = exposure + 1 WHERE edition = 1", in: starter)
    #expect(
      try await faults(of: starter.folder.path).first?.contains(
        "does not say what was published of 2026-W46 or of an edition before it") ?? false)
  }

  /// Makes archives as an older Vigie did, which seal no rows.
  private func unseal(_ starter: borrowing Starter) throws {
    for (edition, digest) in try writeUnsealed(starter.folder.archive) {
      try change("UPDATE edition SET archive_digest = '\(digest)' WHERE label = '\(edition)'", in: starter)
    }
  }
}
