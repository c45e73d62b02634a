import Archive
import Customer
import Files
import FoundationEssentials
import Health
import Languages
import Ledger
import Portfolio
import Publishing
import Review
import Site
import Snapshot
import Spelling

/// Makes the snapshots of accounts, from today's data or from a published edition.
struct SnapshotMaker {
  let workspace: Workspace
  /// The current review: for a past edition it contains more than the edition knew, and files are searched for all of
  /// it.
  let review: Review
  /// The edition of the files; nil for drafts.
  let edition: ArchivedEdition?
  private let filter: CustomerFilter
  /// What customers could read in the edition, by the bytes of the account's id; nil when its archive does not say.
  private let records: [[UInt8]: (facts: CustomerFacts, line: [UInt8])]?
  /// The decisions known to the edition, by the bytes of the account's id; nil when its archive has none.
  private let decisions: [[UInt8]: [ReviewDecision]]?

  var portfolio: Portfolio { workspace.portfolio }

  /// The day that the files report on.
  let asOf: Day

  /// The edition as records name it.
  var madeFrom: String { edition.map { "\($0.manifest.id)" } ?? "draft" }

  /// The name of the edition, or of today's draft, in file names.
  var editionName: String { edition.map { "\($0.manifest.id)" } ?? "\(review.edition)-draft" }

