/// The rows of one table, grouped by account and, within an account, in the order given.
public struct RowsByAccount<Row: Sendable>: Sendable {
  private var rows: [Row]
  private var starts: [Int]

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

  /// The same rows, those of each account in the order of a key, which is asked for once a row; rows that it does not
  /// tell apart keep their order.
  public func sorted<Key>(on key: (Row) -> Key, by areInOrder: (Key, Key) -> Bool) -> RowsByAccount {
    var sorted = self
    for (start, end) in zip(starts, starts.dropFirst()) where end - start > 1 {
      let keys = rows[start..<end].map(key)
      let order = keys.indices.sorted { one, other in
        areInOrder(keys[one], keys[other]) || one < other && !areInOrder(keys[other], keys[one])
      }
      for (offset, place) in order.enumerated() { sorted.rows[start + offset] = rows[start + place] }
    }
    return sorted
  }

  /// The transformed rows, without those whose transform is nil.
  public func compactMap<Other: Sendable>(_ transform: (Row) -> Other?) -> RowsByAccount<Other> {
    var others = RowsByAccount<Other>(accounts: starts.count - 1)
    for account in 0..<(starts.count - 1) { others.append(self[account].lazy.compactMap(transform), to: account) }
    return others
  }

  /// The rows of each account with others of the same account behind them.
  public func followed(by others: RowsByAccount) -> RowsByAccount {
    if others.isEmpty { return self }
    var all = RowsByAccount(accounts: starts.count - 1)
    for account in 0..<(starts.count - 1) {
      all.append(self[account], to: account)
      all.append(others[account], to: account)
    }
    return all
  }

  /// Adds rows of an account behind which no account has rows yet.
  private mutating func append(_ more: some Sequence<Row>, to account: Int) {
    rows.append(contentsOf: more)
    starts[account + 1] = rows.count
  }

  /// True when no account has any row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The rows of all accounts.
  public var all: [Row] { rows }
}
