import Foundation
import Health
import Publishing
import Testing

@Suite struct ExampleSiteTests {
  private static let asOf = Day(year: 2026, month: 11, day: 16)

  /// `RECORD_GOLDEN=1 ./dev test --filter ExampleSiteTests` rewrites `site/` and fails, so that nobody records by
  /// accident; `./dev site` does the same with the program itself.
  @Test func `the site in the repository is what the example portfolio gives`() async throws {
    let asOf = try #require(Self.asOf)
    let example = ExampleSite.repository.appending(path: "examples/portfolio")
    var files = try await ExampleSite.files(of: example, asOf: asOf, version: "Vigie 0.1.0")
    files["manifest.json"] = try manifest(of: files)
    let site = ExampleSite.repository.appending(path: "site")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      for (path, bytes) in files {
        let url = site.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
      }
      Issue.record("recorded \(files.count) files; run again without RECORD_GOLDEN")
    }
    var kept = try #require(FileManager.default.enumerator(atPath: site.path)).compactMap { $0 as? String }
    kept.removeAll { (try? site.appending(path: $0).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false }
    #expect(Set(kept) == Set(files.keys))
    for (path, bytes) in files {
      let published = try Data(contentsOf: site.appending(path: path))
      #expect(published == Data(bytes), "\(path) differs; look at it, then ./dev site")
    }
  }

  /// The manifest that publishing adds to the files.
  private func manifest(of files: [String: [UInt8]]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-manifest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let publication = try Publication.open(folder.appending(path: "site").path)
    let placed = try files.map { try publication.place(OutputFile(path: $0.key, bytes: $0.value)) }
    _ = try publication.finish(placed, record: "")
    return [UInt8](try Data(contentsOf: folder.appending(path: "site/manifest.json")))
  }

  @Test func `no page of the example weighs more than 100 KB`() async throws {
    let asOf = try #require(Self.asOf)
    let example = ExampleSite.repository.appending(path: "examples/portfolio")
    let files = try await ExampleSite.files(of: example, asOf: asOf, version: "Vigie")
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 40)
    for (path, bytes) in pages { #expect(bytes.count < 100_000, "\(path): \(bytes.count) bytes") }
  }
}
