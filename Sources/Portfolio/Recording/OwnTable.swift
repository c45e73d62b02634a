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
  /// - Throws: `RecordError` when the settings read the table from other files.
  public init(_ hold: consuming TableHold, settings: Settings) throws(RecordError) {
    let table = hold.table
    if let sources = settings.sources[table] { throw .mapped(table, files: sources.map(\.file)) }
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
  public func append(_ row: NewRow) throws(RecordError) -> Place {
    let cells = try row.cells(under: columns, file: hold.file.shown)
    var bytes = dialect.row(cells)
    if hold.file.before == nil {
      bytes = dialect.row(columns) + bytes
    } else if !hold.file.endsWithLineBreak {
      bytes = dialect.lineBreak.bytes + bytes
    }
    let line = try hold.file.append(bytes) { path in lineOfLastRow(at: path, ifItHolds: cells) }
    return Place(file: hold.file.shown, line: line)
  }
}

/// The line of the last row of a file, if these are its cells.
private func lineOfLastRow(at path: String, ifItHolds cells: [String]) -> Int? {
  guard var reader = try? TableReader(file: path) else { return nil }
  var line: Int?
  do throws(TableProblem) {
    while try reader.advance() {
      let isMeant =
        reader.count == cells.count && reader.malformedCell == nil
        && cells.indices.allSatisfy { position in
          reader.withCell(position) { $0.elementsEqual(cells[position].utf8) }
        }
      line = isMeant ? reader.line : nil
    }
  } catch {
    return nil
  }
  return line
}
