import Files
import FoundationEssentials
import Health
import Languages
import Portfolio
import Publishing
import Review
import Site

/// A comparison as text, and its pages.
public struct WrittenComparison: Sendable {
  /// The contents of the pages, for a terminal.
  public let text: String
  /// What was written.
  public let site: WrittenSite
}

extension Workspace {
  /// Writes what changed between two editions and why.
  ///
  /// - Parameter folder: the folder of the pages; nil for one in `comparisons/` in the portfolio.
  public func compare(_ pair: EditionPair, to folder: String? = nil) async throws -> WrittenComparison {
    let comparison = try pair.comparison(portfolio)
    return try await write(comparison, of: await review(), to: folder ?? place(pair.label))
  }

  /// Writes what the model in another file would change.
  ///
  /// - Parameter folder: the folder of the pages; nil for one in `comparisons/` in the portfolio.
  public func compare(model file: String, to folder: String? = nil) async throws -> WrittenComparison {
    let (models, segmentOf) = try readModel(file)
    let review = await review()
    let path = URL(fileURLWithPath: file)
    // People who try weights usually leave the version unchanged at first.
    let isSameVersion = models.version == review.models.version
    let trial = await ModelTrial(
      of: models, segmentOf: segmentOf, named: isSameVersion ? path.lastPathComponent : models.version, against: review)
    let name = "\(review.edition)-model-\(path.deletingPathExtension().lastPathComponent)"
    return try await write(trial.comparison, trial: trial, of: review, to: folder ?? place(name))
  }

  private func place(_ name: String) -> String { folder.path + "/comparisons/" + name }

  private func write(
    _ comparison: EditionComparison, trial: ModelTrial? = nil, of review: Review, to folder: String
  ) async throws -> WrittenComparison {
    let context = context(review, status: .comparison, isWholeSite: false)
    let site = Site(
      context, comparison: comparison, trial: trial, templates: presentation.templates, assets: assets)
    try makeFolders(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    let publication = try self.folder.openSite(folder)
    let placed = try await site.render(to: publication).files
    let summary = try publication.finish(placed, record: "comparison")
    let terminal = self.context(
      review, status: .comparison, isWholeSite: false,
      terminalWords: try presentation.folder.words(Languages.program))
    return WrittenComparison(
      text: terminal.text(of: comparison, trial: trial), site: WrittenSite(summary, in: folder))
  }

  /// Reads another model and reports every fault in it.
  private func readModel(_ file: String) throws -> (models: Models, segmentOf: [Int]) {
    guard let data = try contentsIfThere(file) else { throw Refusal("there is no model file '\(file)'") }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Refusal("\(file) is not UTF-8; save it as UTF-8")
    }
    let (model, findings) = portfolio.otherModel(text, file: file)
    reporter.warn(findings)
    guard let model else { throw Refusal("\(file) cannot be used as a model") }
    return model
  }
}
