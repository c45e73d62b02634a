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
  var foldedNames: [Name: Name] = [:]
  /// The newest day up to a day on which anybody has an observation.
  var newestObservations: [MeasureDay: Day?] = [:]
  /// The day of the first row of each table that counts at T, anybody's.
  private(set) lazy var firstDays = Dictionary(
    portfolio.accounts.flatMap { rowDays(of: $0) }, uniquingKeysWith: min)

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
    where [.mean, .sum, .change, .rhythm].contains(measure.read) && portfolio.firstObservation[measure.of] == nil {
      // "Reading a measure" in docs/scoring.md: mean, sum, change and rhythm are for dated measures only.
      if derivedNames.contains(measure.of) || portfolio.accountColumns.contains(folded(measure.of.text)) {
        throw OracleError("\(measure.key.text): \(measure.read) of a derived measure or attribute")
      }
    }
  }

  /// The column of accounts that a model means by a name.
  func column(_ name: Name) -> Name {
    if let known = foldedNames[name] { return known }
    let column = folded(name.text)
    foldedNames[name] = column
    return column
  }

  func segment(of account: Account) -> Segment { segmentOf[account.id] ?? scoring.segments[0] }
  func model(of account: Account) -> Model { scoring.model(segment(of: account).model) }

  /// "What of a table counts" in docs/scoring.md.
  func isActive(_ account: Account, on day: Day) -> Bool {
    let started = startedOn(of: account, asSeenOn: day)
    if let started, started > day { return false }
    if let ended = account.endedOn, ended <= day { return false }
    guard let latest = account.outcomes.last(where: { $0.day <= day }), latest.kind == .churned else { return true }
    // Who comes back is a customer again.
    return started.map { $0 > latest.day } ?? false
  }

  /// The start that counts on a day: a start later than a churn is a second one, of which nothing was known before it.
  func startedOn(of account: Account, asSeenOn day: Day) -> Day? {
    guard let started = account.startedOn else { return nil }
    let churn = account.outcomes.last { $0.kind == .churned && $0.day < started && $0.day <= asOf }
    if let churn, day < churn.day { return nil }
    return started
  }

  /// The most frequent spelling of a person, of equally frequent ones the first.
  func person(_ spelling: String?) -> String? {
    guard let spelling else { return nil }
    let spellings = (portfolio.people[folded(spelling)] ?? [])
      .filter { $0.day.map { $0 <= asOf } ?? true }.map(\.spelling)
    func count(_ name: Name) -> Int { spellings.filter { $0 == name }.count }
    let most = spellings.map(count).max()
    return spellings.first { count($0) == most }?.text ?? spelling
  }

  func activeAccounts(on day: Day) -> [Account] { portfolio.accounts.filter { isActive($0, on: day) } }
}

extension Scoring {
  /// "The model" in docs/scoring.md: the `segment` column first, else the first whose conditions all hold.
  func segment(of account: Account) -> Segment? {
    if let column = account.segmentColumn.map({ folded($0) }) {
      if let named = segments.first(where: { folded($0.id.text) == column }) { return named }
      if let named = segments.first(where: { folded($0.name) == column }) { return named }
    }
    return segments.first { segment in
      segment.conditions.allSatisfy { holds($0.condition, for: account.columns[folded($0.attribute.text)]) }
    }
  }
}

/// `>= 1000`, `< 50`, `in [a, b]`, or equality; a missing attribute fails ("The model" in docs/scoring.md).
func holds(_ condition: String, for attribute: String?) -> Bool {
  guard let attribute else { return false }
  let comparisons: [(String, (Double, Double) -> Bool)] = [(">=", >=), ("<=", <=), (">", >), ("<", <)]
  for (sign, compare) in comparisons where condition.utf8.starts(with: sign.utf8) {
    guard let bound = plainNumber(trimmed(String(decoding: condition.utf8.dropFirst(sign.utf8.count), as: UTF8.self))),
      let value = writtenNumber(attribute)
    else { return false }
    return compare(value, bound)
  }
  if condition.utf8.starts(with: "in [".utf8), condition.utf8.last == UInt8(ascii: "]") {
    let members = condition.utf8.dropFirst(4).dropLast().split(separator: UInt8(ascii: ","))
    return members.contains { isEqual(String(decoding: $0, as: UTF8.self), attribute) }
  }
  return isEqual(condition, attribute)
}

private func isEqual(_ a: String, _ b: String) -> Bool {
  if let x = plainNumber(trimmed(a)), let y = writtenNumber(trimmed(b)) { return x == y }
  return folded(a) == folded(b)
}
