import Health
import Review

/// Composes what stands at an address that only earlier editions had, so that links in old mails lead somewhere.
struct FormerPageComposer: PageComposer {
  static let template = "former.md"

  /// The most that there are, the newest first.
  static let most = 2_000
  /// How many rows say who has the accounts of somebody now.
  private static let mostRows = 60

  let tell: Telling
  /// Today's account at the address that its page has, or had under an earlier id.
  private let accounts: [String: Int]
  private let aliased: Set<String>
  private let losses: [Int: LostAccount]

  init(tell: Telling) {
    self.tell = tell
    let former = tell.context.isWholeSite ? tell.context.review.history.formerPages : []
    var accounts: [String: Int] = [:]
    var aliased: Set<String> = []
    if !former.isEmpty {
      let all = tell.context.review.evidence.accounts
      var positions: [[UInt8]: Int] = [:]
      for (position, account) in all.enumerated() {
        positions[Array(account.id.text.utf8)] = position
        accounts[tell.links.account(position, root: "")] = position
      }
      let aliases = tell.context.aliases
      for old in aliases.keys {
        guard let position = positions[Array(aliases.currentID(of: old).utf8)] else { continue }
        let path = "accounts/\(slug(of: old)).html"
        accounts[path] = position
        aliased.insert(path)
      }
    }
    self.accounts = accounts
    self.aliased = aliased
    losses = Dictionary(tell.losses.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var pages: [PagePlan<FormerPage>] {
    guard tell.context.isWholeSite else { return [] }
    return review.history.formerPages
      .sorted { ($1.edition.description, $0.path) < ($0.edition.description, $1.path) }
      .map { PagePlan(path: $0.path, title: name(of: $0), entry: IndexPageComposer.entry, subject: $0) }
  }

  func view(of former: FormerPage, on page: inout PageBuilder) -> FormerPageView {
    let (summary, link, linkWords) = fate(of: former, root: page.root)
    let rows = former.path.hasPrefix("csms/") ? former.accounts : []
    return FormerPageView(
      name: name(of: former), summary: summary, link: link, linkWords: linkWords,
      rows: rows.prefix(Self.mostRows).map { account in
        FormerAccountRow(
          name: evidence.accounts[account].name, link: links.accountOrLoss(account, root: page.root),
          owner: losses[account] == nil ? evidence.accounts[account].csm ?? words(.nobody) : words(.formerLost),
          ownerLink: losses[account] == nil ? links.owner(account, root: page.root) : "")
      })
  }

  /// By its name of today where it still has one.
  private func name(of former: FormerPage) -> String {
    accounts[former.path].map { evidence.accounts[$0].name } ?? former.title
  }

  /// What became of it, and where to read on.
  private func fate(
    of former: FormerPage, root: String
  ) -> (summary: String, link: String, linkWords: String) {
    let edition =
      review.history.editions.last { $0.edition == former.edition }.map { formats.date($0.asOf) }
      ?? former.edition.description
    if let account = accounts[former.path] {
      let own = links.accountOrLoss(account, root: root)
      let name = evidence.accounts[account].name
      if aliased.contains(former.path), !own.isEmpty {
        return (words(.formerID, ["id": evidence.accounts[account].id.text]), own, name)
      }
      if let loss = losses[account] {
        return (words(.formerLoss, ["date": formats.date(loss.leftOn)]), own, words(.formerToLoss))
      }
      return (words(.formerNoCustomer, ["edition": edition]), root + "accounts/index.html", words(.allAccounts))
    }
    if former.path.hasPrefix("accounts/"), !isSheet(former.path) {
      return (words(.formerNotInTable, ["edition": edition]), root + "accounts/index.html", words(.allAccounts))
    }
    if former.path.hasPrefix("csms/"), !isSheet(former.path) {
      let phrase: Phrase = former.accounts.isEmpty ? .formerCSM : .formerCsmAccounts
      let linkWords = words.code(.nav, CSMsPageComposer.entry.name)
      return (words(phrase, ["edition": edition]), root + "csms/index.html", linkWords)
    }
    return (words(.formerPage, ["edition": edition]), root + "index.html", words(.formerToFront))
  }

  /// Whether the address is that of a later sheet of a long table, such as `accounts/index.2.html`.
  private func isSheet(_ path: String) -> Bool {
    (path.split(separator: "/").last ?? "").split(separator: ".").count > 2
  }
}
