import Files
import Findings
import Review
import Tables

/// Looks for the columns of a file whose first line does not name them.
struct HeaderAdvice {
  /// How many lines may stand before the one that names the columns.
  private static let mostLines = 20
  private static let delimiters: [Character] = [",", ";", "\t", "|"]

  private let source: TableSource
  private let wanted: Set<String>

  /// Takes a table and where its rows come from.
  init(_ table: Table, source: TableSource) {
    self.source = source
    let mapped = Set(source.columns.values.map { $0.lowercased() })
    wanted = mapped.isEmpty ? Set(table.requiredColumns) : mapped
  }

  /// Where the columns are and what to do; what is wrong with the header where they are nowhere.
  func findings(else binding: ColumnBinding, in dataFolder: String) -> [Finding] {
    guard case .csv(_, let delimiter) = source.origin,
      let bytes = try? OpenFile(opening: source.path(from: dataFolder)).bytes(at: 0, count: 65_536)
    else { return binding.findings }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.prefix(Self.mostLines + 1).enumerated() {
      guard let sign = Self.delimiters.first(where: { wanted.isSubset(of: names(line, $0)) }) else { continue }
      if index > 0 {
        let first = lines[0].lowercased()
        return [
          finding(
            at: 1,
            first.hasPrefix("sep=")
              ? "the first line is '\(lines[0])', which only spreadsheets read; take it out"
              : "line \(index + 1) has the columns, not the first line; take out what stands before it")
        ]
      }
      guard sign.utf8.first != delimiter, sign == "|" || delimiter != nil else { continue }
      return [
        finding(
          at: 1,
          "the cells seem to be separated by '\(sign == "\t" ? "tab" : String(sign))'; say so as delimiter of the file under sources in \(Settings.fileName)"
        )
      ]
    }
    return binding.findings
  }

  private func names(_ line: Substring, _ delimiter: Character) -> Set<String> {
    let blanks: Set<Character> = [" ", "\"", "'", "\u{A0}", "\u{FEFF}", "\u{200B}"]
    return Set(
      line.split(separator: delimiter, omittingEmptySubsequences: false).map { cell in
        var name = cell.drop { blanks.contains($0) }
        while let last = name.last, blanks.contains(last) { name = name.dropLast() }
        return name.lowercased()
      })
  }

  private func finding(at line: Int, _ message: Message) -> Finding {
    Finding(.error, file: source.file, line: line, message)
  }
}