  /// Creates a maker; for a past edition it opens and verifies the archive.
  init(_ workspace: Workspace, review: Review, edition: ArchivedEdition?) throws {
    self.workspace = workspace
    self.review = review
    self.edition = edition
    let settings = workspace.portfolio.settings.customer
    filter = CustomerFilter(
      review, allowed: settings.allowed, sender: settings.sender, adoption: settings.adoption)
    asOf = edition.flatMap { Day(iso: $0.manifest.asOf) } ?? review.asOf
    let lines = try edition?.contents(of: CustomerRecord.fileName).map { RecordFile.lines(of: $0.bytes) }
    records = lines.map { lines in
      Dictionary(
        lines.compactMap { line in
          (try? RecordFile.record(CustomerRecord.self, reading: line)).map {
            (Array($0.account.utf8), (facts: $0.facts, line: line))
          }
        }, uniquingKeysWith: { first, _ in first })
    }
    let decided = try edition?.contents(of: DecisionRecord.fileName).map { try DecisionRecord.records(of: $0.bytes) }
    decisions = decided.map { records in
      Dictionary(
        records.map { (Array($0.account.utf8), $0.reviewDecisions) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Silently reads a portfolio to make a file of an edition again; nil when it has no such account.
  ///
  /// - Parameter choose: finds the position of the account.
  static func again(
    _ folder: PortfolioFolder, edition: ArchivedEdition, today: Day, reporter: Reporter, choose: (Portfolio) -> Int?
  ) async throws -> (maker: SnapshotMaker, account: Int)? {
    let asOf = Day(iso: edition.manifest.asOf).map { max($0, today) } ?? today
    let workspace = try Workspace(folder, asOf: asOf, isSilent: true, reporter: reporter)
    let portfolio = workspace.portfolio
    guard let account = choose(portfolio) else { return nil }
    let history = try portfolio.history(try folder.ledger(), listing: [account])
    return (try SnapshotMaker(workspace, review: await portfolio.review(history: history), edition: edition), account)
  }

  /// The account's page as a single file.
  ///
  /// - Parameter draft: today's pages, when it is not made from an edition.
  func internalFile(of account: Int, draft: DraftSite?) throws -> [UInt8] {
    let page: [UInt8]
    let style: [UInt8]
    let source: SnapshotMark.Source
    if let edition {
      let pages = try ids(of: account).compactMap { try edition.contents(of: Self.path(of: $0)) }
      guard let archived = pages.first, let sheet = try edition.contents(of: "style.css") else {
        throw Refusal("edition \(edition.manifest.id) has no page of \(name(of: account)), \(Self.whyNot)")
      }
      (page, style) = (archived.bytes, sheet.bytes)
      source = self.source(archived.sha256)
    } else {
      guard let html = draft?.html(at: Self.path(of: portfolio.evidence.accounts[account].id.text)) else {
        throw Refusal("\(name(of: account)) is not active on \(asOf), so it has no page\(instead)")
      }
      page = html
      style = workspace.presentation.folder.assets.first { $0.path == "style.css" }?.bytes ?? []
      source = self.source(Digest.sha256(page))
    }
    let (words, templates) = (workspace.presentation.words, workspace.presentation.templates)
    let trail = Trail(words, templates: templates, on: asOf)
    return freezePage(
      page, style: style,
      trail: trail.html(of: account, in: review.history, decisions: decisions(on: account), upTo: asOf),
      foldedLabel: words.foldedLabel, fingerprintLabel: words.fingerprintLabel, source: source)
  }

  /// The decisions about an account that its file may show: for an edition, those it knew; nil when its archive does
  /// not say.
  private func decisions(on account: Int) -> [ReviewDecision]? {
    guard edition != nil else { return Array(review.judgement.reviews[account]) }
    return decisions.map { known in ids(of: account).lazy.compactMap { known[Array($0.utf8)] }.first ?? [] }
  }

  /// The facts that the customer's document is made from, with the digest of their source.
  func facts(of account: Int) throws -> (facts: CustomerFacts, source: SnapshotMark.Source) {
    guard let edition else {
      guard review.review(of: account) != nil else {
        throw Refusal("\(name(of: account)) is not active on \(asOf), so it has no document\(instead)")
      }
      let record = record(of: account)
      return (record.facts, source(Digest.sha256(record.line)))
    }
    guard let record = ids(of: account).lazy.compactMap({ records?[Array($0.utf8)] }).first else {
      throw Refusal("edition \(edition.manifest.id) has no facts of \(name(of: account)), \(Self.whyNot)")
    }
    return (record.facts.keeping(portfolio.settings.customer.allowed), source(Digest.sha256(record.line)))
  }

  /// Refuses an edition that no customer's document can be made from, once for all accounts.
  func requireFacts() throws {
    guard let edition, records == nil else { return }
    throw Refusal.nothingWritten(
      "the archive of edition \(edition.manifest.id) holds no \(CustomerRecord.fileName), in which later versions of "
        + "Vigie keep what customers could read on the day; make the document from a later edition or, without --edition, "
        + "from today's data, or the page for us with --for internal")
  }

  /// The record of an account for the archive of an edition.
  func record(of account: Int) -> CustomerRecord {
    let material = portfolio.customerMaterial
    let facts = filter.facts(
      of: account, words: material.words[account], plans: material.plans[account],
      language: customerLanguage(of: account))
    return CustomerRecord(account: portfolio.evidence.accounts[account].id.text, facts: facts)
  }

  private func source(_ sha256: String) -> SnapshotMark.Source {
    guard let id = edition?.manifest.id else { return SnapshotMark.Source(draft: sha256) }
    return SnapshotMark.Source(edition: id.edition, revision: id.revision, sha256: sha256)
  }

  /// The current and earlier ids of an account, under which earlier editions know it.
  private func ids(of account: Int) -> [String] {
    let id = portfolio.evidence.accounts[account].id.text
    return [id] + portfolio.settings.aliases.filter { $0.value == id }.map(\.key).sorted()
  }

  private static func path(of id: String) -> String { "accounts/\(slug(of: id)).html" }

  private static let whyNot = "which was not active on its day"

  private var instead: String { "; name the edition of a week when it was with --edition" }

  private func name(of account: Int) -> String { "the account '\(portfolio.evidence.accounts[account].id.text)'" }
}

extension SnapshotMaker {
  /// The language of an account's document: its own column `locale`, in any case and region, or else the portfolio's.
  private func customerLanguage(of account: Int) -> String {
    guard let own = portfolio.evidence.cells(of: .locale)?.texts[account] else {
      return portfolio.settings.locale
    }
    return workspace.presentation.folder.languages.code(for: own) ?? own.trimmed()
  }
}
