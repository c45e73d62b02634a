import Foundation
import Health
import Site
import Testing

@testable import Pipeline

@Suite struct WorkspaceTests {
  @Test func `the same inputs build a site once, and a check makes as many pages`() async throws {
    let starter = try Starter()
    let workspace = try starter.workspace()
    let first = try #require(try await workspace.build(to: starter.folder.site))
    #expect(first.written > 40 && first.unchanged == 0 && first.index.hasSuffix("/site/index.html"))
    #expect(try await workspace.build(to: starter.folder.site) == nil)
    let checked = try await workspace.check()
    let files = FileManager.default.enumerator(atPath: starter.folder.site)?.compactMap { $0 as? String } ?? []
    #expect(checked.pages == files.count { $0.hasSuffix(".html") })
  }

  @Test func `an edition is published once, and a later week is compared with it`() async throws {
    let starter = try Starter()
    let before = try await starter.workspace(asOf: Starter.asOf - 7).publish(to: starter.folder.site)
    #expect(before.name == "2026-W46" && !before.wasRecorded)
    let workspace = try starter.workspace()
    let published = try await workspace.publish(to: starter.folder.site)
    let again = try await workspace.publish(to: starter.folder.site)
    #expect(again.wasRecorded && again.fingerprint == published.fingerprint)
    // When a past week is filled in, the site stays that of the newest.
    let older = try await starter.workspace(asOf: Starter.asOf - 14).publish(to: starter.folder.site)
    guard case .left(let newer) = older.site else { throw Refusal("the site of the newest week was replaced") }
    #expect(newer == "2026-W47")
    let pair = try EditionPair("2026-W46", "2026-W47", of: starter.folder)
    #expect(pair.asOf == Starter.asOf)
    let comparison = try await workspace.compare(pair)
    #expect(comparison.site.index.hasSuffix("/comparisons/2026-W46-2026-W47/index.html"))
    #expect(FileManager.default.fileExists(atPath: comparison.site.index))
    let wrong = #expect(throws: Refusal.self) { try EditionPair("2026-W47", "2026-W47-r0", of: starter.folder) }
    #expect(wrong?.words == "2026-W47 is not earlier than 2026-W47-r0; name the earlier edition first")
  }

  @Test func `faults in data and in templates are said in one run`() throws {
    let starter = try Starter()
    try starter.write("account_id\nA-001\nA-001\n", to: "data/accounts.csv")
    try starter.write("{{nobody}}\n", to: "templates/account.md")
    let told = Told()
    let refusal = #expect(throws: Refusal.self) { try starter.workspace(reporter: told.reporter) }
    #expect(refusal?.words.contains("; 1 problem in the templates; nothing was written") ?? false)
    #expect(told.warnings.contains { $0.hasPrefix("data/accounts.csv:") })
    #expect(told.warnings.last?.hasPrefix("\(starter.folder.path)/templates/account.md:1:") ?? false)
  }

  @Test func `a template knows whether it came with Vigie`() throws {
    let starter = try Starter()
    try starter.write("# {{name}}\n", to: "templates/account.md")
    try starter.write("# x\n", to: "templates/acount.md")
    let told = Told()
    let workspace = try starter.workspace(reporter: told.reporter)
    let files = workspace.presentation.folder.files
    #expect(files.filter { !$0.isBuiltIn }.map(\.name) == ["account.md", "acount.md"])
    #expect(files.first { $0.name == "index.md" }?.path == "built-in index.md")
    #expect(
      told.warnings == [
        "\(starter.folder.path)/templates/acount.md: warning: no page uses a template of this name; did you mean "
          + "'account.md'?"
      ])
    let none = #expect(throws: Refusal.self) {
      try Workspace(starter.folder, templates: .folder("/nowhere"), asOf: Starter.asOf)
    }
    #expect(none?.words == "there is no folder '/nowhere' for --templates")
  }
}
