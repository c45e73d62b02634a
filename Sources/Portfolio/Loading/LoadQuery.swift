import Findings
import Review
import Tables

extension Loader {
  /// Says what is wrong with the files that a query reads; how many cells its functions could not read.
  mutating func tell(
    of reader: borrowing TableReader, _ source: TableSource, _ inspection: QueryInspection?, _ table: Table
  ) -> Int {
    guard let inspection else { return 0 }
    add(inspection.stops)
    log.add(inspection.findings)
    let counts = inspection.counts(of: table)
    tally.add(counts)
    for fault in reader.faults {
      let file = source.files(named: fault.table)
      if fault.kind == .cutOff { cutOff.append("\(file):\(fault.line)") }
      if case .rowInside = fault.kind { swallowing.append("\(file):\(fault.line)") }
      log.add(fault.finding(file: file))
    }
    for unknown in reader.unreadable where unknown.function == "fx" {
      log.add(
        Finding(
          .warning, file: source.file,
          "fx() of the query knows no rate of '\(unknown.example)', so that amounts are unknown (\(unknown.count)); write it under fx in \(Settings.fileName)"
        ))
    }
    let others = reader.unreadable.filter { $0.function != "fx" }
    for cells in others {
      log.add(
        Finding(
          .error, file: source.file,
          "\(cells.function)() of the query cannot read cells (\(cells.count)) such as '\(cells.example)', and they count as blank"
        ))
    }
    return counts.reduce(0) { $0 + $1.refused } + others.reduce(0) { $0 + $1.count }
  }
}

extension TableSource {
  /// The query over files, where there is one.
  var query: String? { if case .query(let query, _) = origin { query } else { nil } }

  /// The file of a query's table.
  fileprivate func files(named name: String) -> String {
    guard case .query(_, let files) = origin else { return file }
    return files.first { $0.name == name }?.file ?? file
  }
}

extension FileFault {
  /// What is wrong with the row, in the words that rows of a table have.
  fileprivate func finding(file: String) -> Finding {
    switch kind {
    case .cutOff:
      Finding(
        .error, file: file, line: line,
        "the file ends in the middle of the row, which the query does not see; export it again")
    case .tooLong(let cells, let columns):
      Finding(
        .error, file: file, line: line,
        "the line has \(cells) cells and the header \(columns), and the query does not see it; quote a cell that holds the delimiter",
        group: Finding.Group(.rows))
    case .textAfterQuote:
      Finding(
        .error, file: file, line: line,
        "text follows the closing quote of a cell, and the query does not see the row; double the quotes inside a quoted cell",
        group: Finding.Group(.rows))
    case .rowInside(let inside):
      Finding(
        .warning, file: file, line: line,
        "the quoted cell begins in line \(line) and has line \(inside) in it, which looks like a row of its own; if a quotation mark stands there by mistake, rows are lost in the cell"
      )
    }
  }
}
