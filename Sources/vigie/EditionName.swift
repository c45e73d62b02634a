import Findings
import Health

/// A published week as the command line names it: `2026-W47`, its last publication, or one of several, `2026-W47-r0`.
struct EditionName {
  /// The week.
  let edition: String
  /// 0 for the first publication of the week; nil for the last.
  let revision: Int?
  /// The day that the week's last publication reports on.
  let asOf: Day

  /// As people write it.
  var label: String { edition + (revision.map { "-r\($0)" } ?? "") }

  /// Finds a name among the published weeks.
  ///
  /// - Throws: `Refusal` with the nearest week where there is none of that name.
  init(_ name: String, among weeks: [(edition: String, asOf: Day)]) throws {
    let parts = name.uppercased().split(separator: "-R", maxSplits: 1)
    let edition = parts.first.map(String.init) ?? name
    let revision = parts.count > 1 ? Int(parts[1]) : nil
    guard parts.count == 1 || revision != nil, let week = weeks.first(where: { $0.edition == edition }) else {
      let nearest = Self.number(of: edition).flatMap { wanted in
        weeks.compactMap { week in Self.number(of: week.edition).map { (week.edition, abs($0 - wanted)) } }
          .min { $0.1 < $1.1 }?.0
      }
      let hint: Message =
        nearest.map { "; did you mean '\($0)'?" } ?? suggestion(for: edition, among: weeks.map(\.edition))
      throw Refusal("there is no edition '\(name)'\(hint)")
    }
    self.edition = edition
    self.revision = revision
    asOf = week.asOf
  }

  /// True when one was published for an earlier day, or of the same week before the other.
  func isEarlier(than other: EditionName) -> Bool {
    asOf < other.asOf || edition == other.edition && (revision ?? .max) < (other.revision ?? .max)
  }

  /// A number that grows from week to week, of an edition such as `2026-W47`; no year has more than 53.
  private static func number(of edition: String) -> Int? {
    guard let match = edition.uppercased().wholeMatch(of: /([0-9]{4})-W([0-9]{1,2})/), let year = Int(match.1),
      let week = Int(match.2)
    else { return nil }
    return year * 53 + week
  }
}
