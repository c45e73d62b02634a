import Review
import Tables

/// A table in the portfolio's own `data/`, which rows can be added to; existing rows are never changed.
public struct OwnTable: ~Copyable {
  /// The place of a row.
  public struct Place: Equatable, Sendable {
    /// The file, as a path that can be opened.
    public let file: String
    /// The line on which the row begins, from 1.
    public let line: Int
  }

  private let hold: TableHold
  private let dialect: CSVDialect
  /// The columns of the file, in its order; all meaningful columns when the file does not exist.
  public let columns: [String]

  /// Creates a table from a hold taken before the portfolio was read.
  ///
  /// - Throws: `RecordError` when the settings say how the file is to be read.
  public init(_ hold: consuming TableHold, settings: Settings) throws(RecordError) {
    let table = hold.table
    if settings.namesOwnFile(of: table) { throw .mapped(table, file: table.file) }
    let layout = try Self.layout(of: hold)
    self.hold = hold
    (columns, dialect) = layout
  }

  /// The columns and dialect of the table; a new one gets Vigie's own.
  private static func layout(of hold: borrowing TableHold) throws(RecordError) -> ([String], CSVDialect) {
    guard hold.file.before != nil else { return (hold.table.columns, CSVDialect()) }
    do throws(TableProblem) {
      let reader = try TableReader(file: hold.file.path)
      return (reader.header, reader.dialect ?? CSVDialect())
    } catch {
      // The portfolio was read with it a moment ago.
      throw .changed(file: hold.file.shown)
    }
  }

  /// Adds a row at the end, following the file's columns, delimiter, quotes and line breaks.
  ///
  /// All or nothing: either the row is on the disk and was read back as intended, or the file is unchanged.
  public func append(_ row: NewRow) throws(RecordError) -> Place { try append([row])[0] }

  /// Adds rows at the end in one write, all or none of them.
  ///
  /// - Returns: the place of each.
  public func append(_ rows: [NewRow]) throws(RecordError) -> [Place] {
    let rows = try rows.map { row throws(RecordError) in try row.cells(under: columns, file: hold.file.shown) }
    var bytes = rows.flatMap(dialect.row)
    if hold.file.before == nil {
      bytes = dialect.row(columns) + bytes
    } else if !hold.file.endsWithLineBreak {
      bytes = dialect.lineBreak.bytes + bytes
    }
    let lines = try hold.file.append(bytes) { path in linesOfLastRows(at: path, ifTheyHold: rows) }
    return lines.map { Place(file: hold.file.shown, line: $0) }
  }

  /// Why a row cannot be added; nil where it can.
  public func fault(of row: NewRow) -> RecordError? {
    do throws(RecordError) {
      _ = try row.cells(under: columns, file: hold.file.shown)
      return nil
    } catch {
      return error
    }
  }
}

/// The lines of the last rows of a file, if these are their cells.
private func linesOfLastRows(at path: String, ifTheyHold rows: [[String]]) -> [Int]? {
  do throws(TableProblem) {
    var counting = try TableReader(file: path)
    var before = -rows.count
    while try counting.advance() { before += 1 }
    guard before >= 0 else { return nil }
    var reader = try TableReader(file: path)
    for _ in 0..<before { _ = try reader.advance() }
    var lines: [Int] = []
    for cells in rows {
      guard try reader.advance(), reader.count == cells.count, reader.malformedCell == nil else { return nil }
      let isMeant = cells.indices.allSatisfy { position in
        reader.withCell(position) { $0.elementsEqual(cells[position].utf8) }
      }
      guard isMeant else { return nil }
      lines.append(reader.line)
    }
    return lines
  } catch {
    return nil
  }
}
