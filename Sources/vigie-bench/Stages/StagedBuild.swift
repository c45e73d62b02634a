import BuiltInTemplates
import Health
import Languages
import Portfolio
import Publishing
import Review
import Site
import Templates

/// A build in this process, stage by stage, through the modules that the program is made of.
struct StagedBuild {
  /// A stage of the whole build.
  struct Stage {
    let name: String
    let elapsed: Elapsed
    /// The most memory up to its end, in bytes.
    let peakMemory: Int?
  }

  private(set) var stages: [Stage] = []
  private(set) var steps = StepTimes()
  private(set) var rows = DataQuality.Rows()
  private(set) var observations = 0
  private(set) var pages = 0
  private(set) var byteCount = 0

  /// Builds the site of a portfolio into the folder `stages/` beside it.
  init(of portfolio: SyntheticPortfolio, in folder: String, tasks: Int) async throws {
    var begin = Elapsed.ofProcess
    let languages = Languages(builtIn: BuiltInTemplates.files)
    let loaded = try loadPortfolio(folder, asOf: portfolio.asOf, languages: languages)
    rows = loaded.quality.rows
    observations = loaded.evidence.series.reduce(0) { $0 + $1.count }
    close("read", &begin)
    let scorer = Scorer(evidence: loaded.evidence, models: loaded.models, segmentOf: loaded.segmentOf)
    let review = await Review(scorer, judgement: loaded.judgement, rules: loaded.settings.reviewRules)
    close("score, review", &begin)
    let site = try Self.site(of: loaded, languages: languages, review: review)
    let files = site.files
    pages = site.pages.count
    close("report, list of pages", &begin)
    let publication = try Publication.open(folder + "/stages")
    let floor = try Floor(folder: folder + "/floor")
    let render = MeasuredRender(site: site, files: files, publication: publication, floor: floor)
    let (placed, steps, byteCount) = try await render(tasks: tasks)
    self.steps = steps
    self.byteCount = byteCount
    try floor.remove()
    begin = Elapsed.ofProcess
    _ = try publication.finish(placed, record: "")
    close("finish", &begin)
  }

  private mutating func close(_ name: String, _ begin: inout Elapsed) {
    stages.append(Stage(name: name, elapsed: Elapsed.ofProcess - begin, peakMemory: peakMemoryOfProcess()))
    begin = Elapsed.ofProcess
  }

  private static func site(of portfolio: Portfolio, languages: Languages, review: Review) throws -> Site {
    guard let words = try languages.file(portfolio.settings.locale).map(Words.init) else {
      preconditionFailure("a portfolio of the benchmark is in a language that comes with Vigie")
    }
    let files = BuiltInTemplates.files
    let templates = try SiteTemplates(
      files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
        .map { TemplateFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }, words: words)
    let table = files.first { $0.name == "questions.yml" }?.bytes ?? []
    let questions = QuestionFile(
      String(decoding: table, as: UTF8.self), file: "questions.yml", hasWords: words.hasQuestion)
    let context = Context(
      review: review, quality: portfolio.quality, title: portfolio.settings.title,
      currency: portfolio.settings.currency, words: words, rubric: portfolio.settings.rubric,
      questionRules: questions.rules, tool: "Vigie")
    let assets = files.filter { BuiltInTemplates.isSiteAsset($0.name) }
      .map { OutputFile(path: $0.name, bytes: $0.bytes) }
    return Site(context, templates: templates, assets: assets)
  }
}
