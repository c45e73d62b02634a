import Findings
import Health
import Pipeline
import Review

/// The arithmetic of one score as text: a line per measure, a sum per dimension, and the score.
func text(of explanation: Explanation) -> String {
  let (account, review) = (explanation.account, explanation.review)
  let facts = review.evidence.accounts[account.account]
  let segment = review.models.segments[account.segment]
  var lines = [
    "\(facts.name) (\(facts.id.text)) on \(review.asOf)",
    "segment \(segment.name), model \(account.model.id) of version \(review.models.version)", "",
  ]
  lines += table(account, explanation.dimensions)
  lines.append("")
  lines += verdict(account)
  if let sentiment = account.sentiment {
    let by = sentiment.csm.map { " by \($0)" } ?? ""
    lines.append("flag: \(sentiment.flag.rawValue)\(by) on \(sentiment.date); it is no part of the score")
  }
  return lines.map(onOneLine).joined(separator: "\n")
}

/// The table of measures: what they count, their share of the score and the resulting points.
private func table(_ account: AccountReview, _ parts: [DimensionPoints]) -> [String] {
  let columns = [("measure", 26), ("value", 20), ("state", 20), ("counts", 8), ("share", 9), ("points", 8)]
  func row(_ cells: [String]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, columns[index].1 - cell.unicodeScalars.count))
      // Words are left-aligned, numbers right-aligned.
      line += index == 0 || index == 2 ? cell + padding : padding + cell
      line += index == 1 ? "  " : ""
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
  var lines = [row(columns.map(\.0))]
  for part in parts {
    for measure in part.measures {
      lines.append(
        row([
          "  " + measure.definition.key,
          measure.value ?? "none",
          measure.state,
          measure.counted.map { fixed($0, 2) } ?? "left out",
          measure.counted == nil ? "" : fixed(100 * measure.share, 2) + "%", measure.points.map { fixed($0, 2) } ?? "",
        ]))
    }
    lines.append(
      row([part.id, "", "", "", fixed(100 * part.share, 2) + "%", part.points.map { fixed($0, 2) } ?? "left out"]))
  }
  let total = account.score.exact.map { fixed($0, 2) } ?? "none"
  lines.append(row(["score", "", "", "", parts.isEmpty ? "" : "100.00%", total]))
  return lines
}

private func verdict(_ account: AccountReview) -> [String] {
  let score = account.score
  let bands = account.model.bands
  var lines: [String] = []
  let coverage =
    "coverage \(fixed(100 * score.coverage, 1))% fresh, floor \(fixed(100 * account.model.coverageFloor, 1))%"
  if let published = score.published {
    lines.append(
      "published \(published): \(score.uncappedBand.rawValue) (green from \(bands.green), yellow from \(bands.yellow))")
    lines.append(coverage)
  } else {
    lines.append("not published: \(coverage)")
  }
  lines.append(
    "interval \(fixed(score.low, 1)) to \(fixed(score.high, 1)), with all that is not fresh at its worst or its best")
  if let index = score.cap {
    let cap = account.model.caps[index]
    lines.append("capped at \(cap.band.rawValue): \(cap.why.isEmpty ? cap.measure : cap.why)")
  }
  return lines
}
