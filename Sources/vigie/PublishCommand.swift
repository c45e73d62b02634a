import ArgumentParser
import Findings
import Pipeline
import Portfolio
import Review

/// `vigie publish`: builds the site, records the edition in the ledger, and puts the site in place.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish an edition: build the site and record it.",
    discussion: """
      Builds the site as vigie build does and records what it says in history.sqlite in the portfolio folder: scores, \
      bands, flags, lists, figures and the digests of everything it was made from. Records are never changed. The \
      whole site is archived as one ZIP in archive/, sealed and chained to the previous edition; see vigie verify. \
      You can also publish earlier weeks, in any order, with --as-of.

      Nothing is published while a guard holds, such as customers that are gone from the accounts table: what is wrong \
      and what to do is said first. See docs/scoring.md for the guards. A gate of your own, such as "grr < 0.9", stops \
      it in the same way; vigie check lists the figures.

      Example: vigie publish examples/portfolio --as-of 2026-11-16
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var gates: GateOptions

  @Option(
    name: .customLong("revise"),
    help: ArgumentHelp("Publish a week again, with the reason; both stay in the ledger.", valueName: "reason"))
  var revise: String?

  @Option(
    name: .customLong("accept"),
    help: ArgumentHelp(
      "A guard that may hold; give the reason with --reason. Repeat both for several, or one reason for all.",
      valueName: "guard"))
  var accepted: [String] = []

  @Option(name: .customLong("reason"), help: "Why it is published although the guard holds; printed on its pages.")
  var reasons: [String] = []

  @Option(
    name: .customLong("single-file"),
    help: """
      Also write this week, the lists and the briefs of the accounts that they name into one HTML file that opens \
      anywhere, or into a ZIP with --password-file.
      """,
    completion: .file(extensions: ["html", "zip"]))
  var singleFile: String?

  @Option(
    name: .customLong("password-file"),
    help: "Make the single file an encrypted ZIP, opened by the first line of this file.", completion: .file())
  var passwordFile: String?

  func validate() throws {
    if let singleFile, !singleFile.hasSuffix(passwordFile == nil ? ".html" : ".zip") {
      throw ValidationError(
        passwordFile == nil
          ? "--single-file makes an HTML file: name one that ends in .html, not '\(singleFile)'"
          : "--password-file makes a ZIP: name one that ends in .zip, not '\(singleFile)'")
    }
    guard singleFile != nil || passwordFile == nil else {
      throw ValidationError("--password-file locks the file of --single-file; name that as well")
    }
    _ = try acceptedGuards()
    if let revise, revise.utf8.allSatisfy({ $0 == 0x20 }) { throw ValidationError("--revise needs a reason") }
  }

  private func acceptedGuards() throws -> [AcceptedGuard] {
    let kinds = try accepted.map { name in
      guard let kind = Guard(rawValue: name) else {
        throw ValidationError(
          "there is no guard '\(name)'\(suggestion(for: name, among: Guard.allCases.map(\.rawValue)))")
      }
      return kind
    }
    guard !reasons.contains(where: { $0.utf8.allSatisfy { $0 == 0x20 } }) else {
      throw ValidationError("--reason needs a reason")
    }
    guard kinds.isEmpty == reasons.isEmpty, reasons.count <= 1 || reasons.count == kinds.count else {
      throw ValidationError(
        kinds.isEmpty
          ? "--reason says why a guard is accepted; name the guard with --accept"
          : "give a --reason for each --accept, or one for all")
    }
    let lines = reasons.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    return kinds.enumerated().map { AcceptedGuard($1, reason: lines.count == 1 ? lines[0] : lines[$0]) }
  }

  func run() async throws {
    try await refusing {
      let report = RunReport(report, findings.output)
      try await report.telling("publish", of: options, guards: true, publish)
    }
  }

  private func publish(_ report: RunReport) async throws {
    let single = try singleFile.map { try SingleFile($0, passwordFile: passwordFile) }
    let progress = findings.output.progress
    let workspace = try options.workspace(
      site.templates, asksEngines: true, isSilent: !findings.all,
      reporter: report.reporter(progress, listsAll: findings.all))
    let folder = site.place.out ?? workspace.folder.site
    let published = try await workspace.publish(
      to: folder, inPlace: site.place.inPlace, revise: revise, accepting: try acceptedGuards(), unless: gates.all)
    progress?.end()
    let rows = options.summary(of: workspace)
    switch published.site {
    case .written(let site): for line in site.lines(after: rows) { report.say(line) }
    case .left(let newer): report.say("\(rows); \(folder) stays the site of \(newer), which is newer")
    }
    switch published.archiveLinks {
    case .kept: break
    case .beside(let place):
      report.say("archive links lead out of the site, to \(place): upload that folder beside it, or set archive_url")
    case .dead(let place):
      printError(
        "archive_url is '\(place)', where no archive lies as seen from the site, so its links are dead; upload "
          + "\(workspace.folder.archive) there, or take archive_url away, and the pages say where archives are")
    }
    report.say(
      (published.wasRecorded ? "\(published.name) stands as it was published" : "published \(published.name)")
        + ", fingerprint \(published.fingerprint): \(published.archive)")
    if let single, let path = singleFile {
      report.say(onOneLine(try single.write(published, of: workspace) ? "wrote \(path)" : "unchanged: \(path)"))
    }
  }
}
