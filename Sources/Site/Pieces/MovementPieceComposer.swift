import Health
import Review

/// Composes the matrix of bands in the earlier edition by bands in the later one.
struct MovementPieceComposer: Composer {
  let tell: Telling

  func piece(_ changes: Changes, root: String) -> MovementPiece {
    let rows = ChangeRows(tell: tell)
    let places = Band.allCases.map(Optional.some) + [nil]
    return MovementPiece(
      before: rows.label(ofEnd: changes.comparison.before, in: changes),
      after: rows.label(ofEnd: changes.comparison.after, in: changes),
      rows: places.map { from in
        MovementPiece.Row(
          letter: from.map { String($0.rawValue.prefix(1)) } ?? "", word: word(of: from),
          cells: places.map { to in
            let cell = EditionComparison.Cell(from: from, to: to)
            return MatrixPieceComposer(tell: tell).cell(
              kind: from == to ? "agree" : "", link: "\(root)\(cell.path).html", title: title(of: cell),
              amounts: AmountSum(changes.comparison[cell].map(\.arr)))
          })
      })
  }

  /// `From green to yellow`.
  func title(of cell: EditionComparison.Cell) -> String {
    words(.movementTitle, ["from": word(of: cell.from), "to": word(of: cell.to)])
  }
}
