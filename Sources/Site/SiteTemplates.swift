public import Templates

/// All templates of the site, checked against what they may show.
public struct SiteTemplates: Sendable {
  let layout: CompiledTemplate<Layout>
  let thisWeek: CompiledTemplate<ThisWeek>
  let account: CompiledTemplate<AccountPage>
  let accounts: CompiledTemplate<AccountsPage>
  let segment: CompiledTemplate<SegmentPage>
  let segments: CompiledTemplate<SegmentsPage>
  let list: CompiledTemplate<ListPage>
  let lists: CompiledTemplate<ListsPage>
  let archive: CompiledTemplate<ArchivePage>
  let retention: CompiledTemplate<RetentionPage>
  let backtest: CompiledTemplate<BacktestPage>
  let calls: CompiledTemplate<CallsPage>
  let attention: CompiledTemplate<AttentionPage>
  let book: CompiledTemplate<BookPage>
  let changes: CompiledTemplate<ChangesPage>
  let changeCell: CompiledTemplate<ChangeCellPage>
  let loss: CompiledTemplate<LossPage>
  let losses: CompiledTemplate<LossesPage>
  let books: CompiledTemplate<BooksPage>
  let method: CompiledTemplate<MethodPage>
  let dataQuality: CompiledTemplate<DataQualityPage>
  let trail: CompiledTemplate<TrailPage>
  let partials: Partials

  /// Checks every template against its page.
  ///
  /// - Throws: all problems of all templates.
  public init(_ files: [TemplateFile], words: Words) throws(TemplateFailure) {
    let set = TemplateSet(files: files)
    let phrases = TemplatePhrases(words.all)
    var problems: [TemplateProblem] = []
    func compile<View: TemplateRecord>(
      _ name: String, for view: View.Type, needing needed: [String] = []
    ) -> CompiledTemplate<View>? {
      do throws(TemplateErrors) {
        return try set.compile(name, for: view, phrases: phrases, needing: needed)
      } catch {
        // A part with a fault is found again on every page that it is part of.
        for problem in error.problems where !problems.contains(problem) { problems.append(problem) }
        return nil
      }
    }
    let layout = compile("layout.html", for: Layout.self, needing: ["content"])
    let thisWeek = compile("index.md", for: ThisWeek.self)
    let account = compile("account.md", for: AccountPage.self)
    let accounts = compile("accounts.md", for: AccountsPage.self)
    let segment = compile("segment.md", for: SegmentPage.self)
    let segments = compile("segments.md", for: SegmentsPage.self)
    let list = compile("list.md", for: ListPage.self)
    let lists = compile("lists.md", for: ListsPage.self)
    let archive = compile("archive.md", for: ArchivePage.self)
    let retention = compile("retention.md", for: RetentionPage.self)
    let backtest = compile("backtest.md", for: BacktestPage.self)
    let calls = compile("calls.md", for: CallsPage.self)
    let attention = compile("attention.md", for: AttentionPage.self)
    let book = compile("csm.md", for: BookPage.self)
    let changes = compile("changes.md", for: ChangesPage.self)
    let changeCell = compile("change-cell.md", for: ChangeCellPage.self)
    let loss = compile("loss.md", for: LossPage.self)
    let losses = compile("losses.md", for: LossesPage.self)
    let books = compile("csms.md", for: BooksPage.self)
    let method = compile("method.md", for: MethodPage.self)
    let dataQuality = compile("data-quality.md", for: DataQualityPage.self)
    let trail = compile("trail.md", for: TrailPage.self)
    let figures = compile("figures.html", for: FrontFigures.self)
    let bands = compile("bands.html", for: BandsFigure.self)
    let matrix = compile("matrix.html", for: Matrix.self)
    let movement = compile("movement.html", for: Movement.self)
    let hero = compile("hero.html", for: Hero.self)
    guard let layout, let thisWeek, let account, let accounts, let segment, let segments, let list, let lists,
      let archive, let attention, let book, let books, let method, let dataQuality, let figures, let bands, let matrix,
      let hero, let changes, let changeCell, let loss, let losses, let movement, let retention, let backtest, let trail,
      let calls
    else { throw TemplateFailure(problems: problems) }
    self.layout = layout
    self.thisWeek = thisWeek
    self.account = account
    self.accounts = accounts
    self.segment = segment
    self.segments = segments
    self.list = list
    self.lists = lists
    self.archive = archive
    self.retention = retention
    self.backtest = backtest
    self.calls = calls
    self.attention = attention
    self.book = book
    self.books = books
    self.changes = changes
    self.changeCell = changeCell
    self.loss = loss
    self.losses = losses
    self.trail = trail
    self.method = method
    self.dataQuality = dataQuality
    partials = Partials(figures: figures, bands: bands, matrix: matrix, hero: hero, movement: movement)
  }
}

/// The templates of the pieces that stand in pages as finished HTML.
struct Partials: Sendable {
  let figures: CompiledTemplate<FrontFigures>
  let bands: CompiledTemplate<BandsFigure>
  let matrix: CompiledTemplate<Matrix>
  let hero: CompiledTemplate<Hero>
  let movement: CompiledTemplate<Movement>
}

/// What is wrong with the templates, all of it.
public struct TemplateFailure: Error {
  let problems: [TemplateProblem]

  /// The problems in words, in the form `templates/account.md:12:5: error: …`.
  public var descriptions: [String] { problems.map(\.description) }
}
