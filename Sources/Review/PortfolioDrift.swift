public import Health

/// Whether the portfolio is another one than a year ago: the mix of bands, and what each measure reads.
///
/// Every account may have changed by chance. If nothing has changed in general, then of each account it is chance
/// which of its two values is today's; so they are exchanged at random, for all measures at once, and it is counted
/// how often that makes a difference as large as the real one (a permutation test for pairs). Unlike a threshold on
/// an index it knows how many accounts there are. The p-values are held by Holm's method ("A Simple Sequentially
/// Rejective Multiple Test Procedure", 1979), so that of 20 portfolios in which nothing changed one is told to have
/// changed.
public struct PortfolioDrift: Sendable {
  /// The weeks between the two days.
  public static let weeks = 52
  /// How often pairs are exchanged.
  public static let permutations = 999
  /// As many differences at least as large as the real one show that it is chance (Besag and Clifford, "Sequential
  /// Monte Carlo p-values", 1991); the rest of the permutations would change nothing about that.
  static let enough = 60
  /// The share of portfolios without a change that may be told to have changed.
  static let level = 0.05

  /// What is compared.
  public enum Subject: Hashable, Sendable {
    /// How many accounts each band has.
    case bands
    /// What a measure reads, by its key.
    case measure(String)
  }

  /// One comparison.
  public struct Finding: Sendable {
    /// What is compared.
    public let subject: Subject
    /// The accounts with a value then, and those with one now.
    public let n: (then: Int, now: Int)
    /// The size of the difference: χ² of the bands; of a measure the root of the mean squared distance between its two
    /// distributions, 0–1 (Cramér and von Mises), which sees that many moved a little.
    public let size: Double
    /// How often chance makes a difference as large, at least 1 ÷ 1000.
    public let p: Double
    /// True when it is more than chance, all comparisons taken together.
    public let isReal: Bool
  }

  /// The day that today is compared with.
  public let then: Day
  /// Every comparison, the surest first.
  public let findings: [Finding]

  /// Those that are more than chance.
  public var changes: [Finding] { findings.filter(\.isReal) }

  /// Compares two values of each account, of which either may be missing, and their bands.
  init(
    then: Day, bands: [(then: Band?, now: Band?)],
    measures: [(key: String, values: [(then: Double?, now: Double?)])]
  ) {
    self.then = then
    let samples =
      [(Subject.bands, Sample(bands: bands))]
      + measures.map { (Subject.measure($0.key), Sample($0.values)) }
    let compared = samples.filter { $0.1.isComparable }
    var bits = SeededBits(seed: 0)
    let sizes = compared.map { $0.1.size(exchanged: []) }
    var larger = [Int](repeating: 0, count: compared.count)
    var tries = larger
    for _ in 0..<Self.permutations {
      let open = compared.indices.filter { larger[$0] < Self.enough }
      guard !open.isEmpty else { break }
      let exchanged = (0..<(bands.count + 63) / 64).map { _ in bits.next() }
      for index in open {
        tries[index] += 1
        if compared[index].1.size(exchanged: exchanged) >= sizes[index] - Score.tolerance { larger[index] += 1 }
      }
    }
    let ps = compared.indices.map { index in
      larger[index] < Self.enough
        ? Double(larger[index] + 1) / Double(tries[index] + 1) : Double(larger[index]) / Double(tries[index])
    }
    let order = compared.indices.sorted { (ps[$0], $0) < (ps[$1], $1) }
    let held = order.enumerated().prefix { rank, index in ps[index] * Double(order.count - rank) <= Self.level }.count
    findings = order.enumerated().map { rank, index in
      Finding(
        subject: compared[index].0, n: compared[index].1.n, size: sizes[index], p: ps[index], isReal: rank < held)
    }
  }
}

/// Two values of each account, of which an exchange makes others.
private enum Sample {
  /// Sorted by value: the account, whether the value is today's, and whether the next one is larger.
  case values([(account: Int, isNow: Bool, isLastOfEqual: Bool)])
  case bands([(then: Band?, now: Band?)])

  init(bands: [(then: Band?, now: Band?)]) { self = .bands(bands) }

  init(_ values: [(then: Double?, now: Double?)]) {
    let all = values.enumerated().flatMap { account, pair in
      [pair.then.map { (account, false, $0) }, pair.now.map { (account, true, $0) }].compactMap(\.self)
    }.sorted { $0.2 < $1.2 }
    self = .values(
      all.indices.map { (all[$0].0, all[$0].1, $0 + 1 == all.count || all[$0 + 1].2 > all[$0].2) })
  }

