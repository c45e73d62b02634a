import Foundation
import Testing

/// The tutorial, followed word for word.
@Suite struct TutorialTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The commands that the tutorial gives, in their order.
  private static func commands() throws -> [String] {
    let text = try String(contentsOf: repository.appending(path: "docs/tutorial.md"), encoding: .utf8)
    return text.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  /// A folder in which the commands run as they are: with the examples, and the program on the path.
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "tutorial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: url.appending(path: "examples"), withDestinationURL: Self.repository.appending(path: "examples"))
    try FileManager.default.createSymbolicLink(
      at: url.appending(path: "bin/vigie"), withDestinationURL: URL(filePath: try Program.path))
    return url
  }

  private func run(_ command: String, in folder: URL) throws -> Program.Outcome {
    try Program.run(script: "set -e; PATH=$PWD/bin:$PATH; " + command, in: folder)
  }

  private func report(_ folder: URL) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: "site/report.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `six exports become an edition whose figures are those of the same facts in clean tables`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let commands = try Self.commands()
    #expect(commands.count == 4)
    for command in commands {
      let outcome = try run(command, in: folder)
      #expect(outcome.status == 0, "\(command)\(outcome.errors)")
    }
    let clean = folder.appending(path: "clean")
    try FileManager.default.createDirectory(at: clean, withIntermediateDirectories: true)
    let program = URL(filePath: try Program.path).deletingLastPathComponent().appending(path: "example-exports")
    #expect(try run("\(program.path) --clean clean/data", in: folder).status == 0)
    try Data("title: Portfolio health\ncurrency: USD\n".utf8).write(to: clean.appending(path: "vigie.yml"))
    #expect(try run("vigie publish clean --as-of 2026-11-16", in: folder).status == 0)

    var (exports, tables) = (try report(folder.appending(path: "harbour")), try report(clean))
    let portfolio = try #require(exports["portfolio"] as? [String: Any])
    let rows = try #require(portfolio["rows"] as? [String: Int])
    #expect(rows["read"] == (rows["used"] ?? 0) + (rows["refused"] ?? 0) + (rows["left_out"] ?? 0))
    for key in ["portfolio"] {
      var (left, right) = (exports[key] as? [String: Any] ?? [:], tables[key] as? [String: Any] ?? [:])
      // The exports have rows that are in no clean table.
      left["rows"] = nil
      right["rows"] = nil
      (exports[key], tables[key]) = (left, right)
    }
    #expect(NSDictionary(dictionary: exports) == NSDictionary(dictionary: tables))
  }

  @Test func `exports that are read already are imported without a word, and a week later as well`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for command in try Self.commands().prefix(3) { #expect(try run(command, in: folder).status == 0) }
    let settings = folder.appending(path: "harbour/vigie.yml")
    let before = try Data(contentsOf: settings)
    let again = try run("vigie import harbour/exports/* harbour --as-of 2026-11-16", in: folder)
    #expect(again.status == 0 && again.output.contains("nothing to write: every file is read already"))
    #expect(try Data(contentsOf: settings) == before)
    let week = "cd harbour/exports; for f in *2026-11-16*; do cp $f $(echo $f | sed s/11-16/11-23/); done; cd ../.."
    let next = try run(week + "; vigie publish harbour --as-of 2026-11-16", in: folder)
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.output.contains("published"))
  }
}
