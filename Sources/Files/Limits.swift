/// How much is read of what comes from outside before it counts as a mistake or an attack.
///
/// A limit that an honest user may meet has a setting, under `limits` in `vigie.yml`, which raises it or lowers it; the
/// others are constants. Readers of single formats add limits of their own that no file of that format needs to exceed:
/// `WorkbookLimits`, `Note`, and those of archives.
public struct Limits: Equatable, Sendable {
  /// A limit that the settings can change.
  public enum Setting: String, CaseIterable, Sendable {
    /// What a table's file holds when it is unpacked, or a query gives, in MiB: 4,096. It bounds the time of a run.
    case table = "table_mib"
    /// The rows of a table: 20,000,000, which is a hundred thousand customers with four years of weeks.
    case rows
    /// The columns of a table: 16,384, as many as Excel has.
    case columns
    /// One row, in MiB: 64. A row is in memory as a whole, and a quotation mark that nobody closes makes one of all
    /// that follows.
    case row = "row_mib"
    /// One cell, in KiB: 1,024, which is a novel.
    case cell = "cell_kib"
    /// What SQLite may do for one query, in millions of the steps of its machine: 2,000, some twenty seconds. Steps and
    /// not seconds, so that a slow machine gives the same answer.
    case querySteps = "query_steps"
  }

  /// A text that people write, such as settings, a model, a note or a template, in bytes: 4 MiB.
  public static let text = 4 << 20

  private var own: [Setting: Int] = [:]

  /// The usual limits.
  public init() {}

  /// A limit, in the unit of its setting.
  public subscript(setting: Setting) -> Int {
    get { own[setting] ?? setting.usual }
    set { own[setting] = newValue }
  }

  /// A limit in bytes, or in the rows, columns or steps themselves.
  public func amount(of setting: Setting) -> Int { self[setting] * setting.unit }
}

extension Limits.Setting {
  /// The limit where the settings say nothing.
  public var usual: Int {
    switch self {
    case .table: 4_096
    case .rows: 20_000_000
    case .columns: 16_384
    case .row: 64
    case .cell: 1_024
    case .querySteps: 2_000
    }
  }

  /// How high the settings can set it: what a machine of today can hold, or do in a day.
  public var highest: Int {
    switch self {
    case .table, .row: 1 << 20
    case .rows: 1 << 32
    case .columns: 1 << 20
    case .cell: 1 << 20
    case .querySteps: 1_000_000
    }
  }

  /// What one of it is in bytes, rows, columns or steps.
  var unit: Int {
    switch self {
    case .table, .row: 1 << 20
    case .cell: 1 << 10
    case .querySteps: 1_000_000
    case .rows, .columns: 1
    }
  }
}
