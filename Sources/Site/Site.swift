public import Files
import Health
import Markdown
public import Publishing
public import Review
public import Templates

/// A site as a value: its pages, each composed on demand, and its other files.
public struct Site: Sendable {
  /// Every page, in the best order for reading.
  public let pages: [Page]
  /// The addresses of what the edition has pages of, without those that are kept for older links.
  public let addresses: [EditionPage]
  private let assets: [OutputFile]
  let tell: Telling
  private let layout: CompiledTemplate<Layout>
  private let skeletons: SharedSkeletons
  private let templates: SiteTemplates

  /// Lays out the pages of an edition.
  ///
  /// - Parameters:
  ///   - context: the content of the edition and its presentation.
  ///   - templates: checked templates.
  ///   - assets: files that pages refer to, such as the style sheet.
  public init(_ context: Context, templates: SiteTemplates, assets: [OutputFile]) {
    tell = Telling(context)
    layout = templates.layout
    skeletons = templates.skeletons
    self.templates = templates
    self.assets = assets
    let own = (templates.editionPages + templates.comparisonPages).flatMap { [tell] in $0(tell) }
    addresses = own.map { EditionPage(path: $0.path, title: $0.title) }
    let taken = Set(addresses.map(\.path))
    pages = own + templates.formerPages(tell).filter { !taken.contains($0.path) }.prefix(FormerPageComposer.most)
  }

  /// Lays out the pages of a comparison alone: of two editions, or of the active model with one on trial.
  public init(
    _ context: Context, comparison: EditionComparison, trial: ModelTrial? = nil, templates: SiteTemplates,
    assets: [OutputFile]
  ) {
    tell = Telling(context, changes: Changes(comparison: comparison, trial: trial, path: "index.html"))
    layout = templates.layout
    skeletons = templates.skeletons
    self.templates = templates
    self.assets = assets
    pages = templates.comparisonPages.flatMap { [tell] in $0(tell) }
    addresses = []
  }

  /// The same edition for readers outside the team's own site: without private words on the accounts' pages as well.
  public var withoutPrivateWords: Site {
    var context = tell.context
    context.ownPage = .everyone
    return Site(context, templates: templates, assets: assets)
  }

  /// The files that are not pages, those together that are made of the same.
  enum FileGroup {
    case report, allLists, index, digests, retention, feed, assets
    case list(ListID)
  }

  /// The groups that there are, those first that take longest.
  var fileGroups: [FileGroup] {
    guard tell.context.isWholeSite else { return [.assets] }
    return [.report, .allLists, .index, .digests, .retention, .feed] + ListID.allCases.map { .list($0) } + [.assets]
  }

  /// Makes the files of a group, anew at every call: the style sheet and the script, the tables of the lists and of
  /// retention, `report.json`, the index that the script searches, the digests or the feed.
  func files(_ group: FileGroup) throws(FileError) -> [OutputFile] {
    switch group {
    case .report: return [OutputFile(path: "report.json", bytes: reportJSON(tell.context))]
    case .allLists: return [try ListTables(tell: tell).all()]
    case .list(let list): return try ListTables(tell: tell).files(of: list)
    case .index: return AccountIndex(tell: tell, pages: pages).files
    case .digests:
      let digests = DigestComposer(tell: tell).all
      let brief = DigestText.brief(digests[0], words: tell.context.words, site: tell.context.siteAddress)
      return [
        OutputFile(path: "digest.txt", bytes: brief),
        OutputFile(path: ReaderDigest.fileName, bytes: ReaderDigest.file(digests)),
      ]
    case .retention: return [RetentionTable(tell: tell).file]
    case .feed: return [OutputFile(path: "feed.xml", bytes: Feed(tell: tell).bytes)]
    case .assets: return assets
    }
  }

  /// The files that are not pages.
  ///
  /// - Throws: `FileError` when there is no room for a workbook while it is made.
  public func files() throws(FileError) -> [OutputFile] {
    var files: [OutputFile] = []
    for group in fileGroups { files += try self.files(group) }
    return files
  }

  /// A page as HTML.
  public func html(of page: Page) -> OutputFile {
    let (text, figures) = page.composed()
    return html(of: page, content: content(of: page, text: text(), figures: figures))
  }

  /// The content of a page, from its text and the figures in it.
  public func content(of page: Page, text: MarkedText, figures: [[UInt8]]) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(2 * text.text.count + text.values.count + figures.reduce(0) { $0 + $1.count })
    skeletons.render(text, of: page.template, figures: figures, into: &content)
    return content
  }

  /// Of the pages rendered so far, the templates whose Markdown was read again for a page, each with what it holds that
  /// makes it so; in the order of their names.
  public var templatesReadForEachPage: [(name: String, holding: String)] {
    skeletons.wholeTemplates.sorted { $0.key < $1.key }.map { (name: $0.key, holding: $0.value.rawValue) }
  }

  /// A page as HTML, from its content, which is placed in the frame of every page.
  public func html(of page: Page, content: [UInt8]) -> OutputFile {
    var html: [UInt8] = []
    html.reserveCapacity(content.count + 4096)
    layout.render(LayoutComposer(tell: tell).layout(page, content: content), into: &html)
    replaceForbidden(in: &html)
    return OutputFile(path: page.path, bytes: html)
  }
}
