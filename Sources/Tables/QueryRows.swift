import Files
import GRDB
import Glibc

/// The result of a query on a SQLite file, as text, row after row.
struct QueryRows {
  let header: [String]
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Runs one query on a file that is opened for reading only.
  init(path: String, query: String) throws(TableProblem) {
    // SQLite's own words for a missing file speak of a database that cannot be opened.
    guard access(path, R_OK) == 0 else { throw TableProblem(.unreadable(systemWords(errno))) }
    var configuration = Configuration()
    configuration.readonly = true
    var header: [String] = []
    var bytes: [UInt8] = []
    var ends: [Int] = []
    do {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try database.read { connection in
        let statement = try connection.makeStatement(sql: query)
        header = statement.columnNames
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
          for column in 0..<header.count {
            QueryRows.append(row[column] as DatabaseValue, to: &bytes)
            ends.append(bytes.count)
          }
        }
      }
    } catch let error as DatabaseError {
      throw TableProblem(.query(error.message ?? error.description))
    } catch {
      throw TableProblem(.query("\(error)"))
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

  private static func append(_ value: DatabaseValue, to bytes: inout [UInt8]) {
    switch value.storage {
    case .null: break
    case .int64(let number): bytes.append(contentsOf: String(number).utf8)
    case .double(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .string(let text): bytes.append(contentsOf: text.utf8)
    case .blob(let data): bytes.append(contentsOf: String(decoding: data, as: UTF8.self).utf8)
    }
  }
}
