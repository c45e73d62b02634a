import ArgumentParser
import Pipeline
import Portfolio
import Review

/// `vigie build`: builds the site of a day in a folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site of a portfolio.",
    discussion: """
      Reads the portfolio, scores it as of a day and replaces the last site with the new one, all or nothing. Rows \
      that cannot be used are refused, listed and counted. An error that stops the build leaves the last site as it was. \
      The site is a draft: nothing is recorded, and its pages say so. Where site/ has a published edition, the draft \
      goes to draft/ unless --out says otherwise. See vigie publish.

      Example: vigie build examples/portfolio --as-of 2026-11-16 --out site
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var site: SiteOptions

  func run() async throws {
    try await refusing {
      let progress = findings.output.progress
      let workspace = try options.workspace(
        site.templates, asksEngines: true, isSilent: !findings.all, reporter: findings.reporter(progress))
      let published = workspace.folder.site
      let folder = site.place.out ?? workspace.folder.draft
      if site.place.out == nil, folder != published {
        findings.say(
          "\(published) stays the published edition, and \(folder) gets the draft; --out \(published) replaces it")
      }
      let built = try await workspace.build(to: folder, inPlace: site.place.inPlace)
      progress?.end()
      let rows = options.summary(of: workspace)
      guard let built else { return findings.say("\(rows); nothing changed, \(folder)/index.html is up to date") }
      for line in built.lines(after: rows) { findings.say(line) }
    }
  }
}

extension WrittenSite {
  /// What was read and written.
  func lines(after rows: String) -> [String] {
    let counts = "wrote \(counted(written, "file")), left \(grouped(unchanged)) unchanged, removed \(grouped(removed))"
    return ["\(rows); \(counts): \(index)"]
      + (inPlace.map { ["\(folder) was written in place, file by file, since \($0)"] } ?? [])
      + kept.map { "kept a file that is not Vigie's: \($0)" }
  }
}
