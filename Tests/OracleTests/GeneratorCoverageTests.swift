import Foundation
import Testing

@testable import Oracle

/// Counts what a report shows, so that a test can say which features a run of seeds never showed.
struct Sightings {
  private(set) var counts: [String: Int] = [:]

  mutating func see(_ feature: String, _ isSeen: Bool = true) {
    if isSeen { counts[feature, default: 0] += 1 }
  }

  mutating func look(at report: [String: Any]) {
    guard let portfolio = report["portfolio"] as? [String: Any],
      let lists = report["lists"] as? [String: [[String: Any]]],
      let accounts = report["accounts"] as? [[String: Any]],
      let backtest = report["backtest"] as? [String: [String: Any]]
    else { return }
    see("shift", portfolio["shift"] is [String: Any])
    if let rows = portfolio["rows"] as? [String: Int] {
      see("refused", rows["refused"] ?? 0 > 0)
      see("cells refused", rows["cells_refused"] ?? 0 > 0)
    }
    see("arr unknown", portfolio["arr_unknown"] as? Int ?? 0 > 0)
    see("no arr at all", portfolio["arr"] is NSNull)
    if let lapsed = portfolio["lapsed"] as? [String: Any] {
      see("lapsed", lapsed["accounts"] as? Int ?? 0 > 0)
      see("lapsed arr null", lapsed["arr"] is NSNull)
    }
    if let retention = portfolio["retention"] as? [String: Any] {
      for (name, value) in retention { see("retention \(name)", !(value is NSNull)) }
      see("unavoidable", retention["unavoidable_arr"] as? Double ?? 0 > 0)
    }
    see("forecast without outcomes", report["forecast"] is NSNull)
    for quarter in report["forecast"] as? [[String: Any]] ?? [] {
      see("forecast")
      see("forecast of nothing known", quarter["arr"] is NSNull)
      see("forecast of something", quarter["low"] as? Double ?? 0 > 0)
    }
    for (list, items) in lists {
      for item in items {
        see("list \(list)")
        see("item \(item["state"] ?? "")")
        see("overdue \(item["state"] ?? "")", item["overdue"] as? Bool == true)
        see("weeks 52", item["weeks"] as? Int == 52)
      }
    }
    for account in accounts { look(atAccount: account) }
    for (horizon, figures) in backtest {
      for (name, value) in figures { see("backtest \(name)", !(value is NSNull)) }
      see("horizon \(horizon)", figures["n"] as? Int ?? 0 > 0)
      see("left out", !(figures["left_out"] as? [String] ?? []).isEmpty)
      for (band, rates) in figures["bands"] as? [String: [String: Any]] ?? [:] {
        see("backtest band \(band)", rates["churned"] as? Int ?? 0 > 0)
      }
      for (flag, rates) in figures["human"] as? [String: [String: Any]] ?? [:] {
        see("human \(flag)", rates["churned"] as? Int ?? 0 > 0)
      }
    }
  }

  private mutating func look(atAccount account: [String: Any]) {
    see("band \(account["band"] ?? "")")
    see("direction \(account["direction"] ?? "")")
    see("model \(account["model"] ?? "")")
    see("cap binds", account["cap"] is [String: Any])
    see("exact null", account["exact"] is NSNull)
    see("exposure null", account["exposure"] is NSNull)
    see("score exactly 70", account["score"] as? Int == 70)
    see("score exactly 40", account["score"] as? Int == 40)
    if let sentiment = account["sentiment"] as? [String: Any] { see("sentiment \(sentiment["status"] ?? "")") }
    for change in ["change_1w", "change_4w", "change_13w"] {
      for size in [-10, -15, -5, 5] { see("\(change) exactly \(size)", account[change] as? Int == size) }
    }
    for dimension in account["dimensions"] as? [[String: Any]] ?? [] {
      see("dimension left out", dimension["score"] is NSNull)
      for measure in dimension["measures"] as? [[String: Any]] ?? [] {
        see("state \(measure["state"] ?? "")")
        see("measure \(measure["id"] ?? "") \(measure["state"] ?? "")")
        see("measure left out", measure["counted"] is NSNull)
        see("own measure", measure["id"] as? String == "own_measure")
        guard measure["id"] as? String == "rhythm", let value = measure["value"] as? Double else { continue }
        see("rhythm -100", value == -100)
        see("rhythm falling", value > -100 && value < 0)
        see("rhythm rising", value > 0)
      }
    }
  }

  mutating func look(at scoring: Scoring) {
    for model in [scoring.base] + scoring.overriding {
      see("models \(model.id.text)")
      for measure in model.measures where measure.weight > 0 {
        see("read \(measure.read)")
        see("when_absent \(measure.whenAbsent)")
        see("per", measure.per != nil)
      }
      see("weight 0", model.measures.contains { $0.weight == 0 })
      see("ghost dimension", model.dimensions.contains { $0.id == "ghost" })
      for cap in model.caps {
        see("cap above", cap.above != nil)
        see("cap below", cap.below != nil)
        see("cap on weight 0", model.measures.contains { $0.key == cap.measure && $0.weight == 0 })
      }
    }
  }
}

@Suite struct `The random portfolio` {
  static let seeds = ProcessInfo.processInfo.environment["ORACLE_SEEDS"].flatMap { UInt64($0) } ?? 200

  private func withFolder(_ use: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try use(folder)
  }

  @Test func `exercises every feature over its seeds`() throws {
    var sightings = Sightings()
    for seed in 0..<Self.seeds {
      try withFolder { folder in
        let portfolio = RandomPortfolio(seed: seed)
        try portfolio.write(to: folder)
        let settings = try Settings(folder: folder)
        let world = try World(
          portfolio: Portfolio(folder: folder, settings: settings), scoring: Scoring(folder: folder),
          settings: settings, asOf: day(portfolio.asOf))
        let report = world.report()
        #expect(JSONSerialization.isValidJSONObject(report))
        sightings.look(at: portfolio.files)
        sightings.look(at: world)
        sightings.look(at: report)
        sightings.look(at: world.scoring)
        sightings.see("no tickets", portfolio.files["data/tickets.csv"] == nil)
      }
    }
    if ProcessInfo.processInfo.environment["ORACLE_COUNTS"] != nil {
      for (feature, count) in sightings.counts.sorted(by: { $0.key < $1.key }) { print(feature, count) }
    }
    for feature in Self.wanted where sightings.counts[feature] == nil {
      Issue.record("no seed shows: \(feature)")
    }
  }
}
