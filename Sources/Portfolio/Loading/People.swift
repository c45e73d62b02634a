import Health
import Review
import Spelling

/// The spellings of the people of our own: how often each occurs, and where first.
struct People: Sendable {
  private struct Spelling {
    let text: String
    /// The table and the row of the first, in the order in which tables are listed.
    let first: (table: Int, row: Int)
    var count = 1
  }

  private var spellings: [[UInt8]: Spelling] = [:]
  private var rows = 0

  /// Notes a name in a row of a table.
  mutating func add(_ name: String, in table: Table) {
    let bytes = Array(name.utf8)
    rows += 1
    guard spellings[bytes] != nil else {
      spellings[bytes] = Spelling(text: name, first: (Table.allCases.firstIndex(of: table) ?? 0, rows))
      return
    }
    spellings[bytes]?.count += 1
  }

  /// The people who are spelled in several ways.
  var variants: [DataQuality.Spellings] {
    let shown = names
    let others = Dictionary(grouping: spellings.values.map(\.text).filter { shown($0) != $0 }) { shown($0) }
    return others.sorted { $0.key < $1.key }.map { shown, others in
      // By bytes: Unicode has texts that are equal and written in two ways, and those need an order as well.
      let others = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return DataQuality.Spellings(column: AccountColumn.csm.name, shown: shown, others: others)
    }
  }

  /// The spelling of each person that is shown: the most frequent, of equal ones the first.
  var names: PersonNames {
    var best: [String: Spelling] = [:]
    for spelling in spellings.values {
      let key = spelling.text.nameKey
      if let other = best[key],
        (-other.count, other.first.table, other.first.row)
          <= (-spelling.count, spelling.first.table, spelling.first.row)
      {
        continue
      }
      best[key] = spelling
    }
    return PersonNames(best.mapValues(\.text), isUniform: best.count == spellings.count)
  }
}

/// The one spelling of each person of our own.
struct PersonNames: Sendable {
  private let shown: [String: String]
  /// True when everybody is spelled in one way only.
  let isUniform: Bool

  init(_ shown: [String: String], isUniform: Bool) {
    self.shown = shown
    self.isUniform = isUniform
  }

  /// The spelling that is shown; the given one for somebody unknown.
  func callAsFunction(_ name: String) -> String { shown[name.nameKey] ?? name }
}
