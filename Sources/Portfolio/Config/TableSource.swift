import Health
public import Review
public import Tables

/// One place that rows of a table come from.
public struct TableSource: Sendable {
  /// What gives the rows.
  public enum Origin: Sendable {
    /// A file, by a path or by a pattern with `*`.
    case file(String)
    /// A query on a SQLite file.
    case sqlite(file: String, query: String)
    /// A query over files, each a table by its name.
    case query(String, over: [NamedFile])
    /// A query that an engine answers.
    case engine(EngineSource)
  }

  /// What gives the rows.
  public var origin: Origin
  /// Where in the file the table stands.
  public var layout = TableLayout()
  /// How its cells are written.
  public var cells = CellFormat()
  /// The column names used in the file, by canonical name; of several the first that is there counts.
  public var columns: [String: [String]] = [:]
  /// Columns of the file that a preset's query reads as blank where there is none of that name.
  var optionalColumns: [String] = []
  /// The canonical columns that a preset maps, which need not be there unless the table requires them.
  var presetColumns: Set<String> = []
  /// The canonical columns whose header may stand more than once, because each row fills one of them.
  public var repeated: Set<String> = []
  /// The canonical columns of notes that are written in HTML.
  public var html: Set<String> = []
  /// The columns of wide measures that hold measures, as pairs of measure and column.
  public var measures: [(measure: String, column: String)] = []
  /// How the cells of `account_id` name an account, in the order in which they are tried.
  public var match = [AccountMatch(.id)]
  /// Whether a preset says so.
  var isMatchOfPreset = false
  /// The words of which a row must have one, by column of the file; other rows are left out.
  public var filter: [(column: String, words: [String])] = []
  /// Where the settings name this source; nil for a table that follows the convention.
  public var place: (line: Int, column: Int)?

  /// The file that the rows come from, as the user wrote it, or as its pattern was found; of several the first.
  public var file: String {
    switch origin {
    case .file(let file), .sqlite(let file, _): file
    case .query(_, let files): files.first?.file ?? Settings.fileName
    case .engine(let engine): engine.name
    }
  }

  /// All files that are read for it.
  public var files: [String] {
    switch origin {
    case .file(let file), .sqlite(let file, _): [file]
    case .query(_, let files): files.map(\.file)
    case .engine: []
    }
  }

  init(origin: Origin) {
    self.origin = origin
  }

  /// Whether rows are those of a query, so that none is a footer and days can be plain ones.
  var isOfQuery: Bool {
    switch origin {
    case .query, .engine: true
    case .file, .sqlite: false
    }
  }

  /// Whether cells name accounts by their id and by nothing else.
  var matchesByIDAlone: Bool {
    guard match.count == 1, case .id = match[0].key, match[0].cell == nil else { return false }
    return true
  }

  /// Whether a mapped column may be missing.
  func isOptional(_ canonical: String, of table: Table) -> Bool {
    presetColumns.contains(canonical) && !table.requiredColumns.contains(canonical)
  }
}

/// A file that queries can read, as a table.
public struct NamedFile: Sendable {
  /// The name of the table.
  public let name: String
  /// The path, or a pattern with `*`.
  public var file: String
  /// Where in the file the table stands.
  public var layout = TableLayout()
  /// How its cells are written.
  public var cells = CellFormat()
  /// Columns that a query reads as blank where the file has none of that name.
  public var optional: [String] = []
  /// Where the settings name it.
  public var place: (line: Int, column: Int)?
}

/// How the cells of a file are written.
public struct CellFormat: Sendable {
  /// How numbers are written.
  public var numbers = NumberFormat.plain
  /// Whether the settings say what the decimal sign is.
  public var saysDecimal = false
  /// By how much amounts are divided.
  public var unit = 1.0
  /// How days are written, the first that reads a cell counts.
  public var days = [DateFormat.iso]
  /// What stands where there is no day, such as `2099-12-31` or `infinity`.
  public var noDays: [String] = []
  /// In which a moment becomes a day; nil for the zone of the portfolio.
  public var zone: Zone?
  /// What the words of other programs mean, by column and word.
  public var words: [String: [String: String]] = [:]

  /// Whether a cell says that there is no day, perhaps with a time of day behind it.
  func means(noDay cell: UnsafeBufferPointer<UInt8>) -> Bool {
    noDays.contains { word in
      cell.starts(with: word.utf8) && (cell.count == word.utf8.count || Day(iso: word) != nil)
    }
  }

  /// What two formats have in common that read every cell alike.
  var spelling: [String] {
    [numbers.decimal.rawValue, numbers.thousands?.rawValue ?? "", String(unit), zone?.name ?? ""]
      + days.map(\.pattern)
  }
}

/// A way in which a cell names an account.
public struct AccountMatch: Sendable {
  /// The `account_id`, old ones too; the cells of a column of `accounts`; names without case, accents, punctuation and
  /// legal form; or the cells of `domain` or `website` of `accounts`.
  public typealias Key = DataQuality.Feed.Match.Key

  /// What the cell is compared with.
  public let key: Key
  /// The column of the file whose cell it is; nil for that of `account_id`.
  public let cell: String?

  init(_ key: Key, cell: String? = nil) {
    self.key = key
    self.cell = cell
  }
}
