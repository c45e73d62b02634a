import Foundation
import Pipeline
import Testing

/// A temporary folder for one test with the portfolio of `vigie init`, in `p`.
struct StarterFolder: ~Copyable {
  static let asOf = ["--as-of", "2026-11-16"]

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vigie-command-\(UUID().uuidString)")
    _ = try PortfolioFolder(url.appending(path: "p").path).writeStarter()
    // Most tests bring rows of these themselves.
    for table in ["contacts", "goals", "outcomes", "reviews", "risks", "tickets"] {
      try FileManager.default.removeItem(at: url.appending(path: "p/data/\(table).csv"))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Runs a command on the portfolio as of the day of its data.
  func run(_ command: String, _ more: [String] = [], environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run([command, "p"] + Self.asOf + more, in: url, environment: environment)
  }

  /// Replaces a text, which must exist, in a file of the portfolio.
  func edit(_ file: String, _ old: String, _ new: String) throws {
    let path = url.appending(path: "p/" + file)
    let text = try String(contentsOf: path, encoding: .utf8)
    try #require(text.contains(old), "\(file) holds no '\(old)'")
    try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: path)
  }

  func append(_ text: String, to file: String) throws {
    let path = url.appending(path: "p/" + file)
    try (try Data(contentsOf: path) + Data(text.utf8)).write(to: path)
  }

  /// Writes a file and creates its folders.
  func write(_ text: String, to file: String) throws {
    let path = url.appending(path: "p/" + file)
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
  }

  /// Every file in a folder by its path.
  func files(_ folder: String = "p/site") throws -> [String: Data] {
    let root = url.appending(path: folder)
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      if let bytes = FileManager.default.contents(atPath: root.appending(path: name).path),
        !root.appending(path: name).isFolder
      {
        files[name] = bytes
      }
    }
    return files
  }

  /// When each file under the site was last written.
  func times() throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in try files().keys {
      let path = url.appending(path: "p/site/" + name).path
      times[name] = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }
    return times
  }
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false }
}
