import Health
import Markdown
public import Publishing
public import Review
import Templates

/// A site as a value: its pages, composed one by one when they are asked for, and its other files.
public struct Site: Sendable {
  /// Every page, in the order in which they are best read.
  public let pages: [Page]
  private let assets: [OutputFile]
  private let tables: @Sendable () -> [OutputFile]
  private let context: Context
  private let layout: SiteTemplates

  /// Lays out the pages of an edition.
  ///
  /// - Parameters:
  ///   - context: what the edition says, and how.
  ///   - templates: checked templates.
  ///   - assets: files that pages refer to, such as the style sheet.
  public init(_ context: Context, templates: SiteTemplates, assets: [OutputFile]) {
    self.context = context
    layout = templates
    self.assets = assets
    let changes = context.review.sinceLastEdition.map { Changes(comparison: $0) }
    pages =
      context.frontPages(templates) + context.listPages(templates) + context.segmentPages(templates)
      + context.matrixPages(templates) + context.bookPages(templates) + context.accountPages(templates)
      + (changes.map { context.changesPages($0, templates) } ?? []) + context.lossPages(templates)
      + context.callPages(templates)
    tables = {
      context.listTables() + [
        OutputFile(path: "report.json", bytes: reportJSON(context)),
        OutputFile(path: "accounts.js", bytes: context.accountIndex()),
        OutputFile(path: "digest.txt", bytes: context.digest()), OutputFile(path: "feed.xml", bytes: context.feed()),
      ]
    }
  }

  /// Lays out the pages of a comparison alone: of two editions, or of the model in force with one on trial.
  public init(
    _ context: Context, comparison: EditionComparison, trial: ModelTrial? = nil, templates: SiteTemplates,
    assets: [OutputFile]
  ) {
    self.context = context
    layout = templates
    self.assets = assets
    pages = context.changesPages(Changes(comparison: comparison, trial: trial, path: "index.html"), templates)
    tables = { [] }
  }

  /// What is no page, made anew at every call: the style sheet and the script, the tables beside the lists,
  /// `report.json`, the index that the script searches, the digest and the feed.
  public var files: [OutputFile] { assets + tables() }

  /// A page as HTML, from its Markdown and the figures in it.
  public func html(of page: Page) -> OutputFile {
    let (text, figures) = page.markdown()
    return html(of: page, markdown: text, figures: figures)
  }

  /// A page as HTML, from Markdown that has been made already.
  public func html(of page: Page, markdown: [UInt8], figures: [[UInt8]]) -> OutputFile {
    var content: [UInt8] = []
    content.reserveCapacity(2 * markdown.count + figures.reduce(0) { $0 + $1.count })
    renderPage(markdown, figures: figures, into: &content)
    return html(of: page, content: content)
  }

  /// A page as HTML, from its content, which is put into the frame of every page.
  public func html(of page: Page, content: [UInt8]) -> OutputFile {
    var html: [UInt8] = []
    html.reserveCapacity(content.count + 4096)
    layout.layout.render(context.layout(page, content: content), into: &html)
    replaceForbidden(in: &html)
    return OutputFile(path: page.path, bytes: html)
  }
}

extension Context {
  fileprivate func frontPages(_ templates: SiteTemplates) -> [Page] {
    [
      Page(path: "index.html", title: words(.navThisWeek), place: .thisWeek, template: templates.thisWeek) {
        thisWeek(templates.partials, on: &$0)
      },
      Page(path: "retention.html", title: words(.navRetention), place: .retention, template: templates.retention) {
        retentionPage(on: &$0)
      },
      Page(path: "backtest.html", title: words(.navBacktest), place: .backtest, template: templates.backtest) {
        backtestPage(on: &$0)
      },
      Page(path: "method.html", title: words(.navMethod), place: .method, template: templates.method) {
        methodPage(on: &$0)
      },
      Page(
        path: "data-quality.html", title: words(.dataQualityHead), place: .dataQuality, template: templates.dataQuality
      ) { dataQualityPage(on: &$0) },
      Page(
        path: "attention.html", title: words(.navAttention), place: .attention, template: templates.attention
      ) { attentionPage(on: &$0) },
      Page(path: "archive.html", title: words(.navArchive), place: .archive, template: templates.archive) {
        archivePage(on: &$0)
      },
    ]
  }

  fileprivate func listPages(_ templates: SiteTemplates) -> [Page] {
    let index = Page(path: "lists/index.html", title: words(.navLists), place: .lists, template: templates.lists) {
      listsPage(root: $0.root)
    }
    return [index]
      + ListID.allCases.flatMap { list in
        Sheet.all(rows: review[list].count).map { sheet in
          Page(
            path: sheet.path("lists/\(list.rawValue)"), title: words.code(.list, list.rawValue),
            place: list == .greenButYellow ? .greenButYellow : .lists, template: templates.list
          ) { draft in
            // The matrix belongs to the list that the product is about.
            let drawsMatrix = list == .greenButYellow && sheet.number == 1
            let matrix = drawsMatrix ? matrix(templates.partials.matrix, root: draft.root) : nil
            return listPage(list, sheet: sheet, matrix: matrix, on: &draft)
          }
        }
      }
  }

