import Health
import Review

/// Whether the portfolio is another one than a year ago, in words.
struct DriftComposer: Composer {
  let tell: Telling

  var section: DriftSection {
    guard let drift = tell.drift, !drift.findings.isEmpty else {
      return DriftSection(lead: words(.driftTooFew), rows: [])
    }
    return DriftSection(
      lead: words(.driftRule, ["date": formats.date(drift.then)]), rows: drift.findings.map(row))
  }

  /// One notice, only when something changed by more than chance.
  func notice(root: String) -> Notice? {
    guard let drift = tell.drift, !drift.changes.isEmpty else { return nil }
    let names = words.some(drift.changes.map { label($0.subject) }, most: Self.mostNamed)
    return Notice(
      lead: words(.driftLead, ["date": formats.date(drift.then)]), text: words(.driftText, ["names": names]),
      link: root + BacktestPageComposer.entry.path + "#drift", linkWords: words(.driftHeading))
  }

  private static let mostNamed = 4

  private func row(_ finding: PortfolioDrift.Finding) -> DriftRow {
    DriftRow(
      label: label(finding.subject), then: formats.whole(finding.n.then), now: formats.whole(finding.n.now),
      difference: formats.fixed(finding.size, decimals: 2), chance: formats.fixed(finding.p, decimals: 3),
      verdict: words(finding.isReal ? .driftReal : .driftChance))
  }

  private func label(_ subject: PortfolioDrift.Subject) -> String {
    switch subject {
    case .bands: words(.bands)
    case .measure(let key): label(key)
    }
  }
}
