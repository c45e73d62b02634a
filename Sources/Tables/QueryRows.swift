import Files
import Glibc
import SQLite

/// The result of a query on a SQLite file, as text, row after row.
struct QueryRows {
  let header: [String]
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Runs one query on a file that is opened read-only.
  init(path: String, query: String) throws(TableProblem) {
    // SQLite's own message for a missing file is about a database that cannot be opened.
    guard access(path, R_OK) == 0 else { throw TableProblem(.unreadable(systemWords(errno))) }
    var header: [String] = []
    var bytes: [UInt8] = []
    var ends: [Int] = []
    do throws(SQLiteError) {
      let rows = try Database(path, .reading).prepare(query)
      header = rows.columns
      while try rows.step() {
        for column in 0..<header.count {
          QueryRows.append(rows.cell(column), to: &bytes)
          ends.append(bytes.count)
        }
      }
    } catch {
      throw TableProblem(.query(error.message))
    }
    self.header = header
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of rows.
  var count: Int { header.isEmpty ? 0 : ends.count / header.count }

  /// The bytes of a cell.
  func cell(_ column: Int, ofRow row: Int) -> ArraySlice<UInt8> {
    let index = row * header.count + column
    return bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
  }

  private static func append(_ cell: SQLiteCell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: break
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .real(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .blob(let data): bytes.append(contentsOf: String(decoding: data, as: UTF8.self).utf8)
    }
  }
}
