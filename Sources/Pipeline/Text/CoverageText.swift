import Health
import Review

/// What `vigie check` says about how much of what the models ask for the data gives.
struct CoverageText {
  private let review: Review
  private let quality: DataQuality

  init(_ review: Review, _ quality: DataQuality) {
    self.review = review
    self.quality = quality
  }

  /// A line for each fact that calls for a look; one line says so where everything is there.
  var lines: [String] { [weight] + reach + feeds + spellings + unused }

  private var weight: String {
    let coverage = review.coverage
    guard !coverage.missing.isEmpty else { return "coverage: every measure of the model has a source" }
    return "coverage: \(percent(coverage.withoutSource)) of the weight of the model has no source: "
      + coverage.missing.joined(separator: ", ")
  }

  private var reach: [String] {
    let partly = review.coverage.measures.filter { $0.reached > 0 && $0.reached < $0.accounts }
    guard !partly.isEmpty else { return [] }
    let told = partly.map { "\($0.key) \(grouped($0.reached)) of \(grouped($0.accounts))" }
    return ["accounts reached: \(told.joined(separator: ", "))"]
  }

  private var feeds: [String] {
    let evidence = review.evidence
    var cadences = evidence.series.map { ($0.name, $0.cadence(on: review.asOf)) }
    cadences.append((Table.touchpoints.rawValue, evidence.cadenceOfTouchpoints))
    cadences.append((Table.tickets.rawValue, evidence.cadenceOfTickets))
    return cadences.compactMap { name, cadence in
      guard let cadence, cadence.isOverdue(on: review.asOf) else { return nil }
      return "late: the newest row of \(name) is of \(cadence.newest), \(review.asOf - cadence.newest) days ago; "
        + "usually there is one every \(counted(cadence.usualGap, "day")), and lately always within \(cadence.longestGap)"
    }
  }

  private var spellings: [String] {
    quality.spellings.map {
      "spelled in several ways: \($0.column) \($0.shown), also \($0.others.joined(separator: ", "))"
    }
  }

  private var unused: [String] {
    quality.feeds.filter { !$0.unusedColumns.isEmpty }.map {
      "nothing reads these columns of \($0.file): \($0.unusedColumns.joined(separator: ", "))"
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))%" }
}
