import Findings
public import Health
import Portfolio
import Publishing
import Review
import Site

/// The draft of a portfolio in memory, made again as far as a change of its files asks for it.
///
/// A page is rendered when it is asked for, so that a change of a template shows after one page and not after all of them.
public final class Preview {
  /// What changed on the disk.
  public enum Change: Sendable {
    /// Templates, words or style alone.
    case presentation
    /// Anything else.
    case everything
  }

  private let folder: PortfolioFolder
  private let templates: TemplateSource?
  private let day: Day?
  private var read: (portfolio: Portfolio, review: Review, missing: MissingData)?
  private var workspace: Workspace?
  private var site: Site?
  private var pages: [String: Page] = [:]
  private var files: [String: [UInt8]]?
  private let ofData = NoticeList()
  private let ofPresentation = NoticeList()

  /// The number of the state, which grows with every change.
  public private(set) var version = 0
  /// The number of the state that the pages are of; they stay while there can be no new ones.
  public private(set) var pagesVersion = 0
  /// Why there are no new pages; nil where there are.
  public private(set) var refusal: String?

  /// Reads nothing yet.
  ///
  /// - Parameter day: the as-of day; nil for the day of the clock, whenever that is.
  public init(_ folder: PortfolioFolder, templates: TemplateSource?, asOf day: Day?) {
    self.folder = folder
    self.templates = templates
    self.day = day
  }

  /// What is wrong, of data first.
  public var notices: [Notice] { ofData.all + ofPresentation.all }

  /// Reads again what changed; where that cannot be, the pages stay as they are.
  public func update(_ change: Change) async throws {
    version += 1
    refusal = nil
    do {
      try await rebuild(change)
      pagesVersion = version
    } catch {
      guard let refusal = Refusal(error) else { throw error }
      self.refusal = refusal.words
    }
  }

  /// Refuses a folder that is no portfolio; what is wrong in one is shown, so that it can be put right.
  func requirePortfolio() throws {
    if !folder.isPortfolio { _ = try folder.read(asOf: day ?? folder.today.day) }
  }

  private func rebuild(_ change: Change) async throws {
    let today = folder.today.day
    if change == .everything || read == nil { ofData.clear() }
    ofPresentation.clear()
    let source = templates ?? folder.templates
    let (portfolio, isNew) =
      if change == .presentation, let read {
        (read.portfolio, false)
      } else {
        (try folder.read(asOf: day ?? today, templates: templates, reporter: ofData.reporter), true)
      }
    let presentation = try Presentation(
      source, language: portfolio.settings.locale, around: portfolio.evidence.asOf, reporter: ofPresentation.reporter)
    let workspace = try Workspace(
      folder, portfolio, presentation: presentation, today: today, reporter: ofData.reporter)
    if isNew {
      let missing = try workspace.missing()
      try workspace.say(missing)
      read = (portfolio, await workspace.review(try workspace.history()), missing)
    }
    guard let read else { return }
    let site = workspace.site(of: read.review, missing: read.missing)
    self.site = site
    self.workspace = workspace
    pages = Dictionary(site.pages.map { ($0.path, $0) }) { first, _ in first }
    files = nil
  }

  /// A file of the site, by its path; nil where it has none of that name.
  ///
  /// - Throws: `FileError` when there is no room for a workbook while it is made.
  public func file(_ path: String) throws -> [UInt8]? {
    guard let site, let workspace else { return nil }
    if let page = pages[path] { return site.html(of: page).bytes }
    if let asset = workspace.assets.first(where: { $0.path == path }) { return asset.bytes }
    // Tables, report and index take the time of all accounts.
    let made = try files ?? Dictionary(site.files().map { ($0.path, $0.bytes) }) { first, _ in first }
    files = made
    return made[path]
  }

  /// The folders in which a change may change the site.
  public var watched: (everything: Set<String>, presentation: Set<String>) {
    let source = templates ?? folder.templates
    var presentation: Set<String> = []
    if case .folder(let path) = source { presentation = Set(foldersIn(path)) }
    let inputs = read?.portfolio.inputs.map { parent(of: $0.path) } ?? []
    let everything = Set([folder.path, folder.dataPath] + foldersIn(folder.dataPath + "/data") + inputs)
    return (everything.subtracting(presentation), presentation)
  }
}

private func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
