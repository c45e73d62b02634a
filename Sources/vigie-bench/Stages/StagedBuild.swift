import Health
import Languages
import Pipeline
import Portfolio
import Publishing
import Review
import Site

/// A build in this process, stage by stage, using the program's own modules.
struct StagedBuild {
  /// A stage of the whole build.
  struct Stage {
    let name: String
    let elapsed: Elapsed
    /// The peak memory up to its end, in bytes.
    let peakMemory: Int?
  }

  private(set) var stages: [Stage] = []
  private(set) var steps = StepTimes()
  private(set) var rows = DataQuality.Rows()
  private(set) var observations = 0
  private(set) var pages = 0
  private(set) var byteCount = 0

  /// Builds the site of a portfolio in the folder `stages/` next to it.
  init(of portfolio: SyntheticPortfolio, in folder: String, tasks: Int) async throws {
    var begin = Elapsed.ofProcess
    let source = PortfolioFolder(folder)
    let loaded = try source.read(asOf: portfolio.asOf)
    rows = loaded.quality.rows
    observations = loaded.evidence.series.reduce(0) { $0 + $1.count }
    close("read", &begin)
    let review = await loaded.review()
    close("score, review", &begin)
    let presentation = try Presentation(.builtIn, language: loaded.settings.locale, around: portfolio.asOf)
    let site = try Workspace(source, loaded, presentation: presentation).site(of: review)
    let files = try site.files()
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
}
