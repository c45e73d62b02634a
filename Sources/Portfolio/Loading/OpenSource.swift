import Tables

extension TableSource {
  /// The path of the file, relative to a folder unless it is absolute.
  func path(from folder: String) -> String { file.hasPrefix("/") ? file : folder + "/" + file }

  /// Opens the file, or runs its query.
  func reader(from folder: String) throws(TableProblem) -> TableReader {
    let path = path(from: folder)
    return switch origin {
    case .csv(_, let delimiter): try TableReader(csv: path, delimiter: delimiter)
    case .sqlite(_, let query): try TableReader(sqlite: path, query: query)
    }
  }
}
