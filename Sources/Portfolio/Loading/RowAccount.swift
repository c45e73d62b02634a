import Findings
import Health
import Review
import Tables

/// Which account the current row belongs to.
extension RowParser {
  /// Says that the row is an account's own and refused, so that the other rows of the account follow from its faults.
  mutating func refuse(account id: String) {
    for index in faults.indices { faults[index].refusedAccount = .cause(id) }
  }

  /// The position of the account that the row names; an unknown account is a fault.
  mutating func account() -> Int? {
    accountOfRow = findAccount()
    return accountOfRow
  }

  private mutating func findAccount() -> Int? {
    guard let column = position(of: "account_id"), let accounts else { return nil }
    guard matchesByIDAlone else { return findAccount(among: accounts, column) }
    let position = reader.withCell(column) { bytes -> Int? in
      // Rows of one account usually follow each other.
      if let last = lastAccount, last.id.count == bytes.count, last.id.elementsEqual(bytes) { return last.position }
      guard let position = accounts.position(of: bytes) else { return nil }
      lastAccount = (Array(bytes), position)
      return position
    }
    if let position {
      matches[0] += 1
      return position
    }
    guard let id = text(at: column) else {
      fail(at: column, "account_id is blank")
      return nil
    }
    if let position = accounts.position(of: id) ?? otherSalesforceID(id).flatMap({ accounts.position(of: $0) }) {
      matches[0] += 1
      return position
    }
    let current = accounts.aliases.currentID(of: id)
    if accounts.isRefused(current) {
      fail(at: column, "the row of the account '\(current)' is refused, and what belongs to it with it")
      faults[faults.count - 1].refusedAccount = .consequence(current)
    } else if accounts.departed.contains(id) || accounts.departed.contains(current) {
      isOfDeparted = faults.isEmpty
      fail(at: column, "the account '\(current)' is among departed in \(Settings.fileName), and its rows count nowhere")
    } else if accounts.isComplete {
      fail(
        at: column,
        current == id
          ? "no account has the account_id '\(id)'\(nearest(id, among: accounts.names))"
          : "no account has the account_id '\(current)', which '\(id)' leads to")
    }
    return nil
  }

  /// The account that the cells of a row name in one of the ways that the source allows, tried in their order.
  private mutating func findAccount(among accounts: AccountIndex, _ column: Int) -> Int? {
    let texts = matchCells.map { text(at: $0 ?? column) ?? "" }
    let key = texts.map { Array($0.utf8) }
    if let position = matched[key] {
      matches[position.way] += 1
      return position.account
    }
    for (way, match) in source.match.enumerated() where !texts[way].isEmpty {
      let found = accounts.positions(of: texts[way], by: match.key)
      if found.count > 1 {
        fail(
          at: matchCells[way] ?? column,
          "'\(texts[way])' names more than one account, such as '\(accounts.names[found[0]])' and '\(accounts.names[found[1]])'"
        )
        return nil
      }
      guard let account = found.first else { continue }
      matched[key] = (account, way)
      matches[way] += 1
      return account
    }
    guard let way = texts.firstIndex(where: { !$0.isEmpty }) else {
      fail(at: column, "account_id is blank")
      return nil
    }
    if accounts.isComplete {
      let text = texts[way]
      let hint = hints[text] ?? likeliest(text, among: accounts)
      hints[text] = hint
      fail(at: matchCells[way] ?? column, "no account \(source.match[way].key.words) '\(text)'\(hint)")
      faults[faults.count - 1].group = Finding.Group(.unmatched, of: text)
    }
    return nil
  }

  private func likeliest(_ text: String, among accounts: AccountIndex) -> Message {
    guard let account = accounts.keys.likeliest(text) else { return "" }
    return "; the likeliest is '\(account.name)' (\(account.id.text))"
  }

  private func nearest(_ id: String, among names: [String]) -> Message {
    // Comparing every stray row with every id of a large portfolio would cost more than it helps.
    guard names.count <= 2000 else { return "" }
    return identitySuggestion(for: id, among: names)
  }
}

extension AccountMatch.Key {
  /// What an account does with a text that it is found by.
  fileprivate var words: Message {
    switch self {
    case .id: "has the account_id"
    case .column(let column): "has in \(column)"
    case .name: "is called"
    case .domain: "has the domain of"
    }
  }
}

extension Loader {
  /// An error for each column of accounts that a source matches by and accounts do not have.
  func unknownKeys(of source: TableSource, _ accounts: AccountIndex?) -> [Finding] {
    guard let accounts, accounts.isComplete, !accounts.names.isEmpty else { return [] }
    return source.match.compactMap { match in
      guard case .column(let column) = match.key, !accounts.keys.hasColumn(column) else { return nil }
      return Finding(
        .error, file: Settings.fileName, line: source.place?.line, column: source.place?.column,
        "accounts has no column '\(column)', by which the rows of \(source.file) are matched\(suggestion(for: column, among: accounts.keys.columnNames))"
      )
    }
  }
}
