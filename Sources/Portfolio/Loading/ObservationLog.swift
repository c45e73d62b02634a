import Findings
import Health
import Spelling

/// Gathers observations in file order, then sorts them into series.
struct ObservationLog {
  private struct Column {
    let name: String
    var accounts: [Int32] = []
    var days: [Int32] = []
    var values: [Double] = []
    var lines: [UInt32] = []
    /// The file of the observations from each start position on.
    var files: [(start: Int, file: String)] = []
  }

  private var columns: [Column] = []
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

  mutating func add(_ value: Double, to slot: Int, account: Int, day: Day, line: Int, file: String) {
    if columns[slot].files.last?.file != file { columns[slot].files.append((columns[slot].values.count, file)) }
    columns[slot].accounts.append(Int32(account))
    columns[slot].days.append(day.number)
    columns[slot].values.append(value)
    columns[slot].lines.append(UInt32(truncatingIfNeeded: line))
  }

  /// The series, by name, of the measures with observations; the last of several for one account and day counts.
  consuming func series(accounts: Int, log: inout FindingLog) -> [Series] {
    var series: [Series] = []
    for index in columns.indices.sorted(by: { columns[$0].name < columns[$1].name }) {
      // Taking each column out of the array frees it before the next is sorted.
      let column = columns[index]
      columns[index] = Column(name: column.name)
      if !column.values.isEmpty { series.append(Self.sorted(column, accounts: accounts, log: &log)) }
    }
    return series
  }

  private static func sorted(_ column: Column, accounts: Int, log: inout FindingLog) -> Series {
    var starts = [Int32](repeating: 0, count: accounts + 1)
    for account in column.accounts { starts[Int(account) + 1] += 1 }
    for account in 0..<accounts { starts[account + 1] += starts[account] }
    var next = starts
    var order = [Int32](repeating: 0, count: column.values.count)
    for (position, account) in column.accounts.enumerated() {
      order[Int(next[Int(account)])] = Int32(position)
      next[Int(account)] += 1
    }
    var days: [Int32] = []
    var values: [Double] = []
    days.reserveCapacity(order.count)
    values.reserveCapacity(order.count)
    var newStarts: [Int32] = [0]
    newStarts.reserveCapacity(accounts + 1)
    for account in 0..<accounts {
      let range = Int(starts[account])..<Int(starts[account + 1])
      if zip(order[range], order[range].dropFirst()).contains(where: { column.days[Int($0)] > column.days[Int($1)] }) {
        // Positions follow the order of the files, so rows of one day keep that order.
        order[range].sort { (column.days[Int($0)], $0) < (column.days[Int($1)], $1) }
      }
      let first = days.count
      for position in order[range] {
        let day = column.days[Int(position)]
        if days.count > first, days[days.count - 1] == day {
          values[values.count - 1] = column.values[Int(position)]
          log.add(duplicate(at: Int(position), in: column))
        } else {
          days.append(day)
          values.append(column.values[Int(position)])
        }
      }
      newStarts.append(Int32(days.count))
    }
    return Series(
      name: column.name, starts: newStarts, days: days, values: values, overwritten: order.count - days.count)
  }

  private static func duplicate(at position: Int, in column: Column) -> Finding {
    let file = column.files.last { $0.start <= position }?.file ?? ""
    return Finding(
      .warning, file: file, line: Int(column.lines[position]),
      "\(column.name) has another value for this account and \(Day(number: column.days[position])); this later one counts",
      group: Finding.Group(.rows, of: column.name))
  }
}
