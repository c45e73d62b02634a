import Findings
import Review
import Tables

/// Which column of a file holds each canonical column of its table.
struct ColumnBinding {
  /// The position in the file of each canonical column that is there.
  private(set) var positions: [String: Int] = [:]
  /// The columns that have no canonical name: attributes, measures, or columns of no use.
  private(set) var others: [(name: String, position: Int)] = []
  /// What is wrong with the header.
  private(set) var findings: [Finding] = []

  /// True when the rows cannot be read because something required is missing.
  var isUnusable: Bool { findings.contains { $0.severity == .error } }

  init(_ table: Table, source: TableSource, header: [String], positions headerPositions: [(line: Int, column: Int)]) {
    let file = source.file
    func place(_ position: Int) -> (line: Int?, column: Int?) {
      guard position < headerPositions.count else { return (nil, nil) }
      return (headerPositions[position].line, headerPositions[position].column)
    }
    var canonicalName: [Int: String] = [:]
    for (canonical, name) in source.columns.sorted(by: { $0.key < $1.key }) {
      guard let position = header.firstIndex(of: name) else {
        findings.append(
          Finding(
            .error, file: file, line: 1,
            "there is no column '\(name)', which the settings map to \(canonical)\(suggestion(for: name, among: header))"
          ))
        continue
      }
      positions[canonical] = position
      canonicalName[position] = canonical
    }
    for (position, name) in header.enumerated() where canonicalName[position] == nil {
      if table.columns.contains(name), source.columns[name] == nil {
        if positions[name] != nil {
          let (line, column) = place(position)
          findings.append(
            Finding(.error, file: file, line: line, column: column, "the column '\(name)' stands here twice"))
        }
        positions[name] = position
      } else {
        others.append((name, position))
      }
    }
    for name in table.requiredColumns where positions[name] == nil && source.columns[name] == nil {
      findings.append(
        Finding(
          .error, file: file, line: 1,
          "the column '\(name)' is missing\(suggestion(for: name, among: others.map(\.name)))"))
    }
    // A wide table of measures may have columns of any name, similar to `value` or not.
    guard table != .measures else { return }
    for (name, position) in others {
      let (line, column) = place(position)
      // A missing required column has already been reported.
      let told = table.allowsOtherColumns ? table.requiredColumns : []
      let nearest = nearestName(to: name, among: table.columns.filter { positions[$0] == nil && !told.contains($0) })
      // A mapping chooses which columns to leave out, so only a likely typo is worth reporting.
      if nearest == nil, !source.columns.isEmpty || table.allowsOtherColumns { continue }
      let hint: Message = nearest.map { "; did you mean '\($0)'?" } ?? "; it is not used"
      let fault: Message =
        table.allowsOtherColumns
        ? "the column '\(name)' is taken for an attribute of its own" : "\(table.rawValue) has no column '\(name)'"
      findings.append(
        Finding(
          .warning, file: file, line: line, column: column, "\(fault)\(hint)",
          group: nearest == nil ? Finding.Group(.columns, of: table.rawValue) : nil))
    }
  }
}
