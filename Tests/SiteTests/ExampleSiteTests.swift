import Foundation
import Health
import Publishing
import Testing

@testable import example_site

@Suite struct ExampleSiteTests {
  private static let portfolio = ExampleSite.repository.appending(path: "examples/portfolio").path

  /// `RECORD_GOLDEN=1 ./dev test --filter ExampleSiteTests` rewrites `site/` and fails, so that nobody records by
  /// accident; `./dev site` writes the same.
  @Test func `the site in the repository is what the example portfolio gives`() async throws {
    let files = try await published()
    let site = ExampleSite.repository.appending(path: "site")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(at: site)
      for (path, bytes) in files {
        let url = site.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
      }
      Issue.record("recorded \(files.count) files; run again without RECORD_GOLDEN")
    }
    let kept = try Self.files(in: site)
    #expect(Set(kept.keys) == Set(files.keys))
    for (path, bytes) in files where kept[path] != nil {
      #expect(kept[path] == bytes, "\(path) differs; look at it, then ./dev site")
    }
  }

  @Test func `three editions fill the archive, the changes, the feed and the decisions, and no link is dead`()
    async throws
  {
    let files = try await published()
    let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    let archive = try #require(pages["archive.html"])
    for edition in ["2026-w45", "2026-w46", "2026-w47"] { #expect(archive.contains("id=\"\(edition)\"")) }
    #expect(pages["changes.html"] != nil)
    let feed = String(decoding: try #require(files["feed.xml"]), as: UTF8.self)
    #expect(feed.components(separatedBy: "<entry>").count - 1 == 3)
    for (page, text) in pages {
      for link in text.matches(of: /href="([^"#?]+)/).map({ String($0.output.1) }) where !link.contains(":") {
        let target = URL(filePath: "/" + page).deletingLastPathComponent().appending(path: link).standardized.path
        #expect(files[String(target.dropFirst())] != nil, "\(page) links to \(link)")
      }
    }
  }

  /// The site of the last edition, published after the others in a temporary folder.
  private func published() async throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await PublishedExample.publish(Self.portfolio, in: folder.path)
    return try Self.files(in: folder.appending(path: "site"))
  }

  /// Every file below a folder by its path.
  private static func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap({ $0 as? String }) {
      let url = folder.appending(path: path)
      guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false else { continue }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }

  @Test func `no page of the example weighs more than 100 KB`() async throws {
    let pages = try await published().filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 40)
    for (path, page) in pages { #expect(page.count < 100_000, "\(path): \(page.count) bytes") }
  }
}
