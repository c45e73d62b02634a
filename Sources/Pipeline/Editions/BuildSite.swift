import Files
import Findings
import Portfolio
import Publishing
import Review
import Site

extension Workspace {
  /// Builds the site of a draft and replaces the last one, all or nothing; nothing is recorded.
  ///
  /// - Parameter inPlace: whether the folder must stay the same folder, for who holds it and not its name.
  /// - Returns: what was written; nil when the existing site was built from the very same inputs.
  public func build(to folder: String, inPlace: Bool = false) async throws -> WrittenSite? {
    let missing = try missing()
    try say(missing)
    let publication = try self.folder.openSite(folder, inPlace: inPlace)
    let history = try history()
    let inputs = try EditionInputs(self, history.editions, withdrawn: history.withdrawn)
    // Whether the as-of day has come is no input, and pages say where it has not.
    let guards = missing.guards.map(\.held.kind.rawValue)
    let last = publication.lastRecord.flatMap(DraftRecord.init)
    // What nothing reads is no input either, and is told.
    let findings = Digest.sha256(Array(portfolio.quality.findings.map(\.description).joined(separator: "\n").utf8))
    let digest = ([inputs.digest, findings] + guards).joined(separator: " ")
    guard last?.inputs != digest || !publication.isIntact() else {
      publication.abandon()
      return nil
    }
    let review = await review(history)
    let site = site(of: review, missing: missing)
    let rendered = try await render(
      site, to: publication, inputs: ([inputs.besideRows] + guards).joined(separator: " "),
      last: last?.made ?? .none)
    let record = DraftRecord(inputs: digest, made: rendered.made)
    return WrittenSite(try publication.finish(rendered.files, record: record.text), in: folder)
  }
}
