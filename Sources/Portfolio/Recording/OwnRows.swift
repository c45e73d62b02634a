import Files
import Findings
import Health
import Review
import Spelling

extension Table {
  /// True for the tables that Vigie adds rows to: their file in `data/` is read beside what the settings name.
  var isRecorded: Bool { self == .sentiment || self == .reviews || self == .risks || self == .opinions }
}

extension Settings {
  /// Where the rows of a table come from: what the settings name, or else the file named after the table.
  ///
  /// Rows that people record with Vigie are read beside a mapped source, and after it: of two on one day they count.
  ///
  /// - Throws: `FileError` when it cannot be told whether that file is there.
  func sources(of table: Table, in dataFolder: String) throws(FileError) -> [TableSource] {
    let mapped = sources[table]
    guard mapped == nil || table.isRecorded && !namesOwnFile(of: table) else { return mapped ?? [] }
    // A link that leads nowhere is read, too, and the reader says so.
    let isThere = try EntryStatus(path: dataFolder + "/" + table.file) != nil
    return (mapped ?? []) + (isThere ? [TableSource(origin: .file(table.file))] : [])
  }

  /// Whether the settings say how the table's own file is read, so that its columns are somebody else's.
  func namesOwnFile(of table: Table) -> Bool {
    sources[table]?.contains { $0.files.contains { UnreadFiles.plainPath($0) == table.file } } ?? false
  }
}

/// A row that people record, which another file may hold as well.
protocol RecordedRow {
  /// Whether another row says all that this one says.
  func repeats(_ other: Self) -> Bool
}

extension Sentiment: RecordedRow {
  func repeats(_ other: Sentiment) -> Bool {
    (date, flag) == (other.date, other.flag)
      && [(csm, other.csm), (all(reason), all(other.reason)), (all(note), all(other.note))].areRepeated
  }
}

extension ReviewDecision: RecordedRow {
  func repeats(_ other: ReviewDecision) -> Bool {
    (date, list, decision) == (other.date, other.list, other.decision)
      && [
        (by, other.by), (all(note), all(other.note)), (all(nextStep), all(other.nextStep)),
      ].areRepeated
      && (dueOn == nil || dueOn == other.dueOn)
  }
}

extension Risk: RecordedRow {
  func repeats(_ other: Risk) -> Bool {
    (seenOn, kind, severity) == (other.seenOn, other.kind, other.severity)
      && [(all(note), all(other.note)), (source, other.source)].areRepeated
      && (closedOn == nil || closedOn == other.closedOn)
  }
}

extension Opinion: RecordedRow {
  func repeats(_ other: Opinion) -> Bool {
    (date, flag) == (other.date, other.flag) && [(by, other.by), (all(reason), all(other.reason))].areRepeated
  }
}

/// All that a remark says, to be compared.
private func all(_ remark: Remark?) -> String? { remark?.words(for: .accountPage) }

extension [(String?, String?)] {
  /// Whether each first text is missing or equal to the second.
  fileprivate var areRepeated: Bool { allSatisfy { $0 == nil || $0?.nameKey == $1?.nameKey } }
}

extension Loader {
  /// The rows of a table that people record, each once: what the portfolio's own file repeats of a mapped source is told
  /// and left out.
  mutating func recordedRows<Row: RecordedRow>(
    of table: Table, settings: Settings, accounts: AccountIndex, count: Int, order: (Row) -> RowOrder,
    parse: (inout RowParser) -> (row: Row, day: Day?)?
  ) -> RowsByAccount<Row> {
    let mapped = settings.namesOwnFile(of: table) ? [] : settings.sources[table] ?? []
    let files = mapped.map(\.file).joined(separator: " and ")
    var said: [Int: [Row]] = [:]
    return rows(of: table, settings: settings, accounts: accounts, count: count, order: order) { row in
      guard let parsed = parse(&row) else { return nil }
      guard !mapped.isEmpty, let account = row.accountOfRow else { return parsed }
      guard row.source.file == table.file else {
        said[account, default: []].append(parsed.row)
        return parsed
      }
      guard said[account]?.contains(where: parsed.row.repeats) ?? false else { return parsed }
      row.warn(at: 0, "\(files) says the same of the account, and the row counts once", group: Finding.Group(.rows))
      return nil
    }
  }
}
