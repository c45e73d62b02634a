import Foundation
import Health
import Pipeline
import Synchronization

/// The starter portfolio, in a temporary folder for one test.
struct Starter: ~Copyable {
  static let asOf = Day(year: 2026, month: 11, day: 16) ?? Day(number: 0)

  let folder: PortfolioFolder

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "vigie-pipeline-\(UUID().uuidString)")
    folder = PortfolioFolder(url.path)
    _ = try folder.writeStarter()
    // Most tests bring rows of these themselves.
    for table in ["contacts", "goals", "outcomes", "reviews", "risks", "tickets"] {
      try FileManager.default.removeItem(at: url.appending(path: "data/\(table).csv"))
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder.path)
  }

  /// Writes a file and creates its folders.
  func write(_ text: String, to file: String) throws {
    let url = URL(filePath: folder.path).appending(path: file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func workspace(asOf day: Day = asOf, reporter: Reporter = .silent) throws -> Workspace {
    try Workspace(folder, asOf: day, reporter: reporter)
  }
}

/// The messages that a reporter received.
final class Told: Sendable {
  private let lines = Mutex<[String]>([])

  var warnings: [String] { lines.withLock { $0 } }

  var reporter: Reporter {
    Reporter(warning: { line in self.lines.withLock { $0.append(line) } })
  }
}
