/// A kind of customer, with the model that fits it.
public struct Segment: Hashable, Sendable {
  /// A comparison of one account column.
  public struct Condition: Hashable, Sendable {
    /// The test that the column's value must pass.
    public enum Test: Hashable, Sendable {
      /// A numeric comparison.
      case number(Comparison, Double)
      /// One of the given values; a single value is equality.
      case oneOf([String])
    }

    /// The account column.
    public let column: String
    /// The test that its value must pass.
    public let test: Test

    /// Creates a condition from a column and a test.
    public init(column: String, test: Test) {
      self.column = column
      self.test = test
    }
  }

  /// Its name in data and file names.
  public let id: String
  /// Its name on pages.
  public let name: String
  /// The conditions, all of which must hold; with none, every account belongs.
  public let conditions: [Condition]
  /// The index of its model in `Models.all`.
  public let model: Int

  /// The segment of all accounts when a model defines none.
  public static let everything = Segment(id: "all", name: "All accounts")

  /// Creates a segment from id, name, conditions and the index of the model.
  public init(id: String, name: String, conditions: [Condition] = [], model: Int = 0) {
    self.id = id
    self.name = name
    self.conditions = conditions
    self.model = model
  }

  /// True when every condition holds for an account; a missing value fails its condition.
  func admits(_ account: Int, of evidence: Evidence) -> Bool {
    conditions.allSatisfy { condition in
      guard let column = evidence.column(named: condition.column).map({ evidence.columns[$0] }) else { return false }
      switch condition.test {
      case .number(let comparison, let limit):
        guard let value = column.numbers[account] else { return false }
        return comparison.holds(value, limit)
      case .oneOf(let values):
        guard let text = column.texts[account] else { return false }
        // 50 and 50.0 are the same number of seats.
        return values.contains { wanted in
          if let number = column.numbers[account], let wantedNumber = Double(wanted) { return number == wantedNumber }
          return evidence.isSameName(wanted, text)
        }
      }
    }
  }
}

extension Models {
  /// True when an account's own `segment` column names a segment, which overrides the conditions.
  public func isPlacedByColumn(_ account: Int, of evidence: Evidence) -> Bool {
    evidence.accounts[account].segment.flatMap { segment(named: $0, by: evidence.spelling) } != nil
  }

  /// The segment that a text names, as an index into `segments`: by its id, or else by its name.
  ///
  /// - Parameter spelling: what texts that name the same have in common.
  public func segment(named text: String, by spelling: (String) -> String) -> Int? {
    let text = spelling(text)
    return segments.firstIndex { spelling($0.id) == text } ?? segments.firstIndex { spelling($0.name) == text }
  }

  /// The segment of each account, as an index into `segments`; nil when none admits it.
  ///
  /// An account whose own `segment` column names a segment belongs to it; others belong to the first that admits them.
  public func segments(of evidence: Evidence) -> [Int?] {
    var named: [String: Int?] = [:]
    return evidence.accounts.indices.map { account in
      if let cell = evidence.accounts[account].segment {
        // Many accounts name few segments.
        let known = named[cell] ?? segment(named: cell, by: evidence.spelling)
        named[cell] = .some(known)
        if let known { return known }
      }
      return segments.firstIndex { $0.admits(account, of: evidence) }
    }
  }
}
