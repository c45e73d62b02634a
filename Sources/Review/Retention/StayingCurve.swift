import Glibc
import Health

/// How long accounts stay: the share that is still there so long after its start, by Kaplan and Meier.
///
/// An account that is still there counts for as long as it has been seen, and one that began before losses are on
/// record counts from the day on which they are (left truncation): earlier it could not have been lost in these data.
///
/// Sources: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53, 1958; the variance is
/// Greenwood's, the interval of the logarithm of −ln S (Kalbfleisch and Prentice, 1980), which stays within 0 and 1.
public struct StayingCurve: Sendable {
  /// How long one account was seen, in days since its start.
  public struct Spell: Hashable, Sendable {
    /// The age at which its loss would have been recorded, 0 or more.
    public let entry: Int
    /// Its age at the end, above `entry`.
    public let exit: Int
    /// True when it left then; false when it is still there.
    public let isLost: Bool

    /// Creates a spell.
    public init(entry: Int, exit: Int, isLost: Bool) {
      self.entry = entry
      self.exit = exit
      self.isLost = isLost
    }
  }

  /// What happened at one age.
  public struct Step: Hashable, Sendable {
    /// The age in days.
    public let age: Int
    /// The accounts that were seen at that age.
    public let atRisk: Int
    /// Those of them that left at it.
    public let lost: Int
    /// The share that stays beyond it.
    public let kept: Double
    /// Greenwood's sum Σ lost ÷ (at risk × (at risk − lost)) up to it; infinite when everybody left.
    public let spread: Double

    /// The 95 % interval of the share; nil when it is 0.
    public var interval: ClosedRange<Double>? {
      guard kept > 0, kept < 1 else { return nil }
      let width = Rate.z * spread.squareRoot() / abs(log(kept))
      return pow(kept, exp(width))...pow(kept, exp(-width))
    }
  }

  /// The accounts that it is about.
  public let accounts: Int
  /// Those of them that left.
  public let lost: Int
  /// The first age at which `Rate.smallestRated` accounts are seen; nil when there is none.
  ///
  /// The shares are of those that reach it.
  public let from: Int?
  /// The age from which fewer are seen, where the curve ends.
  public let until: Int
  /// The ages at which somebody left, in order.
  public let steps: [Step]

  /// Follows some accounts.
  public init(_ spells: [Spell]) {
    accounts = spells.count
    lost = spells.count(where: \.isLost)
    let entries = spells.map(\.entry).sorted()
    let exits = spells.map(\.exit).sorted()
    // Those seen just after an age.
    func seen(after age: Int) -> Int { entries.count(upTo: age) - exits.count(upTo: age) }
    let from = Set(entries).sorted().first { seen(after: $0) >= Rate.smallestRated }
    self.from = from
    guard let from else {
      until = 0
      steps = []
      return
    }
    let until = Set(exits).sorted().first { $0 > from && seen(after: $0) < Rate.smallestRated } ?? from
    self.until = until
    let losses = Dictionary(grouping: spells.filter { $0.isLost && $0.exit > from && $0.exit <= until }, by: \.exit)
    var (kept, spread) = (1.0, 0.0)
    steps = losses.keys.sorted().map { age in
      let (atRisk, lost) = (seen(after: age - 1), losses[age]?.count ?? 0)
      kept *= Double(atRisk - lost) / Double(atRisk)
      spread += Double(lost) / (Double(atRisk) * Double(atRisk - lost))
      return Step(age: age, atRisk: atRisk, lost: lost, kept: kept, spread: spread)
    }
  }

  /// The last step up to an age, that is what holds at it; nil beyond the ends of the curve, and a step without
  /// losses before the first.
  public func step(at age: Int) -> Step? {
    guard let from, age >= from, age <= until else { return nil }
    return steps.last { $0.age <= age } ?? Step(age: from, atRisk: accounts, lost: 0, kept: 1, spread: 0)
  }

  /// The age at the end of a month of 365 ÷ 12 days: 30 of the first, 365 of the twelfth.
  public static func age(months: Int) -> Int { (months * 365 + 6) / 12 }
}

extension [Int] {
  /// How many of the sorted numbers are at most a number.
  fileprivate func count(upTo most: Int) -> Int { partitioningIndex { $0 > most } }
}
