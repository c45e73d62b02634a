import Health
import Review

/// Composes the matrix of band by score and flag by person.
struct MatrixPieceComposer: Composer {
  let tell: Telling

  func piece(root: String) -> MatrixPiece {
    MatrixPiece(
      rows: Band.allCases.map { band in
        MatrixPiece.Row(
          letter: String(band.rawValue.prefix(1)), word: words.code(.band, band.rawValue),
          isScored: band != .unscored,
          cells: MatrixCell.flags.map { flag in cell(MatrixCell(band: band, flag: flag), root: root) })
      })
  }

  private func cell(_ cell: MatrixCell, root: String) -> MatrixPiece.Cell {
    let accounts = accounts(in: cell)
    return self.cell(
      kind: cell.isDivergence ? "hot" : cell.isAgreement ? "agree" : "", link: root + cell.path, title: title(of: cell),
      amounts: arr(of: accounts.map(\.account)))
  }

  /// A cell of this matrix or of another of the same look, with what the amounts in it add up to.
  func cell(kind: String, link: String, title: String, amounts: AmountSum) -> MatrixPiece.Cell {
    let arr = shortMoney(amounts)
    return MatrixPiece.Cell(
      kind: kind, link: amounts.count == 0 ? "" : link, count: formats.whole(amounts.count), arr: arr,
      name: words(.matrixCell, ["accounts": words.count(.accounts, amounts.count), "arr": arr, "title": title]))
  }

  /// `Score green, CSM says yellow`.
  func title(of cell: MatrixCell) -> String {
    let flag = cell.flag.map { words.code(.band, $0.rawValue) } ?? words.code(.agreement, Agreement.noFlag.rawValue)
    return words(.cellTitle, ["band": words.code(.band, cell.band.rawValue), "flag": flag])
  }

  /// The active accounts of a cell, the most urgent first.
  func accounts(in cell: MatrixCell) -> [AccountReview] {
    review.byExposure.filter { $0.score.band == cell.band && $0.currentFlag == cell.flag }
  }
}
