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
    return MatrixPiece.Cell(
      kind: cell.isDivergence ? "hot" : cell.isAgreement ? "agree" : "",
      link: accounts.isEmpty ? "" : root + cell.path, count: formats.whole(accounts.count),
      arr: shortMoney(arr(of: accounts.map(\.account))))
  }

  /// The active accounts of a cell, the most urgent first.
  func accounts(in cell: MatrixCell) -> [AccountReview] {
    review.byExposure.filter { $0.score.band == cell.band && $0.currentFlag == cell.flag }
  }
}
