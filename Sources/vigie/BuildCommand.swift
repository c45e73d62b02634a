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
      let progress = Progress()
      let workspace = try options.workspace(
        site.templates, asksEngines: true, isSilent: !findings.all, reporter: findings.reporter(progress))
      let published = workspace.folder.site
      let folder = site.place.out ?? workspace.folder.draft
      if site.place.out == nil, folder != published {
        print("\(published) stays the published edition, and \(folder) gets the draft; --out \(published) replaces it")
      }
      let built = try await workspace.build(to: folder, inPlace: site.place.inPlace)
      progress.end()
      let rows = options.summary(of: workspace)
      guard let built else { return print("\(rows); nothing changed, \(folder)/index.html is up to date") }
      print(built, after: rows)
    }
  }
}

/// Prints what was read and written.
func print(_ site: WrittenSite, after rows: String) {
  print(
    "\(rows); wrote \(counted(site.written, "file")), left \(grouped(site.unchanged)) unchanged, "
      + "removed \(grouped(site.removed)): \(site.index)")
  if let reason = site.inPlace { print("\(site.folder) was written in place, file by file, since \(reason)") }
  for path in site.kept { print("kept a file that is not Vigie's: \(path)") }
}
