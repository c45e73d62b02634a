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
/// Of each account the active days of `weeks` weeks are counted. The split of these weeks into before and after that
/// a change would explain best is that with the largest likelihood ratio of two shares of active days against one.
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
      for account in active {
        let weeks = series.activeDays(of: account, inWeeks: Self.weeks, endingOn: last)
        // Who began in these weeks has no rhythm to change yet.
        guard series.firstDay(of: account).map({ last - $0 >= 7 * (Self.weeks - 1) }) ?? false,
          weeks.reduce(0, +) >= MeasureDefinition.fewestActiveDays, let split = Self.best(weeks)
        else { continue }
        let (before, after) = (weeks[..<split.week], weeks[split.week...])
        candidates.append(
          (
            RhythmShift(
              account: account, measure: series.name, before: Self.mean(before), after: Self.mean(after),
              since: last - 7 * (Self.weeks - split.week) + 1),
            Self.chance(of: split.gain, weeks, tries: tries, &bits)
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

  /// The split with the largest gain of two shares over one: the week that is the first after it, and the gain.
  ///
  /// Of eight weeks of five days and eight of one it is week 8.
  static func best(_ weeks: [Int]) -> (week: Int, gain: Double)? {
    let total = weeks.reduce(0, +)
    var best: (week: Int, gain: Double)?
    var before = weeks.prefix(fewestWeeks - 1).reduce(0, +)
    for week in fewestWeeks...(weeks.count - fewestWeeks) {
      before += weeks[week - 1]
      let gain =
        likelihood(before, of: 7 * week) + likelihood(total - before, of: 7 * (weeks.count - week))
        - likelihood(total, of: 7 * weeks.count)
      if gain > best?.gain ?? -1 { best = (week, gain) }
    }
    return best
  }

  /// How often weeks in another order have a split as good.
  private static func chance(of gain: Double, _ weeks: [Int], tries: Int, _ bits: inout SeededBits) -> Double {
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

  /// The logarithm of the likelihood of so many active days, at their own share.
  private static func likelihood(_ count: Int, of days: Int) -> Double {
    terms[count] + terms[days - count] - terms[days]
  }

  /// n ln n.
  private static let terms = (0...7 * weeks).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
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
