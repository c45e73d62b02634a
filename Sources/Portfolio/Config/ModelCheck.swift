import Findings
import Health
import YAML

extension ModelFile {
  /// Checks the model against the data: measures without data, segments without accounts.
  func check(against evidence: Evidence, segmentOf: [Int?]) -> [Finding] {
    var findings = entries.flatMap { check($0, against: evidence) }
    let columns = evidence.columns.map(\.name)
    for (column, node) in conditionNodes where evidence.column(named: column) == nil {
      findings.append(
        finding(.warning, at: node, "no account has a column '\(column)'\(suggestion(for: column, among: columns))"))
    }
    findings += checkLabels(evidence)
    findings += checkSizes(evidence, segmentOf: segmentOf)
    return findings
  }

  private func check(_ entry: Entry, against evidence: Evidence) -> [Finding] {
    let definition = entry.definition
    var findings: [Finding] = []
    let observed = evidence.series.map(\.name)
    let derived = DerivedMeasure.allCases.map(\.rawValue)
    let columns = evidence.columns.filter { $0.numbers.contains { $0 != nil } }.map(\.name)
    let known = observed + derived + columns
    func isKnown(_ name: String) -> Bool {
      known.contains(name) || evidence.column(named: name).map { columns.contains(evidence.columns[$0].name) } ?? false
    }
    for (name, node) in [(definition.of, entry.of), (definition.per, entry.per)] {
      guard let name, let node, !isKnown(name) else { continue }
      let cause: Message =
        evidence.column(named: name) != nil
        ? "the column '\(name)' holds no numbers" : "no data feeds '\(name)'"
      findings.append(
        finding(.warning, at: node, "\(cause), which '\(definition.key)' reads\(nearest(name, among: known))"))
    }
    if definition.reading.needsHistory, !observed.contains(definition.of), isKnown(definition.of) {
      findings.append(
        finding(
          .error, at: entry.of,
          "read: \(definition.reading.rawValue) needs dated observations; '\(definition.of)' has one value at a time"))
    }
    return findings
  }

  /// Reports labels for names that do not exist: most likely they are misspelt.
  private func checkLabels(_ evidence: Evidence) -> [Finding] {
    let dimensions = models.all[0].dimensions
    var known = dimensions.map(\.id) + evidence.series.map(\.name) + DerivedMeasure.allCases.map(\.rawValue)
    for dimension in dimensions { known += dimension.measures.flatMap { [$0.key, $0.of] } }
    known += evidence.columns.map(\.name)
    return labelNodes.filter { !known.contains($0.name) }.map { name, node in
      finding(
        .warning, at: node,
        "nothing is called '\(name)', for which labels has words\(nearest(name, among: known))")
    }
  }

  private func nearest(_ name: String, among known: [String]) -> Message {
    nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  private func checkSizes(_ evidence: Evidence, segmentOf: [Int?]) -> [Finding] {
    var findings: [Finding] = []
    var bySegment = [Int](repeating: 0, count: models.segments.count)
    var byModel = [Int](repeating: 0, count: models.all.count)
    for (account, segment) in segmentOf.enumerated() where evidence.isActive(account, on: evidence.asOf) {
      guard let segment else { continue }
      bySegment[segment] += 1
      byModel[models.segments[segment].model] += 1
    }
    for (index, count) in bySegment.enumerated() where count == 0 {
      findings.append(
        finding(
          .warning, at: segmentNodes[index], "no active account falls into the segment '\(models.segments[index].id)'"))
    }
    if models.all.count > Models.mostMaintained {
      findings.append(
        Finding(
          .warning, file: name,
          "there are \(models.all.count) models; more than five cannot be maintained and validated"))
    }
    if models.all.count > 1 {
      for (index, count) in byModel.enumerated() where count > 0 && count < Models.fewestServed {
        findings.append(
          Finding(
            .warning, file: name,
            "the model '\(models.all[index].id)' serves \(count) active accounts; fewer than \(Models.fewestServed) cannot validate it"
          ))
      }
    }
    return findings
  }

  private func finding(_ severity: Finding.Severity, at node: Node?, _ message: Message) -> Finding {
    Finding(severity, file: name, line: node?.mark.line, column: node?.mark.column, message)
  }
}
