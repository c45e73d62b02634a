import Customer
import Files
import Findings
public import Health
import Languages
import Ledger
public import Portfolio
import Publishing
public import Review
import Snapshot

/// The folder of a portfolio, with the places of everything that is made from it.
public struct PortfolioFolder: Sendable {
  /// The folder of `vigie.yml`, `model.yml` and, unless it is elsewhere, `data/`.
  public let path: String
  /// The base folder of `data/` and of data file names.
  let dataPath: String
  private let hasOwnData: Bool
  /// Whether engines are asked; else what the last site keeps of their answers counts, where it keeps them.
  private var asksEngines = false

  /// Creates a portfolio folder, with another one for the data if they are not in it.
  public init(_ path: String, dataFolder: String? = nil) {
    self.path = path
    dataPath = dataFolder ?? path
    hasOwnData = dataFolder != nil
  }

  /// The same folder, with engines asked for what is in it now.
  public var asking: PortfolioFolder {
    var folder = self
    folder.asksEngines = true
    return folder
  }

  /// The ledger of the editions.
  var ledgerFile: String { path + "/" + Ledger.fileName }

  /// The folder of the archives of editions.
  public var archive: String { path + "/archive" }

  /// The list of the files that were made to be sent.
  var registerFile: String { "\(path)/\(SnapshotRegister.fileName)" }

  /// The folder of the site by default.
  public var site: String { path + "/site" }

  /// The folder of a draft by default: `site/`, unless readers have a published edition there.
  public var draft: String { holdsEdition(site) ? path + "/draft" : site }

  /// Whether a folder has the site of a published edition.
  private func holdsEdition(_ folder: String) -> Bool {
    do {
      let open = try Folder(opening: folder)
      return try Manifest(in: open)?.lists(Array(CustomerRecord.fileName.utf8)) ?? false
    } catch {
      return false
    }
  }

  /// The user's own templates if there are any, or else the built-in ones.
  public var templates: TemplateSource {
    let own = path + "/templates"
    return mayBeThere(own) ? .folder(own) : .builtIn
  }

  /// Whether it contains the files of a portfolio.
  public var isPortfolio: Bool {
    mayBeThere(path + "/vigie.yml") || mayBeThere(dataPath + "/data")
  }

  /// Reads the portfolio and reports its errors and warnings.
  ///
  /// - Parameters:
  ///   - asOf: nothing dated after this day is used.
  ///   - templates: a source of languages; nil for the portfolio's own templates, or the built-in ones.
  ///   - isStrict: whether a refused row stops everything.
  ///   - isSilent: whether findings are reported only when they stop everything.
  public func read(
    asOf: Day, templates: TemplateSource? = nil, isStrict: Bool = false, isSilent: Bool = false,
    reporter: Reporter = .silent
  ) throws -> Portfolio {
    reporter.begin(.reading)
    guard let kind = try EntryStatus.following(path)?.kind else {
      throw Refusal("there is no folder '\(path)'; make one to start from with: vigie init \(path)")
    }
    guard kind == .folder else { throw Refusal("'\(path)' is no folder; name the folder of a portfolio") }
    guard isPortfolio else {
      throw Refusal(
        "'\(path)' is no portfolio: it has neither vigie.yml nor data/; make one to start from with: vigie init my-portfolio"
      )
    }
    if hasOwnData, try !isThere(dataPath) {
      throw Refusal("there is no folder '\(dataPath)' for --data")
    }
    let listsAll = reporter.listsAll && !isSilent
    let languages = try Languages(templates ?? self.templates)
    do throws(LoadFailure) {
      let portfolio = try loadPortfolio(
        path, dataFolder: hasOwnData ? dataPath : nil, asOf: asOf, isStrict: isStrict,
        kept: asksEngines ? [] : [draft + "/" + KeptAnswer.folder, site + "/" + KeptAnswer.folder],
        languages: languages,
        everyFinding: listsAll ? { reporter.warn([$0]) } : nil)
      if !isSilent, !listsAll { reporter.warn(portfolio.quality.findings) }
      return portfolio
    } catch {
      if !listsAll { reporter.warn(error.findings) }
      throw refusal(error)
    }
  }

  /// The editions of a portfolio that were published before its as-of day.
  ///
  /// - Throws: `LedgerError` for a ledger that somebody else has changed and that SQLite finds damaged.
  public func history(of portfolio: Portfolio) throws -> History {
    let ledger = try ledger()
    if let ledger, try !isAsLeft(ledgerFile) { try ledger.check() }
    return try portfolio.history(ledger)
  }

  /// Whether the ledger is as the last publication left it.
  private func isAsLeft(_ ledger: String) throws(FileError) -> Bool {
    guard case .left(let left) = try EditionHold.state(of: self) else { return false }
    return try Digest.sha256(fileAt: ledger) == left.ledger
  }

  /// The ledger of the editions; nil when nothing has been published.
  func ledger() throws(LedgerError) -> Ledger? { try Ledger.read(ledgerFile) }
}

private func refusal(_ failure: LoadFailure) -> Refusal {
  let errors = failure.findings.count { $0.severity == .error }
  return .nothingWritten("\(counted(errors, "error")); \(rowCounts(failure.rows))")
}

/// `read 7,729 rows, used 7,727, refused 2`.
public func rowCounts(_ rows: DataQuality.Rows) -> String {
  "read \(grouped(rows.read)) rows, used \(grouped(rows.used)), refused \(grouped(rows.refused))"
    + (rows.leftOut > 0 ? ", left out \(grouped(rows.leftOut))" : "")
    + (rows.cellsRefused > 0 ? " and \(counted(rows.cellsRefused, "cell"))" : "")
}
