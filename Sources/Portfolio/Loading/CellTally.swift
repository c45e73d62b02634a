import Review

/// Counts the cells of columns that were refused or hold placeholders.
struct CellTally {
  private var columns: [DataQuality.Column] = []
  /// For the columns of the present file that were met, where they are counted.
  private var indexes: [Int: Int] = [:]

  /// The columns in which something was refused or missing, in the order in which they were met.
  var noteworthy: [DataQuality.Column] { columns.filter { $0.refused > 0 || $0.placeholders > 0 } }

  /// Begins another file.
  mutating func beginFile() { indexes.removeAll() }

  /// Counts the cells of a used row.
  mutating func add(_ row: borrowing RowParser, of table: Table, _ binding: ColumnBinding) {
    for position in row.filled { columns[index(of: position, table, binding)].filled += 1 }
    for (position, _) in row.refusals { columns[index(of: position, table, binding)].refused += 1 }
    for position in row.placeholders { columns[index(of: position, table, binding)].placeholders += 1 }
  }

  /// Adds columns that were counted elsewhere.
  mutating func add(_ counted: [DataQuality.Column]) { columns += counted }

  private mutating func index(of position: Int, _ table: Table, _ binding: ColumnBinding) -> Int {
    if let index = indexes[position] { return index }
    let name = binding.name(of: position)
    let known = columns.firstIndex { $0.table == table && $0.name == name }
    if known == nil { columns.append(DataQuality.Column(table: table, name: name)) }
    let index = known ?? columns.count - 1
    indexes[position] = index
    return index
  }
}
