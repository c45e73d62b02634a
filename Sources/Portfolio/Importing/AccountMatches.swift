import Findings
import Health
import Review
import Spelling

/// Counts the rows of a file that name an account in one way or another.
struct AccountMatches {
  private let file: ExportFile
  private let accounts: AccountIndex
  private let column: Int

  init(file: ExportFile, accounts: AccountIndex, column: Int) {
    self.file = file
    self.accounts = accounts
    self.column = column
  }

  /// The rows that were looked at.
  var rows: Int { file.rows.count }

  /// How many rows none of the ways matches with one account.
  func unmatched(by ways: [AccountMatch]) -> Int {
    let columns = ways.map { way in way.cell.flatMap { file.position(of: $0) } ?? column }
    return file.rows.count { row in
      !zip(ways, columns).contains { accounts.positions(of: row[$1], by: $0.key).count == 1 }
    }
  }

  /// The way that matches most rows, and behind it the one that matches most of the others.
  var best: [AccountMatch] {
    var ways: [AccountMatch] = []
    var left = rows
    for _ in 0..<2 {
      let next = candidates.map { (way: $0, left: unmatched(by: ways + [$0])) }.min { $0.left < $1.left }
      guard let next, next.left < left else { break }
      ways.append(next.way)
      left = next.left
      if left == 0 { break }
    }
    return ways
  }

  /// The column of the account by every key, the plainest first, and columns of domains and addresses by theirs.
  private var candidates: [AccountMatch] {
    let own: [AccountMatch.Key] = [.id, .name, .domain] + accounts.keys.namedColumns.map { .column($0) }
    let others = file.header.indices.filter { index in
      let key = file.header[index].headerKeyWithoutAccents
      return index != column && ["domain", "email", "website"].contains { key.contains($0) }
    }
    return own.map { AccountMatch($0) } + others.map { AccountMatch(.domain, cell: file.header[$0]) }
  }

  /// The line of the settings for some ways.
  static func line(_ ways: [AccountMatch]) -> String {
    func word(_ way: AccountMatch) -> String {
      let key =
        switch way.key {
        case .id: "id"
        case .name: "name"
        case .domain: "domain"
        case .column(let column): "{column: \(column.yaml)}"
        }
      return way.cell.map { "{by: \(key), cell: \($0.yaml)}" } ?? key
    }
    return "match: " + (ways.count == 1 ? word(ways[0]) : "[\(ways.map(word).joined(separator: ", "))]")
  }
}

extension ProposeSource {
  /// Finds by what the rows name accounts: of all columns and keys the pair that matches most rows, and a second one where
  /// it matches more.
  mutating func proposeMatch(_ table: Table, _ column: Int?, of present: [AccountMatch]) {
    guard table != .accounts, let accounts, let column else { return }
    let ways = AccountMatches(file: file, accounts: accounts, column: column)
    let unmatched = ways.unmatched(by: present)
    guard unmatched > 0 else { return }
    let best = ways.best
    guard ways.unmatched(by: best) < unmatched else { return }
    keys.append(AccountMatches.line(best))
    let rest = ways.unmatched(by: best)
    proposal.reasons.append(
      "\(ways.rows - rest) of \(ways.rows) rows name an account so\(rest > 0 ? "; those of the others are told when they are read" : "")"
    )
  }
}
