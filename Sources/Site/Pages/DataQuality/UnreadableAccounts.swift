import Health
import Review

/// The accounts of which a day or the revenue is filled with something that cannot be read.
struct UnreadableAccounts: Composer {
  /// The number of accounts that the front page names.
  private static let mostNamed = 6

  let tell: Telling

  private var accounts: [Int] { evidence.accounts.indices.filter { !evidence.accounts[$0].unreadable.isEmpty } }

  func rows(root: String) -> [UnreadableRow] {
    accounts.map { account in
      UnreadableRow(
        name: evidence.accounts[account].name, link: links.accountOrLoss(account, root: root),
        columns: columns(of: account))
    }
  }

  /// What the front page says of them; nil where there are none.
  func notice(root: String) -> Notice? {
    let accounts = accounts
    guard !accounts.isEmpty else { return nil }
    let named = accounts.map {
      words(.unreadableAccount, ["name": evidence.accounts[$0].name, "columns": columns(of: $0)])
    }
    return Notice(
      lead: words.count(.unreadableLead, accounts.count),
      text: words.some(named, most: Self.mostNamed, separator: words(.clauseSeparator)) + ".",
      link: root + DataQualityPageComposer.entry.path + "#unreadable", linkWords: words(.dataQuality))
  }

  private func columns(of account: Int) -> String {
    evidence.accounts[account].unreadable.map(\.name).joined(separator: ", ")
  }
}
