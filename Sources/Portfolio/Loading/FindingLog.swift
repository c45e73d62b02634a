import Findings

/// Collects findings, limited for each file so that an entirely unsuitable export of millions of rows does not fill
/// the memory; findings beyond the limit are counted, and the count is reported.
struct FindingLog {
  /// How many findings of one severity are kept for a file.
  static let limit = 1000

  private var kept: [Finding] = []
  private var counts: [String: Int] = [:]
  private var order: [(file: String, severity: Finding.Severity, key: String)] = []

  mutating func add(_ finding: Finding) {
    let key = "\(finding.severity.rawValue) \(finding.file)"
    let count = counts[key, default: 0]
    if count == 0 { order.append((finding.file, finding.severity, key)) }
    counts[key] = count + 1
    if count < Self.limit { kept.append(finding) }
  }

  mutating func add(_ findings: some Sequence<Finding>) {
    for finding in findings { add(finding) }
  }

  /// The findings kept, and a count for each file that has more.
  var findings: [Finding] {
    kept
      + order.compactMap { file, severity, key in
        let rest = counts[key, default: 0] - Self.limit
        guard rest > 0 else { return nil }
        return Finding(severity, file: file, "\(rest) more like these; they are counted but not listed")
      }
  }
}
