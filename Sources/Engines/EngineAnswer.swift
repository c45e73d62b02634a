/// What an engine is asked.
public struct EngineQuestion: Sendable {
  let connection: EngineConnection
  let query: ReadOnlyQuery
  let zone: String
  let seconds: Int
  var mostRows = EngineLimits.mostRows
  var mostBytes = EngineLimits.mostBytes
  var memory = EngineLimits.memory
  let dialect: EngineDialect?

  /// Asks one query.
  ///
  /// - Parameters:
  ///   - zone: the IANA name of the zone in which the engine's session counts days.
  ///   - seconds: after which the answer is not waited for.
  ///   - dialect: the SQL of the engine; nil to know it by the name that its driver gives.
  public init(
    _ query: ReadOnlyQuery, of connection: EngineConnection, zone: String, seconds: Int = EngineLimits.usualSeconds,
    dialect: EngineDialect? = nil
  ) {
    self.dialect = dialect
    self.connection = connection
    self.query = query
    self.zone = zone
    self.seconds = seconds
  }
}

/// What a query may take.
public enum EngineLimits {
  /// Seconds that an answer is waited for where the settings do not say: a warehouse that sleeps needs a minute to
  /// wake.
  public static let usualSeconds = 600
  /// Rows of an answer: 10,000 accounts with five years of daily rows would be more than anybody scores by.
  public static let mostRows = 5_000_000
  /// Bytes of an answer as CSV: all of it is held in memory.
  static let mostBytes = 1 << 30
  /// Bytes that a driver may use: those of other runtimes hold a few batches and their own garbage.
  static let memory = 4 << 30
  /// Seconds of processor time that a driver may use for each that is waited for.
  static let processors = 4
}

/// What an engine answered.
public struct EngineAnswer: Sendable, Equatable {
  /// A column of the answer.
  public struct Column: Sendable, Hashable {
    /// The name in the query's result.
    public let name: String
    /// Whether its cells are numbers by their type; else they are texts, days and moments.
    public let isNumber: Bool

    /// Describes a column.
    public init(name: String, isNumber: Bool) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  /// The columns in the order of the query.
  public let columns: [Column]
  /// The rows as canonical CSV: a header in quotes, UTF-8, commas, line feeds, quotes only where they are needed; in
  /// the query's order where it has one, else in the order of their bytes.
  public let csv: [UInt8]
  /// The number of rows.
  public let rowCount: Int
  /// The query as the engine had it.
  public let query: String
  /// Name and version of the engine and of its driver, such as `PostgreSQL 15.20, ADBC PostgreSQL Driver 1.13.0`.
  public let engine: String

  /// Takes an answer that was kept.
  public init(columns: [Column], csv: [UInt8], rowCount: Int, query: String, engine: String) {
    self.query = query
    self.columns = columns
    self.csv = csv
    self.rowCount = rowCount
    self.engine = engine
  }
}
