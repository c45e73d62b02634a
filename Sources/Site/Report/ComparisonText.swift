import Findings
import Health
public import Review

extension Context {
  /// A comparison as plain text for a terminal.
  public func text(of comparison: EditionComparison, trial: ModelTrial? = nil) -> String {
    let changes = Changes(comparison: comparison, trial: trial)
    return ComparisonText(tell: Telling(self, changes: changes)).text(of: changes)
  }
}

/// A comparison as plain text for a terminal: the mean, the effect of the model, the movement and who moved.
struct ComparisonText: Composer {
  /// The number of accounts that the text names; the page has the rest.
  private static let mostNamed = 40

  let tell: Telling

  func text(of changes: Changes) -> String {
    let page = ChangesPageComposer(tell: tell).view(of: changes, root: "")
    var lines = [page.title, page.lead] + (page.bands.isEmpty ? [] : [page.bands])
    lines += page.model.map { "\($0.label): \($0.value)" }
    if !page.trial.isEmpty { lines += [""] + aligned(trialCells(page.trial)) }
    lines += [""] + aligned(movementCells(changes, before: page.before, after: page.after))
    for (title, rows) in [(words(.changedBand), page.changed), (words(.movedWithinBand), page.moved)]
    where !rows.isEmpty {
      lines += ["", title]
      let head = [
        words(.account), page.before, "", page.after, words(.change), words(.behaviour), words(.lateData),
        words(.model), words(.whatMovedIt),
      ]
      lines += aligned([head] + rows.prefix(Self.mostNamed).map(cells), leading: 1)
    }
    if !page.moreChanged.isEmpty { lines.append(page.moreChanged) }
    lines += ["", page.rule]
    return lines.map(onOneLine).joined(separator: "\n")
  }

  private func cells(_ row: ChangeRow) -> [String] {
    func end(_ end: ChangeRow.End) -> String { end.score.isEmpty ? end.bandWord : "\(end.score) \(end.bandWord)" }
    return [
      row.name, end(row.before), "→", end(row.after), row.change, row.behaviour, row.lateData, row.model, row.why,
    ]
  }

  private func trialCells(_ rows: [TrialRow]) -> [[String]] {
    let head: [Phrase] = [.horizon, .model, .outcomes, .churned, .auc, .missed, .recall, .precision]
    return [head.map { words($0) }]
      + rows.map { [$0.horizon, $0.model, $0.n, $0.churned, $0.auc, $0.missed, $0.recall, $0.precision] }
  }

  private func movementCells(_ changes: Changes, before: String, after: String) -> [[String]] {
    let places = Band.allCases.map(Optional.some) + [nil]
    return [["\(before) → \(after)"] + places.map(word(of:))]
      + places.map { from in
        [word(of: from)]
          + places.map { to in
            formats.whole(changes.comparison[EditionComparison.Cell(from: from, to: to)].count)
          }
      }
  }

  /// Aligned columns: numbers after the first column to the right, everything else to the left.
  private func aligned(_ rows: [[String]], leading: Int = 0) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let blank = String(repeating: " ", count: cell.1 - cell.0.unicodeScalars.count)
        let isNumber = cell.0.unicodeScalars.allSatisfy {
          $0.properties.numericType != nil || "+−.,\u{A0}".unicodeScalars.contains($0)
        }
        return column > 0 && isNumber ? blank + cell.0 : column == row.count - 1 ? cell.0 : cell.0 + blank
      }
      return String(repeating: "  ", count: leading) + cells.joined(separator: "  ")
    }
  }
}
