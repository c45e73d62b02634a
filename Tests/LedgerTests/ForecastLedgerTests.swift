import EvidenceFixture
import Foundation
import Health
import Ledger
import Review
import Testing

/// What the ledger keeps of what renewals were expected to bring.
@Suite final class ForecastLedgerTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-forecast-\(UUID().uuidString)")
  private var file: String { folder.appending(path: Ledger.fileName).path }
  /// 28 September 2026, 94 days before the end of the fourth quarter.
  private let published = Day(number: 20_724)

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Ten that left, ten that stayed, and three renewals: two of the fourth quarter, one of them of unknown revenue,
  /// and one after.
  private var world: World {
    var world = World((0..<23).map { "a\($0 + 100)" })
    for account in 0..<20 {
      world.outcomes.append((account, Outcome(date: published - 400, kind: account < 10 ? .churned : .renewed)))
    }
    world.account(20, arr: 700, renewsOn: published + 60)
    world.account(21, renewsOn: published + 90)
    world.account(22, arr: 300, renewsOn: published + 150)
    return world
  }

  private func record(asOf: Day, digest: String, revise: String? = nil) async throws -> Review {
    let model = Model(MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity))
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: 23), risks: RowsByAccount(accounts: 23), reviews: RowsByAccount(accounts: 23))
    let review = await Review(world.scorer(model, asOf: asOf), judgement: judgement, rules: Review.Rules())
    try Ledger.open(file).record(
      review, revise: revise, tool: "test", currency: "EUR", modelText: "m", fingerprint: digest, digest: digest,
      inputs: []
    ) { _ in "archive" }
    return review
  }

  private func forecasts(upTo asOf: Day) throws -> [PublishedForecast] {
    let ledger = try #require(try Ledger.read(file))
    var known = world
    known.accounts.removeLast()
    return try ledger.history(of: known.evidence(asOf: asOf), aliases: [:], models: { _ in nil }).forecasts
  }

  @Test func `what an edition expected is read back, with the renewals once the quarter is over`() async throws {
    let said = try #require(try await record(asOf: published, digest: "one").forecast)
    let before = try forecasts(upTo: published + 94)
    #expect(before.map(\.quarter.description) == ["2026-Q3", "2026-Q4"])
    #expect(before.map(\.expectation) == said.quarters.map(\.expectation))
    #expect(before.allSatisfy { $0.renewals.isEmpty })
    let after = try forecasts(upTo: published + 95)
    #expect(
      after.last?.renewals == [.init(account: 20, arr: 700), .init(account: 21, arr: nil)], "\(after)")
  }

  @Test func `of one week the last revision counts`() async throws {
    _ = try await record(asOf: published, digest: "one")
    _ = try await record(asOf: published + 1, digest: "two", revise: "late row")
    #expect(try forecasts(upTo: published + 95).map(\.asOf) == [published + 1, published + 1])
  }
}