  var n: (then: Int, now: Int) {
    switch self {
    case .values(let values): (values.count { !$0.isNow }, values.count(where: \.isNow))
    case .bands(let bands): (bands.count { $0.then != nil }, bands.count { $0.now != nil })
    }
  }

  /// Fewer accounts than have a rate say nothing about a distribution.
  var isComparable: Bool { min(n.then, n.now) >= Rate.smallestRated }

  /// The size of the difference when the two values of the accounts with a set bit change places.
  func size(exchanged: [UInt64]) -> Double {
    func isExchanged(_ account: Int) -> Bool {
      exchanged.isEmpty ? false : exchanged[account / 64] >> UInt64(account % 64) & 1 == 1
    }
    switch self {
    case .bands(let bands):
      var counts = [(then: Double, now: Double)](repeating: (0, 0), count: Band.allCases.count)
      for (account, pair) in bands.enumerated() {
        let (then, now) = isExchanged(account) ? (pair.now, pair.then) : (pair.then, pair.now)
        if let then { counts[then.position].then += 1 }
        if let now { counts[now.position].now += 1 }
      }
      return chiSquare(counts)
    case .values(let values):
      let total = values.count { $0.isNow != isExchanged($0.account) }
      let (now, then) = (Double(total), Double(values.count - total))
      guard now > 0, then > 0 else { return 0 }
      var (seenNow, seenThen, equal, sum) = (0.0, 0.0, 0.0, 0.0)
      for value in values {
        if value.isNow != isExchanged(value.account) { seenNow += 1 } else { seenThen += 1 }
        equal += 1
        guard value.isLastOfEqual else { continue }
        let distance = seenNow / now - seenThen / then
        sum += equal * distance * distance
        equal = 0
      }
      return (sum / Double(values.count)).squareRoot()
    }
  }
}

/// Pearson's χ² of two rows of counts; kinds that neither row has are left out.
///
/// Of (10, 20) and (20, 10) it is 20 ÷ 3.
func chiSquare(_ counts: [(then: Double, now: Double)]) -> Double {
  let then = counts.reduce(0) { $0 + $1.then }
  let now = counts.reduce(0) { $0 + $1.now }
  return counts.reduce(0) { sum, count in
    let both = count.then + count.now
    guard both > 0, then > 0, now > 0 else { return sum }
    let (first, second) = (both * then / (then + now), both * now / (then + now))
    return sum + (count.then - first) * (count.then - first) / first
      + (count.now - second) * (count.now - second) / second
  }
}

extension Band {
  fileprivate var position: Int {
    switch self {
    case .green: 0
    case .yellow: 1
    case .red: 2
    case .unscored: 3
    }
  }
}

extension PortfolioDrift {
  /// Compares the portfolio with that of `weeks` ago: its bands, and the measures of the models as far as they read
  /// what was known then.
  ///
  /// Ranks among peers always spread evenly, and the time as a customer always grows, so neither says anything.
  init(_ scorer: Scorer) {
    let scorer = scorer.limited(to: .knownThen)
    let (then, now) = (scorer.evidence.asOf - 7 * Self.weeks, scorer.evidence.asOf)
    let (before, today) = (scorer.session(on: then), scorer.session(on: now))
    let accounts = scorer.evidence.accounts.indices.map { account in
      (then: before.detail(of: account), now: today.detail(of: account))
    }
    var keys: [String] = []
    let compared = scorer.models.all.map { model in
      model.dimensions.flatMap(\.measures).map { measure -> String? in
        let names = [measure.of] + [measure.per].compactMap(\.self)
        let isTelling =
          measure.weight > 0 && measure.reading != .peers
          && !names.contains(DerivedMeasure.tenureDays.rawValue)
        if isTelling, !keys.contains(measure.key) { keys.append(measure.key) }
        return isTelling ? measure.key : nil
      }
    }
    func value(_ detail: ScoreDetail?, of key: String, account: Int) -> Double? {
      let model = scorer.models.segments[scorer.segmentOf[account]].model
      return compared[model].firstIndex(of: key).flatMap { detail?.measures[$0]?.observation.value }
    }
    self.init(
      then: then, bands: accounts.map { ($0.then?.score.band, $0.now?.score.band) },
      measures: keys.map { key in
        (
          key,
          accounts.enumerated().map { account, details in
            (value(details.then, of: key, account: account), value(details.now, of: key, account: account))
          }
        )
      })
  }
}

extension Review {
  /// Whether the portfolio is another one than a year ago; it takes the time of some days' scores.
  public var drift: PortfolioDrift { PortfolioDrift(scorer) }
}
