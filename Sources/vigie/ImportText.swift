import Findings
import Pipeline
import Portfolio
import Review

/// What `vigie import` says about its plan.
struct ImportText {
  private static let mostColumns = 12
  private static let mostFindings = 20

  private let plan: ImportPlan

  init(_ plan: ImportPlan) { self.plan = plan }

  /// What was found, what it gives and what is left over.
  var lines: [String] {
    plan.proposals.flatMap(lines) + plan.previews.flatMap(lines)
      + plan.findings.prefix(Self.mostFindings).map(\.description)
      + (plan.findings.count > Self.mostFindings
        ? ["\(grouped(plan.findings.count - Self.mostFindings)) more lines; vigie check --all shows them"] : [])
      + plan.strangers.map(\.reason.description)
  }

  private func lines(_ proposal: Proposal) -> [String] {
    if proposal.isKnown { return ["\(proposal.file): \(proposal.reasons.joined(separator: "; "))"] }
    let reasons = proposal.reasons.isEmpty ? "" : ", because \(proposal.reasons.joined(separator: "; "))"
    var lines = ["\(proposal.file): \(proposal.table.rawValue)\(reasons)"]
    lines += proposal.fileLines.map { "    \($0)" } + proposal.sourceLines.map { "    \($0)" }
    if let currency = proposal.currency { lines.append("    currency: \(currency)") }
    if !proposal.missing.isEmpty {
      lines.append("  no column was found for \(proposal.missing.joined(separator: ", "))")
    }
    if !proposal.attributes.isEmpty {
      lines.append("  kept as attributes: \(proposal.attributes.joined(separator: ", "))")
    }
    if !proposal.unused.isEmpty {
      let shown = proposal.unused.prefix(Self.mostColumns).joined(separator: ", ")
      let rest = proposal.unused.count - Self.mostColumns
      lines.append("  columns that nothing reads: \(shown)\(rest > 0 ? " and \(rest) more" : "")")
    }
    for (column, words) in proposal.unknownWords {
      let shown = words.joined(separator: ", ")
      lines.append("  words of \(column) that Vigie does not know: \(shown); say what they mean under values")
    }
    for question in proposal.questions {
      lines.append("  \(question.text)")
      lines += question.choices.map { "    \($0.meaning): \($0.options)" }
    }
    return lines
  }

  private func lines(_ preview: ImportPlan.Preview) -> [String] {
    let head = "\(preview.file): \(preview.table.rawValue), \(rowCounts(preview.rows))"
    return [head]
      + preview.first.map { row in "    " + row.map { "\($0.column): \($0.value)" }.joined(separator: ", ") }
  }

  /// Why nothing can be written; nil where it can, or where there is nothing to write.
  var refusal: Refusal? {
    if let question = plan.questions.first {
      return Refusal("\(question.text) Say it with \(question.option); nothing was written")
    }
    if plan.proposals.contains(where: { !$0.isKnown }), plan.settings == nil {
      return Refusal(
        "sources or files in vigie.yml have their value in one line; put the lines above in by hand"
      )
    }
    let stops = plan.findings.count(where: \.stops)
    if stops > 0 { return Refusal("\(counted(stops, "error")) above; nothing was written") }
    if !plan.strangers.isEmpty && plan.proposals.allSatisfy(\.isKnown) || plan.proposals.isEmpty {
      return Refusal("none of the files was recognised; nothing was written")
    }
    return nil
  }

  /// What was written, and what comes next.
  func summary(folder: String) -> String {
    let new = plan.proposals.count { !$0.isKnown }
    let place = folder == "." ? "" : " \(folder)"
    let next = plan.lacksMeasures ? "import usage as well, without which there is no site" : "vigie check\(place)"
    return new == 0
      ? "nothing to write: every file is read already"
      : "wrote \(counted(new, "source")) into vigie.yml; now: \(next)"
  }
}
