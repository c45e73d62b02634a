/// A portfolio with its model, as of its day T.
///
/// It is a class only to cache computed figures; otherwise it never changes.
final class World {
  let portfolio: Portfolio
  let scoring: Scoring
  let settings: Settings
  /// T.
  let asOf: Day
  /// By account id.
  let segmentOf: [Name: Segment]

  var scores: [ScoreKey: Score] = [:]
  var ownReadings: [ReadingKey: Reading] = [:]
  var newestRows: [NewestKey: Day?] = [:]

  /// - Throws: `OracleError` for an account that belongs to no segment, or a read that the measure does not allow.
  init(portfolio: Portfolio, scoring: Scoring, settings: Settings, asOf: Day) throws {
    self.portfolio = portfolio
    self.scoring = scoring
    self.settings = settings
    self.asOf = asOf
    var found: [Name: Segment] = [:]
    for account in portfolio.accounts {
      guard let segment = scoring.segment(of: account) else {
        throw OracleError("no segment takes \(account.id.text)")
      }
      found[account.id] = segment
    }
    segmentOf = found
    for measure in scoring.base.measures + scoring.overriding.flatMap(\.measures)
    where [.mean, .sum, .change].contains(measure.read) && portfolio.firstObservation[measure.of] == nil {
      // "Reading a measure" in docs/scoring.md: mean, sum and change are for dated measures only.
      if derivedNames.contains(measure.of) || portfolio.accountColumns.contains(measure.of) {
        throw OracleError("\(measure.key.text): \(measure.read) of a derived measure or attribute")
      }
    }
  }

  func segment(of account: Account) -> Segment { segmentOf[account.id] ?? scoring.segments[0] }
  func model(of account: Account) -> Model { scoring.model(segment(of: account).model) }

  /// "What of a table counts" in docs/scoring.md.
  func isActive(_ account: Account, on day: Day) -> Bool {
    let hasStarted = account.startedOn.map { $0 <= day } ?? true
    let hasEnded = account.endedOn.map { $0 <= day } ?? false
    let latestOutcome = account.outcomes.last { $0.day <= day }
    return hasStarted && !hasEnded && latestOutcome?.kind != .churned
  }

  func activeAccounts(on day: Day) -> [Account] { portfolio.accounts.filter { isActive($0, on: day) } }
}

extension Scoring {
  /// "The model" in docs/scoring.md: the `segment` column first, else the first whose conditions all hold.
  func segment(of account: Account) -> Segment? {
    if let column = account.segmentColumn, let named = segments.first(where: { $0.id == Name(column) }) { return named }
    return segments.first { segment in
      segment.conditions.allSatisfy { holds($0.condition, for: account.columns[$0.attribute]) }
    }
  }
}

/// `>= 1000`, `< 50`, `in [a, b]`, or equality; a missing attribute fails ("The model" in docs/scoring.md).
func holds(_ condition: String, for attribute: String?) -> Bool {
  guard let attribute else { return false }
  let comparisons: [(String, (Double, Double) -> Bool)] = [(">=", >=), ("<=", <=), (">", >), ("<", <)]
  for (sign, compare) in comparisons where condition.utf8.starts(with: sign.utf8) {
    guard let bound = plainNumber(trimmed(condition.utf8.dropFirst(sign.utf8.count))),
      let value = plainNumber(attribute)
    else { return false }
    return compare(value, bound)
  }
  if condition.utf8.starts(with: "in [".utf8), condition.utf8.last == UInt8(ascii: "]") {
    let members = condition.utf8.dropFirst(4).dropLast().split(separator: UInt8(ascii: ","))
    return members.contains { isEqual(trimmed($0), attribute) }
  }
  return isEqual(condition, attribute)
}

private func trimmed(_ text: Substring.UTF8View) -> String {
  let space = UInt8(ascii: " ")
  let start = text.drop { $0 == space }
  return String(decoding: start.reversed().drop { $0 == space }.reversed(), as: UTF8.self)
}

private func isEqual(_ a: String, _ b: String) -> Bool {
  if let x = plainNumber(a), let y = plainNumber(b) { return x == y }
  return Name(a) == Name(b)
}
