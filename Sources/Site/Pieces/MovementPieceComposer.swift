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
            let accounts = changes.comparison[cell]
            return MatrixPiece.Cell(
              kind: from == to ? "agree" : "", link: accounts.isEmpty ? "" : "\(root)\(cell.path).html",
              count: formats.whole(accounts.count), arr: shortMoney(AmountSum(accounts.map(\.arr))))
          })
      })
  }
}
