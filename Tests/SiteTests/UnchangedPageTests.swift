import Foundation
import Health
import Publishing
import Synchronization
import Testing

@testable import Pipeline
@testable import Site

/// A build leaves pages alone whose inputs are the same, and nobody can tell.
@Suite struct UnchangedPageTests {
  /// More seeds on demand: `UNCHANGED_SEEDS=200 ./dev test --filter UnchangedPageTests`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["UNCHANGED_SEEDS"].flatMap(UInt64.init) ?? 2)

  /// How often a kind of change was built, how many pages of accounts were made of the same as before, and how many of
  /// something else.
  private struct Tally {
    var builds = 0
    var same = 0
    var other = 0
  }

  @Test func `after any change, building again gives the bytes of a first build`() async throws {
    var tallies: [ChangingPortfolio.Kind: Tally] = [:]
    for seed in Self.seeds {
      var portfolio = try ChangingPortfolio(seed: seed)
      for kind in portfolio.order() {
        guard try await portfolio.change(kind) else { continue }
        guard let workspace = try? portfolio.workspace() else {
          try portfolio.takeBack()
          continue
        }
        let before = try Self.made(in: portfolio.draft)
        let fresh = portfolio.url.appending(path: "fresh")
        try? FileManager.default.removeItem(at: fresh)
        guard (try? await workspace.build(to: fresh.path)) != nil else {
          try portfolio.takeBack()
          continue
        }
        _ = try await workspace.build(to: portfolio.draft.path)
        let (expected, actual) = (try Self.files(in: fresh), try Self.files(in: portfolio.draft))
        let stale = Set(expected.keys).union(actual.keys).filter { expected[$0] != actual[$0] }
        #expect(
          stale == [],
          "seed \(seed), \(kind): \(stale.sorted().prefix(5).map { Self.difference($0, expected, actual) })")
        let after = try Self.made(in: portfolio.draft)
        tallies[kind, default: Tally()].builds += 1
        let same = after.count { before[$0.key] == $0.value }
        tallies[kind, default: Tally()].same += same
        tallies[kind, default: Tally()].other += after.count - same
      }
    }
    // Otherwise little was tried. In a portfolio a kind may find nothing to change, and most have guards that keep an
    // edition from being published.
    #expect(tallies.count > 12, "\(tallies)")
    for (kind, tally) in tallies {
      switch kind {
      case .day, .program, .setting, .model, .word, .template, .edition, .withdrawal:
        #expect(tally.same == 0 || kind == .word || kind == .withdrawal, "\(kind): \(tally)")
      case .pageEdited, .pageGone, .archive: #expect(tally.other == 0, "\(kind): \(tally)")
      case .note: #expect(tally.same > 0, "\(kind): \(tally)")
      // A row may change what all accounts are compared with.
      case .cell, .rowGone, .rowTwice, .rowsSwapped, .today, .nothing: break
      }
    }
  }

  @Test func `the bytes are the same whatever the number of tasks`() async throws {
    let portfolio = try ChangingPortfolio(seed: 0)
    let workspace = try portfolio.workspace()
    let site = workspace.site(of: await workspace.review())
    var sites: [[String: Data]] = []
    for tasks in [1, 2, 7] {
      let folder = portfolio.url.appending(path: "tasks-\(tasks)")
      let publication = try Publication.open(folder.path)
      let rendered = try await site.render(to: publication, inputs: "x", tasks: tasks)
      _ = try publication.finish(rendered.files, record: rendered.made.text)
      sites.append(try Self.files(in: folder))
      #expect(try await site.byteCount(tasks: tasks) == site.pages.reduce(0) { $0 + site.html(of: $1).bytes.count })
    }
    #expect(sites[0].count > site.pages.count && sites[0] == sites[1] && sites[0] == sites[2])
  }

  @Test func `what pages were made of comes back from its text`() {
    var made = MadePages.none
    for (path, digest) in [("accounts/b.html", "2"), ("accounts/a b.html", "1")] { made.add(digest, of: path) }
    #expect(made.text == "1 accounts/a b.html\n2 accounts/b.html\n")
    #expect(MadePages(made.text).digests == made.digests)
    #expect(MadePages("nothing\n\n").digests.isEmpty)
    #expect(DraftRecord(DraftRecord(inputs: "a b", made: made).text)?.made.digests == made.digests)
    #expect(DraftRecord("0123 published") == nil && DraftRecord("0123 draft") == nil)
  }

  /// The path of a file with the first line that differs.
  private static func difference(_ path: String, _ expected: [String: Data], _ actual: [String: Data]) -> String {
    let lines = [expected, actual].map { ($0[path] ?? Data()).split(separator: 0x0A, omittingEmptySubsequences: false) }
    let first = zip(lines[0], lines[1]).first { $0 != $1 }
    return path + ": "
      + [first?.0, first?.1].map { String(decoding: $0 ?? Data(), as: UTF8.self) }.joined(separator: " is ")
  }

  private static func made(in site: URL) throws -> [String: String] {
    let publication = try Publication.open(site.path)
    defer { publication.abandon() }
    return publication.lastRecord.flatMap(DraftRecord.init)?.made.digests ?? [:]
  }

  private static func files(in folder: URL) throws -> [String: Data] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try paths.reduce(into: [:]) { files, path in
      let url = folder.appending(path: path)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false {
        files[path] = try Data(contentsOf: url)
      }
    }
  }
}
