import Findings
import Health
import Spelling

/// Gathers observations in file order, then sorts them into series.
struct ObservationLog {
  private struct Column {
    let name: String
    /// The rows that have a value, in the order of the files.
    var rows: [Int32] = []
    var values: [Double] = []
  }

  private var columns: [Column] = []
  // What the values of a row have in common is kept once.
  private var accounts: [Int32] = []
  private var days: [Int32] = []
  private var lines: [UInt32] = []
  /// The file of the rows from each start position on.
  private var files: [(start: Int, file: String)] = []
  private var byName: [String: Int] = [:]
  /// By folded name, since a measure is the same in capitals.
  private var byKey: [String: Int] = [:]
  private let spellings: [String: String]
  private var lastSlot = 0

  /// Takes the names that are to be spelled so, however the files spell them.
  init(spelled: [String]) {
    spellings = Dictionary(spelled.map { ($0.nameKey, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of the measures that have a slot.
  var names: Set<String> { Set(columns.map(\.name)) }

  /// The slot of a measure, created if it is new.
  mutating func slot(of measure: String) -> Int {
    // Consecutive rows of a long file cycle through the measures, or repeat one.
    for guess in [lastSlot + 1 < columns.count ? lastSlot + 1 : 0, lastSlot] where guess < columns.count {
      if columns[guess].name == measure {
        lastSlot = guess
        return guess
      }
    }
    if let slot = byName[measure] {
      lastSlot = slot
      return slot
    }
    let key = measure.nameKey
    let slot = byKey[key] ?? columns.count
    if slot == columns.count { columns.append(Column(name: spellings[key] ?? measure)) }
    byKey[key] = slot
    byName[measure] = slot
    return slot
  }

  /// Begins a file.
  mutating func begin(file: String) { files.append((accounts.count, file)) }

  /// Begins a row, to which values are added next.
  mutating func beginRow(account: Int, day: Day, line: Int) {
    accounts.append(Int32(account))
    days.append(day.number)
    lines.append(UInt32(truncatingIfNeeded: line))
  }

  mutating func add(_ value: Double, to slot: Int) {
    columns[slot].rows.append(Int32(accounts.count - 1))
    columns[slot].values.append(value)
  }

  /// The series, by name, of the measures with observations; the last of several for one account and day counts.
  consuming func series(accounts: Int, log: inout FindingLog) -> [Series] {
    var series: [Series] = []
    for index in columns.indices.sorted(by: { columns[$0].name < columns[$1].name }) {
      // Taking each column out of the array frees it before the next is sorted.
      let column = columns[index]
      columns[index] = Column(name: column.name)
      if !column.values.isEmpty { series.append(sorted(column, accounts: accounts, log: &log)) }
    }
    return series
  }

  private func sorted(_ column: Column, accounts count: Int, log: inout FindingLog) -> Series {
    var starts = [Int32](repeating: 0, count: count + 1)
    for row in column.rows { starts[Int(accounts[Int(row)]) + 1] += 1 }
    for account in 0..<count { starts[account + 1] += starts[account] }
    if isInOrder(column.rows) {
      // Measures that every row has share the days.
      let own = column.rows.count == days.count ? days : column.rows.map { days[Int($0)] }
      return Series(name: column.name, starts: starts, days: own, values: column.values)
    }
    var next = starts
    var order = [Int32](repeating: 0, count: column.values.count)
    for (position, row) in column.rows.enumerated() {
      let account = Int(accounts[Int(row)])
      order[Int(next[account])] = Int32(position)
      next[account] += 1
    }
    func day(_ position: Int32) -> Int32 { days[Int(column.rows[Int(position)])] }
    var sortedDays: [Int32] = []
    var values: [Double] = []
    sortedDays.reserveCapacity(order.count)
    values.reserveCapacity(order.count)
    var newStarts: [Int32] = [0]
    newStarts.reserveCapacity(count + 1)
    for account in 0..<count {
      let range = Int(starts[account])..<Int(starts[account + 1])
      if zip(order[range], order[range].dropFirst()).contains(where: { day($0) > day($1) }) {
        // Positions follow the order of the files, so rows of one day keep that order.
        order[range].sort { (day($0), $0) < (day($1), $1) }
      }
      let first = sortedDays.count
      for position in order[range] {
        if sortedDays.count > first, sortedDays[sortedDays.count - 1] == day(position) {
          values[values.count - 1] = column.values[Int(position)]
          log.add(duplicate(in: Int(column.rows[Int(position)]), of: column.name))
        } else {
          sortedDays.append(day(position))
          values.append(column.values[Int(position)])
        }
      }
      newStarts.append(Int32(sortedDays.count))
    }
    return Series(
      name: column.name, starts: newStarts, days: sortedDays, values: values,
      overwritten: order.count - sortedDays.count)
  }

  /// True when rows follow one another by account and, within an account, by day, each day once.
  ///
  /// Most exports are written so.
  private func isInOrder(_ rows: [Int32]) -> Bool {
    for index in rows.indices.dropFirst() {
      let (before, row) = (Int(rows[index - 1]), Int(rows[index]))
      guard accounts[before] < accounts[row] || accounts[before] == accounts[row] && days[before] < days[row] else {
        return false
      }
    }
    return true
  }

  private func duplicate(in row: Int, of measure: String) -> Finding {
    let file = files.last { $0.start <= row }?.file ?? ""
    return Finding(
      .warning, file: file, line: Int(lines[row]),
      "\(measure) has another value for this account and \(Day(number: days[row])); this later one counts",
      group: Finding.Group(.rows, of: measure))
  }
}
