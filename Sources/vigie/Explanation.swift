import Findings
import Health
import Review
import Site

/// The arithmetic of one score as text: a line a measure, a sum a dimension, and the score.
func explanation(of account: AccountReview, in review: Review, measures: MeasureWords) -> String {
  let facts = review.evidence.accounts[account.account]
  let segment = review.models.segments[account.segment]
  var lines = [
    "\(facts.name) (\(facts.id.text)) on \(review.asOf)",
    "segment \(segment.name), model \(account.model.id) of version \(review.models.version)", "",
  ]
  lines += table(account, measures: measures)
  lines.append("")
  lines += verdict(account)
  if let sentiment = account.sentiment {
    let by = sentiment.csm.map { " by \($0)" } ?? ""
    lines.append("judgement: \(sentiment.flag.rawValue)\(by) on \(sentiment.date); it is no part of the score")
  }
  return lines.map(onOneLine).joined(separator: "\n")
}

/// Measures, what they count, their share of the score and the points that this makes.
private func table(_ account: AccountReview, measures: MeasureWords) -> [String] {
  let columns = [("measure", 26), ("value", 20), ("state", 20), ("counts", 8), ("share", 9), ("points", 8)]
  func row(_ cells: [String]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, columns[index].1 - cell.unicodeScalars.count))
      // Words to the left, numbers to the right.
      line += index == 0 || index == 2 ? cell + padding : padding + cell
      line += index == 1 ? "  " : ""
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
  let parts = DimensionPoints.all(account)
  var lines = [row(columns.map(\.0))]
  for part in parts {
    for measure in part.measures {
      lines.append(
        row([
          "  " + measure.definition.key,
          measure.value.map { plain(measures.text($0, of: measure.definition)) } ?? "none",
          measure.state,
          measure.counted.map { fixed($0, 2) } ?? "left out",
          measure.counted == nil ? "" : fixed(100 * measure.share, 2) + " %", measure.points.map { fixed($0, 2) } ?? "",
        ]))
    }
    lines.append(
      row([part.id, "", "", "", fixed(100 * part.share, 2) + " %", part.points.map { fixed($0, 2) } ?? "left out"]))
  }
  let total = account.score.exact.map { fixed($0, 2) } ?? "none"
  lines.append(row(["score", "", "", "", parts.isEmpty ? "" : "100.00 %", total]))
  return lines
}

private func verdict(_ account: AccountReview) -> [String] {
  let score = account.score
  let bands = account.model.bands
  var lines: [String] = []
  let coverage =
    "coverage \(fixed(100 * score.coverage, 1)) % fresh, floor \(fixed(100 * account.model.coverageFloor, 1)) %"
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

/// What one dimension and its measures add to the score, in points that add up.
private struct DimensionPoints {
  struct Measure {
    let definition: MeasureDefinition
    let value: Double?
    let state: String
    let counted: Double?
    let share: Double
    let points: Double?
  }

  let id: String
  let share: Double
  let points: Double?
  let measures: [Measure]

  static func all(_ account: AccountReview) -> [DimensionPoints] {
    let model = account.model
    let counted = zip(model.dimensions, account.detail.dimensions).map { $1?.score == nil ? 0 : $0.weight }
    let whole = counted.reduce(0, +)
    let contributions = account.detail.dimensions.map { $0?.contribution ?? 0 }
    let printed = apportioned(contributions, to: account.score.exact ?? 0, decimals: 2)
    var first = 0
    return model.dimensions.indices.compactMap { index in
      let dimension = model.dimensions[index]
      let positions = first..<(first + dimension.measures.count)
      first = positions.upperBound
      guard let score = account.detail.dimensions[index] else { return nil }
      let share = whole > 0 ? counted[index] / whole : 0
      return DimensionPoints(
        id: dimension.id, share: share, points: score.score == nil ? nil : printed[index],
        measures: measures(account, of: dimension, at: positions, share: share, points: printed[index]))
    }
  }

  private static func measures(
    _ account: AccountReview, of dimension: Dimension, at positions: Range<Int>, share: Double, points: Double
  ) -> [Measure] {
    let read = zip(dimension.measures, positions).compactMap { definition, position in
      definition.weight > 0 ? account.detail.measures[position].map { (definition, $0) } : nil
    }
    let weight = read.reduce(0) { $0 + ($1.1.counted == nil ? 0 : $1.0.weight) }
    let shares = read.map { weight > 0 && $0.1.counted != nil ? share * $0.0.weight / weight : 0 }
    let printed = apportioned(zip(read, shares).map { ($0.1.counted ?? 0) * $1 }, to: points, decimals: 2)
    return read.indices.map { index in
      let (definition, measure) = read[index]
      let day = measure.observation.observedOn.map { " \($0)" } ?? ""
      return Measure(
        definition: definition, value: measure.observation.value, state: measure.observation.state.rawValue + day,
        counted: measure.counted, share: shares[index], points: measure.counted == nil ? nil : printed[index])
    }
  }
}

/// As pages write it, with the signs that a terminal has: an ordinary blank and a hyphen for minus.
private func plain(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar == "\u{2212}" ? "-" : scalar) }
  return String(scalars)
}
