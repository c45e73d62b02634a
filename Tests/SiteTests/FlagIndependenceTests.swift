import Foundation
import Health
import Testing

/// The first promise: the flag never touches the score.
@Suite struct FlagIndependenceTests {
  @Test func `turning every flag changes no score, band or interval`() async throws {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let example = ExampleSite.repository.appending(path: "examples/portfolio")
    let turned = FileManager.default.temporaryDirectory.appending(path: "vigie-flags-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: turned) }
    try FileManager.default.copyItem(at: example, to: turned)
    let table = turned.appending(path: "data/sentiment.csv")
    let flags = try String(contentsOf: table, encoding: .utf8)
    let turnedFlags = flags.replacing(",green,", with: ",@,").replacing(",red,", with: ",green,")
      .replacing(",yellow,", with: ",red,").replacing(",@,", with: ",yellow,")
    try Data(turnedFlags.utf8).write(to: table)

    let before = try await accounts(of: example, asOf: asOf)
    let after = try await accounts(of: turned, asOf: asOf)
    #expect(before.count > 30)
    #expect(before.keys == after.keys)
    var moved = 0
    let byHuman: Set = ["sentiment", "points", "exposure"]
    for (id, own) in before {
      let other = try #require(after[id])
      if own["sentiment"] as? NSDictionary != other["sentiment"] as? NSDictionary { moved += 1 }
      let kept = own.filter { !byHuman.contains($0.key) }
      let keptAfter = other.filter { !byHuman.contains($0.key) }
      #expect(kept.keys.contains("score") && kept.keys.contains("low") && kept.keys.contains("dimensions"))
      #expect(kept as NSDictionary == keptAfter as NSDictionary, "\(id)")
    }
    // The flags did change.
    #expect(moved > 30)
  }

  private func accounts(of folder: URL, asOf: Day) async throws -> [String: [String: Any]] {
    let files = try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
    let report = try JSONSerialization.jsonObject(with: Data(try #require(files["report.json"])))
    let accounts = try #require((report as? [String: Any])?["accounts"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: accounts.compactMap { account in
        (account["id"] as? String).map { ($0, account) }
      })
  }
}
