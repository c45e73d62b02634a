import Archive
import Findings

/// A published edition as people name it: a week such as `2026-W47` for its last publication, or a specific publication
/// such as `2026-W47-r0`.
struct EditionName {
  /// The id of the edition.
  let id: EditionID
  /// The name as people write it, without a revision if none was given.
  let label: String

  /// Finds a name among the published editions.
  ///
  /// - Parameter place: where they were searched, for messages, such as ` in archive`.
  /// - Throws: `Refusal` with the revisions of the week, or the nearest week, when there is none of that name.
  init(_ name: String, among known: [EditionID], in place: String = "") throws {
    let parts = name.uppercased().split(separator: "-R", maxSplits: 1)
    let week = parts.first.map(String.init) ?? name
    let ofWeek = known.filter { $0.edition == week }.sorted()
    // Without a revision, the last one; the first has none in its name but can be asked for.
    let id =
      parts.count > 1
      ? Int(parts[1]).flatMap { revision in ofWeek.first { $0.revision == revision } } : ofWeek.last
    guard let id else { throw Self.unknown(name, week: week, ofWeek, among: known, in: place) }
    self.id = id
    label = parts.count > 1 ? "\(week)-r\(id.revision)" : week
  }

  private static func unknown(
    _ name: String, week: String, _ ofWeek: [EditionID], among known: [EditionID], in place: String
  ) -> Refusal {
    let missing = "there is no edition '\(name)'\(place)"
    guard ofWeek.isEmpty else {
      let all = ofWeek.map { $0.revision == 0 && ofWeek.count > 1 ? "\(week)-r0" : "\($0)" }
      return Refusal("\(missing); of that week there is \(all.joined(separator: ", "))")
    }
    let weeks = Set(known.map(\.edition)).sorted()
    let nearest = number(of: week).flatMap { wanted in
      weeks.min { abs((number(of: $0) ?? .max) - wanted) < abs((number(of: $1) ?? .max) - wanted) }
    }
    let hint: Message = nearest.map { "; did you mean '\($0)'?" } ?? suggestion(for: week, among: weeks)
    return Refusal("\(missing)\(hint)")
  }

  /// A number for a week such as `2026-W47` that grows from week to week; no year has more than 53 weeks.
  private static func number(of week: String) -> Int? {
    guard let match = week.wholeMatch(of: /([0-9]{4})-W([0-9]{1,2})/), let year = Int(match.1), let week = Int(match.2)
    else { return nil }
    return year * 53 + week
  }
}
