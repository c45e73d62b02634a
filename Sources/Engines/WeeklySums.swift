/// What a query of events is summed up to by account and week, in the engine.
public struct WeeklySums: Hashable, Sendable {
  /// How the values of a week become one.
  public enum Function: String, CaseIterable, Sendable {
    /// The number of events.
    case count
    /// The number of different values.
    case countDistinct = "count_distinct"
    case sum, min, max
  }

  /// One figure a week.
  public struct Figure: Hashable, Sendable {
    /// What the figure is called.
    public let name: String
    /// How it is made.
    public let function: Function
    /// Of which column; nil for the number of events.
    public let column: String?

    /// Reads what the settings say, such as `count_distinct user_id`; nil for anything else.
    public init?(name: String, _ text: String) {
      let words = text.split(separator: " ").map(String.init)
      guard let function = words.first.flatMap(Function.init), words.count == (function == .count ? 1 : 2),
        words.dropFirst().allSatisfy(WeeklySums.isPlain), WeeklySums.isPlain(name)
      else { return nil }
      self.name = name
      self.function = function
      column = words.count > 1 ? words[1] : nil
    }

    /// The figure in SQL.
    fileprivate var text: String {
      switch function {
      case .count: "COUNT(*) AS \(name)"
      case .countDistinct: "COUNT(DISTINCT \(column ?? "")) AS \(name)"
      case .sum, .min, .max: "\(function.rawValue.uppercased())(\(column ?? "")) AS \(name)"
      }
    }
  }

  /// The column that names the account, and the one with the day.
  public let account, day: String
  /// The figures.
  public let figures: [Figure]

  /// Sums up by the columns of the query, whose names need no quotes.
  public init(account: String, day: String, figures: [Figure]) {
    self.account = account
    self.day = day
    self.figures = figures
  }

  /// Whether a name means the same in every engine without quotes.
  public static func isPlain(_ name: String) -> Bool { name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil }

  /// One row an account and week, dated by the Sunday that ends it.
  public func query(over events: ReadOnlyQuery) throws(EngineProblem) -> ReadOnlyQuery {
    let columns = [account, "{{week_end(\(day))}} AS \(day)"] + figures.map(\.text)
    return try ReadOnlyQuery(
      "SELECT \(columns.joined(separator: ", "))\nFROM (\(events.text)\n) AS events\nGROUP BY \(account), {{week_end(\(day))}}"
    )
  }

  /// The events of one account, to sum them up here.
  ///
  /// - Parameter isNumber: whether accounts have numbers in the engine.
  public func events(of id: String, isNumber: Bool, in events: ReadOnlyQuery) throws(EngineProblem) -> ReadOnlyQuery {
    let columns = Set(figures.compactMap(\.column)).subtracting([account, day]).sorted()
    let id = isNumber ? id : "'\(id.replacing("'", with: "''"))'"
    return try ReadOnlyQuery(
      "SELECT \((["{{day(\(day))}} AS \(day)"] + columns).joined(separator: ", "))\nFROM (\(events.text)\n) AS events\nWHERE \(account) = \(id)"
    )
  }
}

extension EngineDialect {
  /// A query with its days in this engine's SQL.
  ///
  /// A week ends on a Sunday by arithmetic from a Monday, 1900-01-01: which day begins a week for the functions of
  /// engines is a matter of engine and setting.
  func filled(_ query: String) throws(EngineProblem) -> String {
    var filled = ""
    var rest = Substring(query)
    while let match = rest.firstMatch(of: /\{\{(week_end|day)\(([A-Za-z0-9_]+)\)\}\}/) {
      let column = String(match.output.2)
      guard let text = match.output.1 == "day" ? day(column) : weekEnd(column) else {
        throw EngineProblem(
          "which SQL the engine speaks cannot be told; write dialect beside aggregate, or sum up in the query",
          isOfSettings: true)
      }
      filled += rest[..<match.range.lowerBound] + text
      rest = rest[match.range.upperBound...]
    }
    return filled + rest
  }

  private func day(_ column: String) -> String? {
    switch self {
    case .other: nil
    case .sqlite: "date(\(column))"
    default: "CAST(\(column) AS DATE)"
    }
  }

  private func weekEnd(_ column: String) -> String? {
    guard let day = day(column) else { return nil }
    let monday = "DATE '1900-01-01'"
    return switch self {
    case .postgresql: "(\(day) + (6 - (\(day) - \(monday)) % 7))"
    case .duckdb: "(\(day) + CAST(6 - (\(day) - \(monday)) % 7 AS INTEGER))"
    case .spark: "date_add(\(day), 6 - pmod(datediff(\(day), \(monday)), 7))"
    case .sqlite:
      "date(\(column), '+' || (6 - CAST(julianday(\(day)) - julianday('1900-01-01') AS INTEGER) % 7) || ' days')"
    case .snowflake, .redshift: "DATEADD(day, 6 - MOD(DATEDIFF(day, \(monday), \(day)), 7), \(day))"
    case .bigquery: "DATE_ADD(\(day), INTERVAL (6 - MOD(DATE_DIFF(\(day), \(monday), DAY), 7)) DAY)"
    case .other: nil
    }
  }
}
