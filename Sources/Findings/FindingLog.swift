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
    return causes.filter(\.first.stops).map(\.told) + causes.filter { !$0.first.stops }.map(\.told)
      + (strays.map { [$0.told] } ?? [])
      + order.compactMap { place in
        guard let rest = counts[place]?.rest, rest > 0 else { return nil }
        return Finding(
          place.severity, file: place.file, "\(rest) more like these; they are counted but not listed")
      }
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

  let first: Finding
  var count: Int
  /// Rows of other tables that are refused because of it.
  var consequences = 0
  private var examples: [String] = []
  private var lines: [Int] = []
  private var settings: [String]

  init(_ finding: Finding, count: Int = 1) {
    first = finding
    self.count = count
    settings = finding.settings
    note(finding)
  }

  mutating func add(_ finding: Finding) {
    count += 1
    if !settings.isEmpty { settings.removeAll { !finding.settings.contains($0) } }
    note(finding)
  }

  private mutating func note(_ finding: Finding) {
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
    guard count > 1 || consequences > 0 else { return first }
    var message = first.message
    if count > 1 {
      if let settings = readers { message = message + settings }
      message = "\(message) (\(count) \(unit)\(suchAs)\(places))"
    }
    if consequences > 0 {
      let those: Message = count > 1 ? "them" : "it"
      message = "\(message); \(consequences) rows of other tables are refused with \(those)"
    }
    return Finding(
      first.severity, file: first.file, line: first.line, column: first.column, message, group: first.group)
  }

  private var readers: Message? {
    switch settings.count {
    case 0: nil
    case 1: "; \(settings[0]) reads them"
    default: "; \(settings[0]) or \(settings[1]) reads them"
    }
  }

  private var unit: Message {
    switch first.group?.unit {
    case .accounts: "accounts"
    case .cells: "cells"
    case .columns: "columns"
    case .files: "files"
    case .rows, nil: "rows"
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
