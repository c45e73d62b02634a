import ArgumentParser
import Foundation

/// `vigie init`: a small working portfolio to start from.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a small portfolio to start from.",
    discussion: """
      Writes settings, tables with three accounts and the built-in model, with comments, into a new folder.

      Example: vigie init my-portfolio && vigie build my-portfolio
      """)

  @Argument(help: "The folder to create; it must be new or empty.", completion: .directory)
  var folder: String

  func run() async throws {
    try await refusing {
      let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      guard existing.isEmpty else {
        throw Refusal("'\(folder)' is not empty; name a new folder, so that nothing of yours is overwritten")
      }
      do {
        for (name, bytes) in starter {
          let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(bytes).write(to: url, options: .withoutOverwriting)
        }
      } catch {
        throw Refusal("cannot write into '\(folder)': \(error.localizedDescription)")
      }
      print("wrote \(starter.count) files into \(folder); now: vigie build \(folder)")
    }
  }
}
