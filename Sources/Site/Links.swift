import Health
import Review

/// The links from a page to others; `root` is the path from the page to the root of the site.
struct Links: Sendable {
  private enum OwnPage {
    case account, loss
  }

  private let accounts: [Account]
  /// For each account the page of the responsible person, so that a table row does not need to hash the name.
  private let ownerPaths: [String]
  /// For each account its own page; empty for a comparison, whose pages have no links.
  private let ownPages: [OwnPage?]
  private let archiveAddress: String

  init(_ context: Context, losses: [LostAccount]) {
    let review = context.review
    accounts = review.evidence.accounts
    ownerPaths = accounts.map { pathOfCSM($0.csm) + ".html" }
    archiveAddress = context.archiveAddress
    var ownPages = [OwnPage?](repeating: nil, count: accounts.count)
    if context.isWholeSite {
      for loss in losses { ownPages[loss.account] = .loss }
      for account in review.accounts { ownPages[account.account] = .account }
    }
    self.ownPages = ownPages
  }

  func account(_ account: Int, root: String) -> String {
    "\(root)accounts/\(slug(of: accounts[account].id.text)).html"
  }

  func loss(_ account: Int, root: String) -> String { "\(root)losses/\(slug(of: accounts[account].id.text)).html" }

  /// The page of an account, or of its loss; empty when it has neither.
  func accountOrLoss(_ account: Int, root: String) -> String {
    switch ownPages[account] {
    case .account: self.account(account, root: root)
    case .loss: loss(account, root: root)
    case nil: ""
    }
  }

  func owner(_ account: Int, root: String) -> String { root + ownerPaths[account] }

  func segment(_ segment: Segment, root: String) -> String { "\(root)segments/\(slug(of: segment.id)).html" }

  func list(_ list: ListID, root: String) -> String { "\(root)lists/\(list.rawValue).html" }

  /// The row of an edition on the archive page.
  func edition(_ edition: PublishedEdition, root: String) -> String { "\(root)archive.html#\(edition.anchor)" }

  /// The address of an edition's archive; empty when unknown.
  func archive(of edition: PublishedEdition) -> String {
    archiveAddress.isEmpty ? "" : archiveAddress + edition.archiveName
  }
}

/// The path of a person's page without its extension; no name is blank, so a blank one means nobody.
func pathOfCSM(_ csm: String?) -> String { "csms/\(slug(of: csm ?? ""))" }

extension PublishedEdition {
  /// The id of an edition's row on the archive page, as the target of links: `2026-w47`, `2026-w47-r1`.
  var anchor: String {
    let name = revision == 0 ? "\(edition)" : "\(edition)-r\(revision)"
    return String(decoding: name.utf8.map { $0 == UInt8(ascii: "W") ? UInt8(ascii: "w") : $0 }, as: UTF8.self)
  }

  /// The file name of its archive: `2026-W47.zip`, `2026-W47-r1.zip`.
  var archiveName: String { revision == 0 ? "\(edition).zip" : "\(edition)-r\(revision).zip" }
}
