import ArgumentParser
import Files
import Foundation
import Health

/// `vigie-bench`: the cost of a build, stage by stage, and compared with the least that its pages could cost.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigie-bench",
    abstract: "Measure the build of a made-up portfolio.",
    discussion: """
      Writes a portfolio into a temporary folder and builds its site with the program beside this one, twice, then once \
      more in this process to time every stage, and again by the program after one row has changed. The floor is libcmark-gfm on the same Markdown and the same bytes \
      written to as many files, page by page in the same run, so that their ratio holds on a busy machine too.
      """)

  @Option(help: "How many accounts.")
  var accounts = 10_000

  @Option(help: "How many weeks of measures.")
  var weeks = 52

  @Flag(help: "One line a value in place of one column a measure.")
  var long = false

  @Option(help: "How many tasks render pages.")
  var tasks = Processors.count

  @Option(help: "Only write the portfolio, into this folder.")
  var write: String?

  @Option(help: "Also publish one more edition after so many; 0 for none.")
  var editions = 0

  func validate() throws {
    guard accounts > 0, weeks > 0, tasks > 0 else { throw ValidationError("counts begin at 1") }
    guard editions >= 0 else { throw ValidationError("editions are counted from 0") }
  }

  func run() async throws {
    if let write { return try writePortfolio(to: write) }
    let folder = NSTemporaryDirectory() + "/vigie-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let begin = Elapsed.ofProcess
    try portfolio.write(to: folder)
    print("generated in \(fixed((Elapsed.ofProcess - begin).wall)) s")

    let asOf = portfolio.asOf
    let site = folder + "/site"
    let program = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
      .appending(path: "vigie").path
    let arguments = ["build", folder, "--as-of", asOf.description, "--out", site]
    let first = try ProgramRun(program, arguments)
    let state = FolderState(of: site)
    let second = try ProgramRun(program, arguments)
    let changes = FolderState(of: site).changes(since: state)

    let staged = try await StagedBuild(of: portfolio, in: folder, tasks: tasks)
    print(staged.text(tasks: tasks))
    let unchanged = FolderState(of: site)
    try SyntheticPortfolio.changeOneRow(in: folder)
    let third = try ProgramRun(program, arguments)
    let builds = [
      ("first", first, "all"), ("again, nothing changed", second, String(changes)),
      ("again, one row changed", third, String(FolderState(of: site).changes(since: unchanged))),
    ]
    print(wholeBuilds(builds, pages: staged.pages))
    if editions > 0 {
      print(try LongHistory(of: editions, asOf: asOf, in: folder, program: program).text(without: first))
    }
    guard changes == 0 else { throw ExitCode.failure }
  }

  private func writePortfolio(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try portfolio.write(to: folder)
  }

  private var portfolio: SyntheticPortfolio {
    guard let asOf = Day(iso: "2026-11-16") else { preconditionFailure("a day") }
    return SyntheticPortfolio(accounts: accounts, weeks: weeks, isLong: long, asOf: asOf)
  }

  /// Builds by the program one after the other, and the share of the first that the others cost.
  private func wholeBuilds(_ builds: [(name: String, run: ProgramRun, written: String)], pages: Int) -> String {
    var table = ResultTable("vigie build", "wall s", "CPU s", "peak", "pages/s", "written")
    for (name, run, written) in builds {
      table.add(
        name, fixed(run.elapsed.wall), fixed(run.elapsed.cpu), megabytes(run.peakMemory),
        fixed(Double(pages) / run.elapsed.wall, decimals: 0), written)
    }
    let first = builds[0].run.elapsed
    for (name, run, _) in builds.dropFirst() {
      table.add("\(name) / first", fixed(run.elapsed.wall / first.wall), fixed(run.elapsed.cpu / first.cpu))
    }
    return table.text
  }
}
