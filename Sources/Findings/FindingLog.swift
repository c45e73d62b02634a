/// Collects findings and tells those of one cause as one, so that an unfit export of millions of rows neither fills the
/// memory nor hides what else is wrong.
///
/// One cause is one sentence, whatever its values, about one column of one file. Of each the first finding, a few values
/// and lines and the count are kept.
public struct FindingLog {
  /// How many causes of one severity are kept for a file.
  public static let limit = 1000

  private var causes: [Cause] = []
  private var positions: [Cause.Key: Int] = [:]
  /// Per file and severity: causes kept, and findings beyond them.
  private var counts: [Place: (kept: Int, rest: Int)] = [:]
  private var order: [Place] = []
  /// The cause why an account is refused, by its id.
  private var refusals: [String: Int] = [:]
  private var consequences: [String: (first: Finding, count: Int)] = [:]
  private let every: ((Finding) -> Void)?

  /// Takes what happens with each finding as it is found, where every place is wanted.
  public init(every: ((Finding) -> Void)? = nil) {
    self.every = every
  }

  /// Adds a finding.
  public mutating func add(_ finding: Finding) {
    every?(finding)
    if case .consequence(let account) = finding.refusedAccount {
      consequences[account, default: (finding, 0)].count += 1
      return
    }
    let key = Cause.Key(finding)
    if let key, let position = positions[key] {
      causes[position].add(finding)
      return note(position, of: finding)
    }
    let place = Place(file: finding.file, severity: finding.severity)
    if counts[place] == nil { order.append(place) }
    guard counts[place, default: (0, 0)].kept < Self.limit else {
      counts[place, default: (0, 0)].rest += 1
      return
    }
    counts[place, default: (0, 0)].kept += 1
    if let key { positions[key] = causes.count }
    causes.append(Cause(finding))
    note(causes.count - 1, of: finding)
  }

  /// Adds findings.
  public mutating func add(_ findings: some Sequence<Finding>) {
    for finding in findings { add(finding) }
  }

  /// One finding for each cause, those that stop the report first, each in the order in which they were met, and one for
  /// each file that has more causes.
  public var findings: [Finding] {
    var causes = causes
    var strays: Cause?
    for (account, consequence) in consequences.sorted(by: { $0.key < $1.key }) {
      if let position = refusals[account] {
        causes[position].consequences += consequence.count
      } else {
        strays = strays ?? Cause(consequence.first, count: 0)
        strays?.count += consequence.count
      }
    }
    return causes.filter(\.first.stops).map(\.told) + mostFrequentFirst(causes.filter { !$0.first.stops }).map(\.told)
      + (strays.map { [$0.told] } ?? [])
      + order.compactMap { place in
        guard let rest = counts[place]?.rest, rest > 0 else { return nil }
        return Finding(
          place.severity, file: place.file, "\(rest) more like these; they are counted but not listed")
      }
  }

  /// The causes in their order, those about accounts that there are not by how many rows each has.
  private func mostFrequentFirst(_ causes: [Cause]) -> [Cause] {
    let places = causes.indices.filter { causes[$0].first.group?.unit == .unmatched }
    let byFile = Dictionary(grouping: places) { causes[$0].first.file }
    var ordered = causes
    for places in byFile.values {
      let sorted = places.sorted { (-causes[$0].count, $0) < (-causes[$1].count, $1) }
      for (place, cause) in zip(places, sorted) { ordered[place] = causes[cause] }
    }
    return ordered
  }

  private mutating func note(_ position: Int, of finding: Finding) {
    guard case .cause(let account) = finding.refusedAccount, refusals[account] == nil else { return }
    refusals[account] = position
  }
}

private struct Place: Hashable {
  let file: String
  let severity: Finding.Severity
}

/// Findings of one cause.
private struct Cause {
  struct Key: Hashable {
    let severity: Finding.Severity
    let file: String
    let group: Finding.Group
    let shape: String

    /// Nil for a finding that is told alone.
    init?(_ finding: Finding) {
      guard let group = finding.group else { return nil }
      severity = finding.severity
      // The files of a folder are counted themselves.
      file = group.unit == .files ? "" : finding.file
      self.group = group
      shape = finding.message.shape
    }
  }

  private static let mostExamples = 3
  private static let mostLines = 3
  /// So many ways to write a day or a number there are; more would be none of them.
  private static let mostSettings = 64

  let first: Finding
  var count: Int
  /// Rows of other tables that are refused because of it.
  var consequences = 0
  private var examples: [String] = []
  private var lines: [Int] = []
  /// How many of the findings each setting would mend, in the order in which they were met.
  private var settings: [(line: String, count: Int)] = []

  init(_ finding: Finding, count: Int = 1) {
    first = finding
    self.count = count
    note(finding)
  }

  mutating func add(_ finding: Finding) {
    count += 1
    note(finding)
  }

  private mutating func note(_ finding: Finding) {
    for line in finding.settings {
      if let index = settings.firstIndex(where: { $0.line == line }) {
        settings[index].count += 1
      } else if settings.count < Self.mostSettings {
        settings.append((line, 1))
      }
    }
    if examples.count < Self.mostExamples, let example = example(finding), !examples.contains(example) {
      examples.append(example)
    }
    if lines.count < Self.mostLines, let line = finding.line, lines.last != line { lines.append(line) }
  }

  private func example(_ finding: Finding) -> String? {
    guard finding.group?.unit == .files else { return finding.message.offender }
    return finding.file.split(separator: "/").last.map(String.init)
  }

  /// The first finding, with how often the same is wrong and what would read it.
  var told: Finding {
    guard count > 1 || consequences > 0 || !settings.isEmpty else { return first }
    var message = first.message
    if let settings = readers { message = message + settings }
    if count > 1 {
      message = "\(message) (\(count) \(unit)\(suchAs)\(places))"
    }
    if consequences > 0 {
      let those: Message = count > 1 ? "them" : "it"
      message = "\(message); \(consequences) rows of other tables are refused with \(those)"
    }
    var told = Finding(
      first.severity, file: first.file, line: first.line, column: first.column, message, group: first.group)
    told.sheet = first.sheet
    told.isOfQuery = first.isOfQuery
    return told
  }

  /// The settings that read all of them, or the one that reads most.
  private var readers: Message? {
    guard let most = settings.map(\.count).max() else { return nil }
    let best = settings.filter { $0.count == most }.map(\.line)
    if most < count { return "; \(best[0]) reads \(most) of them" }
    if count == 1 { return best.count == 1 ? "; \(best[0]) reads it" : "; \(best[0]) or \(best[1]) reads it" }
    return best.count == 1 ? "; \(best[0]) reads them" : "; \(best[0]) or \(best[1]) reads them"
  }

  private var unit: Message {
    switch first.group?.unit {
    case .accounts: "accounts"
    case .cells: "cells"
    case .columns: "columns"
    case .files: "files"
    case .rows, .unmatched, nil: "rows"
    }
  }

  private var suchAs: Message {
    switch examples.count {
    // The sentence names the only one.
    case ...1: ""
    case 2: " such as '\(examples[0])' and '\(examples[1])'"
    default: " such as '\(examples[0])', '\(examples[1])' and '\(examples[2])'"
    }
  }

  private var places: Message {
    guard lines.count > 1 else { return "" }
    return ", lines \(lines.map(String.init).joined(separator: ", "))\(count > lines.count ? " …" : "")"
  }
}
