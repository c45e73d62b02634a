import ArgumentParser
import Findings
import Foundation
import Health
import Languages
import Ledger
import Portfolio
import Publishing
import Review
import Site

/// `vigie compare`: what changed between two editions and why, or what another model would change.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what changed between two editions and why, or what another model would change.",
    discussion: """
      Between two published editions every change of a score is taken apart into what the account did, what data came \
      later, and what the model changed. With --model the scores of today are held against those by another model \
      file, with the backtest of both, before anybody adopts it. Prints it and writes pages into comparisons/ in the \
      portfolio folder.

      Example: vigie compare 2026-W40 2026-W47 my-portfolio
      Example: vigie compare --model other.yml my-portfolio
      """)

  @Argument(help: "The earlier edition, such as 2026-W40.")
  var earlier: String?

  @Argument(help: "The later edition, such as 2026-W47.")
  var later: String?

  @OptionGroup var options: PortfolioOptions

  @Option(
    name: .customLong("model"), help: "A model file to hold against model.yml instead of two editions.",
    completion: .file(extensions: ["yml", "yaml"]))
  var model: String?

  @Option(
    name: .customLong("out"), help: "The folder of the pages (default: one in comparisons/ in the portfolio).",
    completion: .directory)
  var out: String?

  @OptionGroup var templates: TemplateOptions

  mutating func validate() throws {
    if model != nil {
      guard later == nil else { throw ValidationError("--model compares models, so that it takes no editions") }
      // What stands first is then the portfolio.
      if let folder = earlier { options.folder = folder }
      earlier = nil
    } else if earlier == nil || later == nil {
      throw ValidationError("name two editions, such as 2026-W40 2026-W47, or a model with --model other.yml")
    }
  }

  func run() async throws {
    try await refusing {
      try await publishing {
        if let model {
          try await tryOut(model)
        } else if let earlier, let later {
          try await compare(earlier, later)
        }
      }
    }
  }

  private func compare(_ earlier: String, _ later: String) async throws {
    let ledger = try Ledger.read(options.ledger)
    let weeks = try ledger?.publishedWeeks() ?? []
    guard let ledger, !weeks.isEmpty else {
      throw Refusal("nothing has been published from '\(options.folder)'; see vigie publish")
    }
    let (first, last) = (try EditionName(earlier, among: weeks), try EditionName(later, among: weeks))
    guard first.isEarlier(than: last) else {
      throw Refusal("\(earlier) is not earlier than \(later); name the earlier edition first")
    }
    let inputs = try Inputs(options, templateFolder: templates.folder, asOf: last.asOf)
    let portfolio = inputs.portfolio
    func record(_ name: EditionName) throws -> EditionRecord {
      let record = try ledger.record(
        of: name.edition, revision: name.revision, accounts: portfolio.evidence.accounts,
        aliases: portfolio.settings.aliases, models: models(readFrom:))
      guard let record else { throw Refusal("there is no revision \(name.revision ?? 0) of '\(name.edition)'") }
      return record
    }
    let scorer = Scorer(evidence: portfolio.evidence, models: portfolio.models, segmentOf: portfolio.segmentOf)
    let comparison = EditionComparison(from: try record(first), to: try record(last), scorer: scorer)
    try await write(
      comparison, of: await portfolio.review(), inputs, name: "\(first.label)-\(last.label)")
  }

  private func tryOut(_ file: String) async throws {
    let inputs = try Inputs(options, templateFolder: templates.folder)
    let (models, segmentOf) = try readModel(file, for: inputs.portfolio)
    let review = await inputs.portfolio.review()
    let path = URL(fileURLWithPath: file)
    // Whoever tries weights leaves the version as it is at first.
    let isSameVersion = models.version == review.models.version
    let trial = await ModelTrial(
      of: models, segmentOf: segmentOf, named: isSameVersion ? path.lastPathComponent : models.version, against: review)
    let name = path.deletingPathExtension().lastPathComponent
    try await write(trial.comparison, trial: trial, of: review, inputs, name: "\(review.edition)-model-\(name)")
  }

  private func write(
    _ comparison: EditionComparison, trial: ModelTrial? = nil, of review: Review, _ inputs: Inputs, name: String
  ) async throws {
    let context = inputs.context(review, status: .comparison, isWholeSite: false)
    let site = Site(
      context, comparison: comparison, trial: trial, templates: inputs.templates, assets: inputs.assets)
    let destination = out ?? options.folder + "/comparisons/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: destination).deletingLastPathComponent().path, withIntermediateDirectories: true)
    let publication = try Publication.open(destination)
    let placed = try await site.render(to: publication) { _ in }
    let summary = try publication.finish(placed, record: "comparison")
    let terminal = inputs.context(
      review, status: .comparison, isWholeSite: false, terminalWords: try inputs.folder.words(Languages.program))
    print(terminal.text(of: comparison, trial: trial))
    print(
      "wrote \(grouped(summary.written)) files, left \(grouped(summary.unchanged)) unchanged: \(destination)/index.html"
    )
  }
}

/// Reads another model for a portfolio; every fault in it is told.
private func readModel(_ file: String, for portfolio: Portfolio) throws -> (models: Models, segmentOf: [Int]) {
  guard let data = FileManager.default.contents(atPath: file) else {
    throw Refusal("there is no model file '\(file)' that can be read")
  }
  guard let text = String(validating: data, as: UTF8.self) else {
    throw Refusal("\(file) is not UTF-8; save it as UTF-8")
  }
  let (model, findings) = portfolio.otherModel(text, file: file)
  report(findings)
  guard let model else { throw Refusal("\(file) cannot be used as a model") }
  return model
}
