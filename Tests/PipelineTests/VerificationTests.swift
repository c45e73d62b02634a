import Customer
import Foundation
import Health
import Testing

@testable import Pipeline

@Suite struct VerificationTests {
  private func verify(_ path: String) async throws -> (count: Int, matches: [String], faults: [String]) {
    var (matches, faults): ([String], [String]) = ([], [])
    let verification = Verification(of: path, archiveFolder: nil, today: Starter.asOf) { line in
      switch line {
      case .match(let words): matches.append(words)
      case .fault(let words): faults.append(words)
      }
    }
    let count = try await verification.run()
    return (count, matches, faults)
  }

  @Test func `a snapshot of an edition matches until somebody changes it`() async throws {
    let starter = try Starter()
    _ = try await starter.workspace().publish(to: starter.folder.site)
    let job = try SnapshotJob(
      SnapshotOrder(of: .one("A-001"), for: .internal, edition: "2026-W47"), of: starter.folder)
    #expect(job.editionDay == Starter.asOf)
    var path = ""
    let made = try await starter.workspace().makeSnapshots(job) { event in
      if case .wrote(let file) = event { path = file }
    }
    #expect(made.accounts == 1 && made.written == 1 && made.refused == 0)
    let sound = try await verify(path)
    #expect(sound.count == 0 && sound.faults == [] && sound.matches.count == 2, "\(sound)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("INTERNAL", with: "EXTERNAL").utf8).write(to: URL(filePath: path))
    let altered = try await verify(path)
    #expect(altered.count == 1 && altered.matches == [], "\(altered)")
    #expect(altered.faults.first?.hasPrefix("\(path): error: altered: ") ?? false)
  }

  @Test func `a chain of archives is verified by the folder that they are in`() async throws {
    let starter = try Starter()
    for days in [7, 0] {
      _ = try await starter.workspace(asOf: Starter.asOf - days).publish(to: starter.folder.site)
    }
    let chain = try await verify(starter.folder.archive)
    #expect(chain.count == 0 && chain.faults == [])
    #expect(
      chain.matches.dropLast().last == "\(starter.folder.archive): 2 editions, each following the one that it names")
  }
}