  fileprivate func segmentPages(_ templates: SiteTemplates) -> [Page] {
    let index = Page(
      path: "segments/index.html", title: words(.navSegments), place: .segments, template: templates.segments
    ) { draft in
      SegmentsPage(
        rows: review.segments.map { row($0, on: &draft) },
        placements: review.segments.map { placement(in: $0, root: draft.root) })
    }
    return [index]
      + review.segments.flatMap { segment in
        Sheet.all(rows: segment.members.count).map { sheet in
          Page(
            path: sheet.path("segments/\(slug(of: segment.segment.id))"), title: name(of: segment.segment),
            place: .segments, template: templates.segment
          ) { segmentPage(segment, sheet: sheet, on: &$0) }
        }
      }
  }

  fileprivate func matrixPages(_ templates: SiteTemplates) -> [Page] {
    MatrixCell.all.flatMap { cell -> [Page] in
      let accounts = accounts(in: cell)
      guard !accounts.isEmpty else { return [] }
      let base = String(cell.path.dropLast(".html".count))
      let title = words(
        .cellTitle,
        [
          "band": words.code(.band, cell.band.rawValue),
          "flag": cell.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
        ])
      return Sheet.all(rows: accounts.count).map { sheet in
        Page(path: sheet.path(base), title: title, place: .accounts, template: templates.accounts) { draft in
          accountsPage(
            title: title, lead: words.count(.activeAccounts, accounts.count), accounts: accounts, sheet: sheet,
            base: base, on: &draft)
        }
      }
    }
  }

  fileprivate func changesPages(_ changes: Changes, _ templates: SiteTemplates) -> [Page] {
    let first = Page(path: changes.path, title: words(.navChanges), place: .thisWeek, template: templates.changes) {
      changesPage(changes, movement: templates.partials.movement, on: &$0)
    }
    return [first]
      + EditionComparison.Cell.all.flatMap { cell -> [Page] in
        let accounts = changes.comparison[cell]
        guard !accounts.isEmpty else { return [] }
        return Sheet.all(rows: accounts.count).map { sheet in
          Page(
            path: sheet.path(cell.path), title: title(of: cell), place: .thisWeek, template: templates.changeCell
          ) { changeCellPage(cell, in: changes, sheet: sheet, on: &$0) }
        }
      }
  }

  fileprivate func lossPages(_ templates: SiteTemplates) -> [Page] {
    let index = Sheet.all(rows: losses.count).map { sheet in
      Page(
        path: sheet.path("losses/index"), title: words(.navLosses), place: .thisWeek, template: templates.losses
      ) { lossesPage(sheet: sheet, root: $0.root) }
    }
    return index
      + losses.map { lost in
        Page(
          path: lossLink(lost.account, root: ""), title: evidence.accounts[lost.account].name, place: .thisWeek,
          template: templates.loss
        ) { lossPage(lost, on: &$0) }
      }
  }

  fileprivate func callPages(_ templates: SiteTemplates) -> [Page] {
    callsWithPages.flatMap { kind -> [Page] in
      let calls = calls(kind)
      return Sheet.all(rows: calls.count).map { sheet in
        Page(path: sheet.path(kind.path), title: words(kind.title), place: .backtest, template: templates.calls) {
          callsPage(kind, calls, sheet: sheet, root: $0.root)
        }
      }
    }
  }

  fileprivate func bookPages(_ templates: SiteTemplates) -> [Page] {
    let books = review.books
    let index = Page(path: "csms/index.html", title: words(.navCSMs), place: .csms, template: templates.books) {
      booksPage(books, root: $0.root)
    }
    return [index]
      + books.flatMap { book in
        Sheet.all(rows: book.accounts.count).map { sheet in
          Page(
            path: sheet.path(path(ofCSM: book.csm)), title: name(of: book), place: .csms, template: templates.book
          ) { bookPage(book, sheet: sheet, on: &$0) }
        }
      }
  }

  fileprivate func accountPages(_ templates: SiteTemplates) -> [Page] {
    let byExposure = review.byExposure
    let base = "accounts/index"
    let index = Sheet.all(rows: byExposure.count).map { sheet in
      Page(path: sheet.path(base), title: words(.navAccounts), place: .accounts, template: templates.accounts) {
        draft in
        accountsPage(
          title: words(.navAccounts), lead: words.count(.accountsByExposure, byExposure.count), accounts: byExposure,
          sheet: sheet, base: base, on: &draft)
      }
    }
    return index
      + review.accounts.map { account in
        Page(
          path: accountLink(account.account, root: ""), title: evidence.accounts[account.account].name,
          place: .accounts, template: templates.account
        ) { accountPage(account, hero: templates.partials.hero, on: &$0) }
      }
  }
}
