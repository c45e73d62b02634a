/// The rows of one table, grouped by account and, within an account, in the order given.
public struct RowsByAccount<Row: Sendable>: Sendable {
  private var rows: [Row]
  private let starts: [Int]

  /// Groups rows by account, keeping their order; each row's account is an index below `accounts`.
  public init(_ pairs: [(account: Int, row: Row)], accounts: Int) {
    var starts = [Int](repeating: 0, count: accounts + 1)
    for pair in pairs { starts[pair.account + 1] += 1 }
    for account in 0..<accounts { starts[account + 1] += starts[account] }
    var next = starts
    var order = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[next[pair.account]] = index
      next[pair.account] += 1
    }
    self.rows = order.map { pairs[$0].row }
    self.starts = starts
  }

  /// Creates a table without rows.
  public init(accounts: Int) {
    rows = []
    starts = [Int](repeating: 0, count: accounts + 1)
  }

  /// The rows of the account at an index.
  public subscript(account: Int) -> ArraySlice<Row> { rows[starts[account]..<starts[account + 1]] }

  /// The same rows, those of each account in an order; rows that it does not tell apart keep theirs.
  public func sorted(by areInOrder: (Row, Row) -> Bool) -> RowsByAccount {
    var sorted = self
    for (start, end) in zip(starts, starts.dropFirst()) where end - start > 1 {
      let own = rows[start..<end].enumerated().sorted { one, other in
        areInOrder(one.element, other.element)
          || one.offset < other.offset && !areInOrder(other.element, one.element)
      }
      sorted.rows.replaceSubrange(start..<end, with: own.map(\.element))
    }
    return sorted
  }

  /// The transformed rows, without those whose transform is nil.
  public func compactMap<Other: Sendable>(_ transform: (Row) -> Other?) -> RowsByAccount<Other> {
    let accounts = starts.count - 1
    return RowsByAccount<Other>(
      (0..<accounts).flatMap { account in
        self[account].compactMap { row in transform(row).map { (account: account, row: $0) } }
      }, accounts: accounts)
  }

  /// True when no account has any row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The rows of all accounts.
  public var all: [Row] { rows }
}
