import Foundation
import Health
import Languages
import Ledger
import Oracle
import Pipeline
import Portfolio
import Review
import Testing

/// The guards that hold on random portfolios after an export in which data may have gone missing.
@Suite struct GuardOracleTests {
  private final class Pair {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-guards-\(UUID().uuidString)")
    let asOf: Day
    var edition: Day { asOf - 7 }
    let today: Day
    var before: URL { folder.appending(path: "before") }
    var after: URL { folder.appending(path: "after") }

    init(seed: UInt64) throws {
      let random = RandomPortfolio(seed: seed)
      asOf = try #require(Day(iso: random.asOf))
      today = asOf - (seed % 5 == 0 ? 1 : 0)
      try random.write(to: before)
      try random.laterExport(seed: seed).write(to: after)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// By the independent computation; nil where it cannot read one of the two.
    func expected() throws -> [String: Any] {
      try oracleGuards(
        published: before, edition: edition.description, portfolio: after, asOf: asOf.description,
        today: today.description)
    }

    /// By the program.
    func held() async throws -> [HeldGuard] {
      let ledger = try Ledger.open(before.appending(path: Ledger.fileName).path)
      let published = try PortfolioFolder(before.path).read(asOf: edition)
      _ = try ledger.record(
        await published.review(), revise: nil, tool: "test", currency: "EUR", modelText: "", fingerprint: "",
        digest: "", inputs: [], arrivals: Arrivals(published.evidence, published.judgement, published.quality)
      ) { _ in "" }
      let portfolio = try PortfolioFolder(after.path).read(asOf: asOf)
      let newest = try ledger.newestRecord(
        upTo: asOf, except: nil, accounts: portfolio.evidence.accounts, aliases: portfolio.settings.aliases
      ) { _ in nil }
      return GuardCheck(
        portfolio.scorer, judgement: portfolio.judgement, quality: portfolio.quality, rules: portfolio.settings.guards,
        newest: newest, today: today
      ).held
    }
  }

  @Test(arguments: ReportTests.seeds)
  func `what they name equals the independent computation`(seed: UInt64) async throws {
    let pair = try Pair(seed: seed)
    let expected: [String: Any]
    do { expected = try pair.expected() } catch {
      // Where the independent computation cannot read the export, the program cannot either.
      await #expect(throws: (any Error).self, "seed \(seed): \(error)") { try await pair.held() }
      return
    }
    let held = try await pair.held()
    let differences = Oracle.differences(
      expected, Dictionary(uniqueKeysWithValues: held.map { ($0.kind.rawValue, Self.facts(of: $0)) }), tolerance: 1e-6)
    #expect(differences.isEmpty, "seed \(seed): \(differences.joined(separator: "\n"))")
  }

  @Test func `each guard holds on some of the random portfolios, and on some it does not`() throws {
    let held = ReportTests.seeds.compactMap { seed in try? Set(Pair(seed: seed).expected().keys) }
    #expect(held.count > ReportTests.seeds.count / 2)
    for kind in Guard.allCases {
      let count = held.count { $0.contains(kind.rawValue) }
      #expect(count > 0 && count < held.count, "\(kind.rawValue): \(count) of \(held.count)")
    }
  }

  /// What a guard names, in the shape of the independent computation.
  private static func facts(of held: HeldGuard) -> Any {
    func orNull(_ value: Any?) -> Any { value ?? NSNull() }
    return switch held {
    case .noAccounts(let active, _): active
    case .accountRefused(let rows, let all, _): [rows, all]
    case .rowsRefused(let refusals):
      Dictionary(
        uniqueKeysWithValues: refusals.map { one in
          (one.table.rawValue + (one.column.map { ".\($0)" } ?? ""), [one.refused, one.of])
        })
    case .vanished(let missing, _):
      missing.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map { [$0.id, orNull($0.arr)] as [Any] }
    case .cutOff(let places):
      places.map { place in String(place.prefix { $0 != ":" }).replacing("data/", with: "").replacing(".csv", with: "")
      }
      .sorted()
    case .feedWentBack(let ends, _):
      Dictionary(
        uniqueKeysWithValues: ends.map { end in
          let name: String =
            switch end.feed {
            case .table(let table): table.rawValue
            case .measure(let measure): "measure \(measure)"
            }
          return (name, [orNull(end.then?.description), orNull(end.now?.description)])
        })
    case .arrJump(let arr, let unexplained, _, _): [arr, unexplained]
    case .future(let today): today.description
    }
  }
}
