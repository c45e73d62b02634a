public import Foundation
import SeededRandom

/// What came of checking the law of calm on one portfolio.
public struct CalmFindings: Sendable {
  /// What got better by something going missing, against the law.
  public internal(set) var breaches: [String] = []
  /// How often each part of the law was compared, by its name, and each kind of removal.
  public internal(set) var checks: [String: Int] = [:]
  /// How often each exception was needed, by its reason.
  public internal(set) var exceptions: [String: Int] = [:]

  /// Adds what came of another portfolio.
  public static func += (a: inout CalmFindings, b: CalmFindings) {
    a.breaches += b.breaches
    a.checks.merge(b.checks, uniquingKeysWith: +)
    a.exceptions.merge(b.exceptions, uniquingKeysWith: +)
  }

  /// Nothing yet.
  public init() {}

  mutating func check(_ name: String) { checks[name, default: 0] += 1 }
  mutating func except(_ reason: String) { exceptions[reason, default: 0] += 1 }
}

/// Holds the reports on several random portfolios to the law, side by side, each in a folder of its own.
public func checkCalm(
  seeds: Range<UInt64>, report: @escaping @Sendable (URL, String) async throws -> [String: Any]
) async throws -> CalmFindings {
  try await withThrowingTaskGroup(of: CalmFindings.self) { group in
    for seed in seeds {
      group.addTask {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("calm-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await checkCalm(seed: seed, folder: folder, report: report)
      }
    }
    return try await group.reduce(into: CalmFindings()) { $0 += $1 }
  }
}

/// Silence, a refused cell, a removed row or a removed file never lifts a score, a band or retention, nor lowers the
/// ARR at risk: takes each in turn from a random portfolio and compares the reports.
///
/// - Parameter report: makes `report.json` of a folder and a day; by the program or by this independent computation.
public func checkCalm(
  seed: UInt64, folder: URL, report: (URL, String) async throws -> [String: Any]
) async throws -> CalmFindings {
  let portfolio = RandomPortfolio(seed: seed)
  var random = SplitMix64(seed: seed &+ 1_000_003)
  // Written plainly, so that before and after differ in nothing but what is removed.
  let tables = Tables(portfolio.files)
  let settings = portfolio.files.filter { !$0.key.hasPrefix("data/") }
  func made(_ tables: Tables, asOf: String) async throws -> (CalmReport, Portfolio) {
    try? FileManager.default.removeItem(at: folder)
    try RandomPortfolio(asOf: asOf, files: settings.merging(tables.files) { $1 }).write(to: folder)
    let found = CalmReport(try await report(folder, asOf))
    return (found, try Portfolio(folder: folder, settings: Settings(folder: folder)))
  }

  let (before, facts) = try await made(tables, asOf: portfolio.asOf)
  let scoring = try Scoring(folder: folder)
  guard let asOf = Day(iso: portfolio.asOf) else { throw OracleError("no day") }
  var law = CalmLaw(scoring: scoring, facts: facts, before: before, tables: tables, asOf: asOf)
  for removal in Removal.sample(of: tables, with: &random) {
    let (after, rest) = try await made(tables.without(removal), asOf: portfolio.asOf)
    law.compare(with: after, without: removal, rest: rest)
  }

  let past = tables.upTo(asOf)
  let (then, known) = try await made(past, asOf: portfolio.asOf)
  var silence = CalmLaw(scoring: scoring, facts: known, before: then, tables: past, asOf: asOf)
  for days in [15, 36] {
    silence.compare(after: days, with: try await made(past, asOf: (asOf + days).iso).0)
  }
  law.findings += silence.findings
  law.findings.breaches = law.findings.breaches.map { "seed \(seed): \($0)" }
  return law.findings
}

/// One report and what may be better in another one.
struct CalmLaw {
  let scoring: Scoring
  let facts: Portfolio
  let before: CalmReport
  let tables: Tables
  let asOf: Day
  var findings = CalmFindings()

  mutating func compare(with after: CalmReport, without removal: Removal, rest: Portfolio) {
    findings.check(removal.kind)
    let touched = account(of: removal)
    // ARR of accounts that an exception takes out of the ARR at risk.
    var excused = 0.0
    for (id, old) in before.accounts {
      let isOwn = touched == id
      guard let new = after.accounts[id] else {
        if let reason = mayLeave(removal, isOwn: isOwn) {
          findings.except(reason)
          excused += old.arr ?? 0
        } else {
          findings.breaches.append("\(removal): \(id.text) is gone")
        }
        continue
      }
      if let reason = riskExcuse(removal, old, isOwn: isOwn) {
        findings.except(reason)
        excused += old.arr ?? 0
      }
      guard new.model == old.model else {
        if removal.table == "accounts", isOwn {
          findings.except("a cell that decides the segment: another model scores the account")
          excused += old.arr ?? 0
        } else {
          findings.breaches.append("\(removal): another model scores \(id.text)")
        }
        continue
      }
      let rules = self
      let isExcused = compareScore(of: id, old, new, "\(removal)") { measure in
        rules.mayLift(measure, removal, isOwn: isOwn, rest: rest.accounts.first { $0.id == id })
      }
      if isExcused { excused += old.arr ?? 0 }
    }
    compareRisk(with: after, excused: excused, "\(removal)")
    compareRetention(with: after, removal)
  }

  /// The same rows on a later day.
  mutating func compare(after days: Int, with after: CalmReport) {
    findings.check("silence of \(days) days")
    var excused = 0.0
    for (id, old) in before.accounts {
      guard let new = after.accounts[id], let account = facts.accounts.first(where: { $0.id == id }) else {
        // Its own `ended_on` has come.
        findings.except("silence: the account ended")
        excused += old.arr ?? 0
        continue
      }
      if old.currentFlag != nil, new.currentFlag == nil {
        findings.except("silence: a flag is current for 90 days")
        excused += old.arr ?? 0
      }
      guard new.model == old.model else {
        findings.breaches.append("silence: another model scores \(id.text)")
        continue
      }
      let isExcused = compareScore(of: id, old, new, "\(days) days of silence") { measure in
        if measure.read == .peers { return "peers: the reading moves with the others" }
        return account.observations[measure.of] == nil ? "silence: derived measures move with the calendar" : nil
      }
      if isExcused { excused += old.arr ?? 0 }
    }
    compareRisk(with: after, excused: excused, "\(days) days of silence")
  }

  /// Whether an exception was needed, or the account is unscored now.
  private mutating func compareScore(
    of id: Name, _ old: CalmReport.Member, _ new: CalmReport.Member, _ cause: String,
    mayLift: (Measure) -> String?
  ) -> Bool {
    var isExcused = false
    for measure in scoring.model(Name(old.model)).weighted().flatMap(\.measures) {
      guard let was = old.measures[measure.key.text], let now = new.measures[measure.key.text] else { continue }
      findings.check("measure")
      guard let counted = now.counted else {
        if was.counted != nil {
          findings.except("when_absent: exclude leaves it out")
          isExcused = true
          if measure.whenAbsent != .exclude || now.state == "fresh" {
            findings.breaches.append("\(cause): \(measure.key.text) of \(id.text) is left out")
          }
        }
        continue
      }
      if let before = was.counted, counted <= before + 1e-9 { continue }
      isExcused = true
      if now.state == "never", counted <= 50 {
        findings.except("a measure without a value counts 50, not less")
      } else if let reason = mayLift(measure) {
        findings.except(reason)
      } else {
        findings.breaches.append("\(cause): \(measure.key.text) of \(id.text): \(was) and \(now)")
      }
    }
    if old.band != "unscored", new.band == "unscored" {
      findings.except("an account turns unscored, which is a list of its own")
      return true
    }
    guard !isExcused else { return true }
    findings.check("score")
    if new.coverage > old.coverage + 1e-9 || new.exact ?? 0 > (old.exact ?? 0) + 1e-9
      || new.score ?? 0 > old.score ?? new.score ?? 0 || rank(new.uncappedBand) > rank(old.uncappedBand)
    {
      findings.breaches.append(
        "\(cause): \(id.text): \(old.score ?? -1) \(old.uncappedBand) and \(new.score ?? -1) \(new.uncappedBand)")
    }
    guard rank(new.band) > rank(old.band) else { return false }
    if let key = old.cappedBy, capHasNoValue(key, new) {
      findings.except("a cap binds while its measure has a value")
      return true
    }
    findings.breaches.append("\(cause): \(id.text): \(old.band) and \(new.band)")
    return false
  }

  /// A measure of weight 0 is in no report, so that only its cap shows that it lost its value.
  private func capHasNoValue(_ key: String, _ new: CalmReport.Member) -> Bool {
    new.cappedBy != key && new.measures[key].map { $0.state == "never" } ?? true
  }

  private mutating func compareRisk(with after: CalmReport, excused: Double, _ cause: String) {
    findings.check("ARR at risk")
    if (after.atRisk ?? 0) + excused < (before.atRisk ?? 0) - 1e-6 {
      findings.breaches.append("\(cause): ARR at risk \(before.atRisk ?? 0) and \(after.atRisk ?? 0)")
    }
  }

  private mutating func compareRetention(with after: CalmReport, _ removal: Removal) {
    let isSame =
      before.cohortAccounts == after.cohortAccounts && abs(before.cohortARR - after.cohortARR) < 1e-6
    guard isSame else {
      if let reason = mayMoveCohort(removal) {
        findings.except(reason)
      } else {
        findings.breaches.append("\(removal): the cohort moved")
      }
      return
    }
    if let reason = mayLiftRetention(removal) {
      findings.except(reason)
      return
    }
    findings.check("retention")
    for (name, rate) in after.rates where rate > (before.rates[name] ?? 0) + 1e-9 {
      findings.breaches.append("\(removal): \(name) \(before.rates[name] ?? 0) and \(rate)")
    }
  }

  /// The account of the row that is removed, or has the cell.
  private func account(of removal: Removal) -> Name? {
    removal.line.flatMap { line in tables.cell("account_id", of: line, in: removal.table) }
      .flatMap { try? facts.settings.today($0) }
  }
}
