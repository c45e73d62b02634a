import Foundation
import Health
import Pipeline

/// Publishes the editions of the example portfolio as the repository shows them.
///
/// The program itself is an input of every edition, and so of the fingerprint on its pages. Here a fixed value stands for
/// it, so that the site is the same whoever compiled what renders it.
@main
struct PublishedExample {
  /// The Mondays that are reported on, the last one by the site that is kept.
  static let days: [Day] = [2, 9, 16].compactMap { Day(year: 2026, month: 11, day: $0) }

  static func main() async throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: example-site <portfolio folder> <folder to publish in>\n".utf8))
      exit(64)
    }
    try await publish(CommandLine.arguments[1], in: CommandLine.arguments[2])
  }

  /// Copies a portfolio and publishes there: `site/`, `archive/` and the ledger of the copy are those of its editions.
  ///
  /// Nothing but the input is copied, and what the folder held before is removed.
  static func publish(_ portfolio: String, in copy: String) async throws {
    let files = FileManager.default
    let (from, to) = (URL(filePath: portfolio), URL(filePath: copy))
    if files.fileExists(atPath: copy) { try files.removeItem(at: to) }
    try files.createDirectory(at: to, withIntermediateDirectories: true)
    for name in ["data", "exports", "model.yml", "vigie.yml"] {
      try files.copyItem(at: from.appending(path: name), to: to.appending(path: name))
    }
    // The site is kept without the archives: they would weigh as much again with every change of a template.
    let settings = to.appending(path: "vigie.yml")
    try Data((String(contentsOf: settings, encoding: .utf8) + "\narchive_url: none\n").utf8).write(to: settings)
    for day in days {
      let workspace = try Workspace(
        PortfolioFolder(to.path), asOf: day, today: days.last, isSilent: true, program: "example")
      _ = try await workspace.publish(to: to.appending(path: "site").path)
    }
  }
}
