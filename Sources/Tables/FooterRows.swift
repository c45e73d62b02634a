/// Tells the rows of a table from the lines that programs write among and behind them.
public struct FooterRows {
  /// What to do with a row.
  public enum Kind: Sendable {
    /// It has no filled cell and is no row.
    case blank
    /// It is a repeated header or part of the footer.
    case leftOut
    /// It is a sum of others.
    case total
    /// It is part of the footer if no complete row follows.
    case held
    /// It is a row.
    case row
  }

  private let footer: TableLayout.Footer
  /// Whether the footer that the settings name has begun.
  public private(set) var isOver = false
  private var isBehindFooter = false

  /// Takes what ends the table.
  public init(_ footer: TableLayout.Footer) { self.footer = footer }

  /// Looks at the current row of a reader.
  public mutating func kind(of reader: borrowing TableReader) -> Kind {
    let shape = reader.shape
    if shape == .blank { return .blank }
    if case .text(let beginnings) = footer, !isOver { isOver = reader.begins(with: beginnings) }
    if isOver || shape == .header { return .leftOut }
    if shape == .total, footer != .none {
      isBehindFooter = true
      return .total
    }
    // A short last line without a line break was cut off, unless the footer has begun.
    if shape == .single, footer != .none, isBehindFooter || !reader.isCutOff {
      isBehindFooter = true
      return .held
    }
    isBehindFooter = false
    return .row
  }
}

extension TableReader {
  /// Whether the first filled cell of the current row begins with one of the texts.
  fileprivate func begins(with texts: [String]) -> Bool {
    guard let first = (0..<count).first(where: { !withCellAsWritten($0, CellParsing.isBlank) }) else { return false }
    let cell = withCellAsWritten(first) { CellParsing.text($0) }
    return texts.contains { cell.utf8.starts(with: $0.utf8) }
  }
}
