import Glibc
public import Health

/// A lasting change in how often somebody comes: `5 days a week became 1 since 12 October`.
public struct RhythmShift: Hashable, Sendable {
  /// The position of the account.
  public let account: Int
  /// The observed measure whose days are counted.
  public let measure: String
  /// Active days a week before the change, and since.
  public let before: Double
  /// Active days a week since.
  public let after: Double
  /// The first day of the first week that was different.
  public let since: Day
}

/// Lasting changes of rhythm among all accounts, in measures with daily rows; a note for people, which no score and
/// no list uses.
///
/// Of each account the active days of `weeks` weeks are counted. How busy each week was for everybody else, such as a week
/// of holidays, is taken out. The split of these weeks into before and after that a change would explain best is that
/// with the largest likelihood ratio of two rates of active days against one.
/// How often chance alone does as well is found by putting the weeks into another order, and of all accounts together
/// those are told that keep the share of false ones at `falseShare` (Benjamini and Hochberg, "Controlling the False
/// Discovery Rate", JRSS B 57, 1995).
public struct RhythmShifts: Sendable {
  /// The weeks looked at: half a year, in which the order of weeks can tell a change of four from chance.
  public static let weeks = 26
  /// The weeks that must lie on either side of a change: one odd week is none.
  static let fewestWeeks = 2
  /// The share, in per cent, of those told that may be chance.
  public static let falseShare = 10
  /// The fewest other accounts whose weeks are a pattern: of fewer, one that changes bends the weeks of the others.
  static let fewestOthers = 20
  /// As many orders at least as good as the real one show that it is chance.
  static let enough = 60

  /// The changes, by account.
  public let all: [Int: RhythmShift]

  /// Looks at the observed measures that the models weigh.
  init(_ scorer: Scorer) {
    let evidence = scorer.evidence
    let names = Set(scorer.models.all.flatMap { $0.dimensions.flatMap(\.measures).filter { $0.weight > 0 }.map(\.of) })
    let active = evidence.accounts.indices.filter { evidence.isActive($0, on: evidence.asOf) }
    var candidates: [(shift: RhythmShift, p: Double)] = []
    for series in evidence.series where names.contains(series.name) {
      guard let last = series.lastDay, series.isDaily(upTo: last) else { continue }
      let tries = max(999, 10 * active.count)
      var bits = SeededBits(seed: 0)
      let rhythms = active.compactMap { account -> (account: Int, weeks: [Int])? in
        let weeks = series.activeDays(of: account, inWeeks: Self.weeks, endingOn: last)
        // Who began in these weeks has no rhythm to change yet.
        guard series.firstDay(of: account).map({ last - $0 >= 7 * (Self.weeks - 1) }) ?? false,
          weeks.reduce(0, +) >= MeasureDefinition.fewestActiveDays
        else { return nil }
        return (account, weeks)
      }
      let all = (0..<Self.weeks).map { week in rhythms.reduce(0) { $0 + $1.weeks[week] } }
      for (account, weeks) in rhythms {
        let others = rhythms.count > Self.fewestOthers ? zip(all, weeks).map { $0 - $1 } : []
        let exposed = zip(weeks, Self.busyness(others)).map { Week(days: $0, busyness: $1) }
        guard let split = Self.best(exposed) else { continue }
        let (before, after) = (weeks[..<split.week], weeks[split.week...])
        candidates.append(
          (
            RhythmShift(
              account: account, measure: series.name, before: Self.mean(before), after: Self.mean(after),
              since: last - 7 * (Self.weeks - split.week) + 1),
            Self.chance(of: split.gain, exposed, tries: tries, &bits)
          ))
      }
    }
    // The largest rank whose p lies under its share of the false ones allowed, and all before it.
    let ordered = candidates.sorted { ($0.p, $0.shift.account) < ($1.p, $1.shift.account) }
    let share = Double(Self.falseShare) / 100
    let told = ordered.indices.last { ordered[$0].p <= share * Double($0 + 1) / Double(ordered.count) }
    let shifts = told.map { ordered[...$0].map(\.shift) } ?? []
    all = Dictionary(shifts.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An account's active days in a week, and how busy the week was for everybody else: 1 in a usual one.
  struct Week {
    let days: Int
    var busyness = 1.0
  }

  /// How busy each week was by the active days of others, 1 on average; every week is usual where there are too few.
  ///
  /// One day is added to each week, so that none is without any.
  private static func busyness(_ others: [Int]) -> [Double] {
    guard !others.isEmpty else { return [Double](repeating: 1, count: weeks) }
    let mean = Double(others.reduce(0, +)) / Double(others.count)
    return others.map { (Double($0) + 1) / (mean + 1) }
  }

  /// The split with the largest gain of two rates over one: the week that is the first after it, and the gain.
  ///
  /// Of eight weeks of five days and eight of one, all usual, it is week 8 with a gain of 11.6441.
  static func best(_ weeks: [Week]) -> (week: Int, gain: Double)? {
    let total = (days: weeks.reduce(0) { $0 + $1.days }, busyness: weeks.reduce(0) { $0 + $1.busyness })
    var best: (week: Int, gain: Double)?
    var before = (days: 0, busyness: 0.0)
    for week in 1...(weeks.count - fewestWeeks) {
      before.days += weeks[week - 1].days
      before.busyness += weeks[week - 1].busyness
      guard week >= fewestWeeks else { continue }
      let gain =
        likelihood(before.days, in: before.busyness)
        + likelihood(total.days - before.days, in: total.busyness - before.busyness)
        - likelihood(total.days, in: total.busyness)
      if gain > best?.gain ?? -1 { best = (week, gain) }
    }
    return best
  }

  /// How often weeks in another order have a split as good.
  private static func chance(of gain: Double, _ weeks: [Week], tries: Int, _ bits: inout SeededBits) -> Double {
    var shuffled = weeks
    var larger = 0
    for tried in 1...tries {
      for index in shuffled.indices.dropFirst().reversed() {
        shuffled.swapAt(index, Int(bits.next() % UInt64(index + 1)))
      }
      if let other = best(shuffled), other.gain >= gain - Score.tolerance { larger += 1 }
      if larger == enough { return Double(larger) / Double(tried) }
    }
    return Double(larger + 1) / Double(tries + 1)
  }

  private static func mean(_ weeks: ArraySlice<Int>) -> Double { Double(weeks.reduce(0, +)) / Double(weeks.count) }

  /// The logarithm of the likelihood of so many active days at their own rate, but for what any split has in common.
  private static func likelihood(_ days: Int, in busyness: Double) -> Double {
    days == 0 ? 0 : Double(days) * log(Double(days) / busyness)
  }
}

extension Series {
  /// True when rows arrive day by day.
  fileprivate func isDaily(upTo day: Day) -> Bool { cadence(on: day)?.usualGap == 1 }

  /// The days with an observation above 0 in each of some weeks, oldest first.
  fileprivate func activeDays(of account: Int, inWeeks weeks: Int, endingOn day: Day) -> [Int] {
    var counts = [Int](repeating: 0, count: weeks)
    for (seen, value) in observations(of: account, upTo: day).reversed() {
      let week = (day - seen) / 7
      guard week < weeks else { break }
      if value > 0 { counts[weeks - 1 - week] += 1 }
    }
    return counts
  }
}

extension Review {
  /// Lasting changes of rhythm.
  public var rhythmShifts: RhythmShifts { RhythmShifts(scorer) }
}
