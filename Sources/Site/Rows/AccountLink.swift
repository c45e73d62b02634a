import Health
import Review
import Templates

/// An account that is named within a sentence or a cell.
struct AccountLink: TemplateRecord {
  let name: String
  let link: String
  /// What is said of it after its name; empty for nothing.
  let note: String
  /// The sign between it and the next, without its space; empty after the last.
  let separator: String

  static let fields: TemplateFields<AccountLink> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("note") { $0.note },
    .text("separator") { $0.separator },
  ]
}

extension Composer {
  /// Accounts by name, with links to what pages they have; between two, a comma would look like a part of a name.
  func accountLinks(
    _ accounts: some Collection<Int>, root: String, note: (Int) -> String = { _ in "" }
  ) -> [AccountLink] {
    let separator = words(.clauseSeparator)
    return accounts.enumerated().map { index, account in
      AccountLink(
        name: evidence.accounts[account].name, link: links.accountOrLoss(account, root: root), note: note(account),
        separator: index + 1 < accounts.count && !separator.isEmpty ? String(separator.dropLast()) : "")
    }
  }
}
