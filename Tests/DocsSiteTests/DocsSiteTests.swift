import Foundation
import Testing

@testable import docs_site

/// The documents as a site.
@Suite struct DocsSiteTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "docs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url.appending(path: "docs"), withIntermediateDirectories: true)
    return url
  }

  private func write(_ text: String, to file: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  @Test func `no link of the documents leads nowhere, and each document can be reached`() throws {
    let site = try DocsSite(of: Self.repository.path)
    #expect(site.problems == [])
    let files = FileManager.default.enumerator(atPath: Self.repository.appending(path: "docs").path) ?? .init()
    let documents = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    #expect(documents.count > 20)
    #expect(Set(documents).subtracting(site.pages.keys) == [])
  }

  @Test func `in the finished pages every address is that of a file, and every part that of an element`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appending(path: "site")
    try DocsSite(of: Self.repository.path).write(to: out.path)
    let names = (FileManager.default.enumerator(atPath: out.path) ?? .init()).compactMap { $0 as? String }
    var pages: [String: String] = [:]
    for name in names where name.hasSuffix(".html") {
      pages[out.appending(path: name).standardizedFileURL.path] = try String(
        contentsOf: out.appending(path: name), encoding: .utf8)
    }
    var followed = 0
    for (path, html) in pages {
      for match in html.matches(of: /(?:href|src)="([^"#]*)(?:#([^"]*))?"/) where !match.1.contains(":") {
        let place =
          match.1.isEmpty
          ? path
          : URL(filePath: path).deletingLastPathComponent().appending(path: String(match.1)).standardizedFileURL.path
        followed += 1
        #expect(FileManager.default.fileExists(atPath: place), "\(path): \(match.0)")
        if let part = match.2 { #expect(pages[place]?.contains("id=\"\(part)\"") == true, "\(path): \(match.0)") }
      }
    }
    #expect(followed > 300)
    let index = try String(contentsOf: out.appending(path: "index.js"), encoding: .utf8)
    #expect(index.hasPrefix("docsIndex = [[") && index.contains("\"docs/scoring.html#lists\""))
  }

  @Test func `a link to nothing, a place that is not there and HTML are told with their lines`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      """
      # Top

      [a](docs/a.md#one) [b](docs/a.md#two) [c](nowhere.md) `[d](code.md)`
      <b>bold</b> and `<code>` and <https://example.org>

      ```sh
      [e](block.md)
      ```
      """, to: "README.md", in: folder)
    try write(
      """
      # A

      ## One

      [up](../README.md#top)
      [down](../README.md#bottom)
      [here](#own)
      <a id="own"></a>Own.
      """, to: "docs/a.md", in: folder)
    #expect(
      try DocsSite(of: folder.path).problems == [
        "README.md:3: docs/a.md has no place '#two'", "README.md:3: there is no file 'nowhere.md'",
        "README.md:4: HTML is not shown; write it as Markdown or code",
        "docs/a.md:6: README.md has no place '#bottom'",
      ])
  }

  @Test func `headings get the addresses that GitHub gives them`() {
    let page = DocsPage(
      "docs/x.md",
      "# `report.json`, field by field\n## What a *model* says\n## Lists\n### Lists\nText.\n## [A](b.md) link\n")
    #expect(
      page.headings.map(\.id) == ["reportjson-field-by-field", "what-a-model-says", "lists", "lists-1", "a-link"])
    #expect(page.headings.map(\.words) == ["", "", "", "Text.", ""])
    #expect(page.links.map(\.path) == ["docs/b.md"])
  }
}
