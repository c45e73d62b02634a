import Foundation
import Health
import HostileFixture
import Testing

/// Notes are Markdown that others wrote: they may structure text, and nothing else.
@Suite struct HostileNoteTests {
  /// The elements that Markdown may make of a note, with the attributes they may have.
  private static let allowed: [String: Set<String>] = [
    "p": [], "em": [], "strong": [], "del": [], "h3": [], "ul": [], "ol": ["start"], "li": [], "blockquote": [],
    "pre": [], "code": ["class"], "a": ["href", "title"], "br": [], "hr": [],
  ]

  @Test func `a note of any text becomes structured text and nothing else`() async throws {
    let texts = HostileTexts.distinct(HostileTexts.own + (try HostileTexts.corpora()))
    let pages = try await pages(notes: texts)
    let plain = try #require(pages.last)
    #expect(pages.count == texts.count + 1)
    for (text, page) in zip(texts, pages) {
      for tag in Self.newTags(page, over: plain) { expectAllowed(tag, of: text) }
    }
  }

  @Test(arguments: [
    "![pelican](https://evil.example/pixel.png)", "![pelican](figure:0)", "![pelican](section:x)",
    "![pelican](mark:green)",
    "[pelican](javascript:alert(1))", "[pelican](JaVaScRiPt:alert(1))", "[pelican](data:text/html,x)",
    "[pelican](//evil.example)",
    "[pelican](../index.html)", "[pelican](vbscript:x)", "<javascript:alert(1)> pelican",
    "<b onclick=\"alert(1)\">pelican</b>",
    "<div onclick=\"alert(1)\">\n\npelican\n\n</div>", "<img src=x onerror=alert(1)> pelican",
    "<!-- gone -->\n\npelican",
  ])
  func `what a note may not do is left out and its words stay`(note: String) async throws {
    let pages = try await pages(notes: [note])
    let own = Self.newTags(pages[0], over: pages[1])
    #expect(own.allSatisfy { ["p", "/p"].contains($0.name) && $0.attributes.isEmpty }, "\(own)")
    #expect(occurrences(of: Array("pelican".utf8), in: pages[0].text) == 1)
  }

  @Test(arguments: ["https://a.example/x?y=1&z=2", "http://a.example", "mailto:a@a.example"])
  func `a note may link to the web and to a mailbox`(address: String) async throws {
    let pages = try await pages(notes: ["[pelican](\(address))"])
    let links = Self.newTags(pages[0], over: pages[1]).filter { $0.name == "a" }
    #expect(links.map(\.attributes) == [["href": address]])
  }

  private static func newTags(_ page: HTMLScan, over ground: HTMLScan) -> [HTMLScan.Tag] {
    var left: [HTMLScan.Tag: Int] = [:]
    for tag in ground.tags { left[tag, default: 0] += 1 }
    return page.tags.filter { tag in
      guard let count = left[tag], count > 0 else { return true }
      left[tag] = count - 1
      return false
    }
  }

  private func expectAllowed(_ tag: HTMLScan.Tag, of note: String) {
    let name = tag.name.hasPrefix("/") ? String(tag.name.dropFirst()) : tag.name
    let words = "\(note.prefix(100).debugDescription) gives \(tag)"
    guard let attributes = Self.allowed[name] else {
      Issue.record("\(words)")
      return
    }
    #expect(attributes.isSuperset(of: tag.attributes.keys), "\(words)")
    if let address = tag.attributes["href"] {
      #expect(["https:", "http:", "mailto:"].contains { address.lowercased().hasPrefix($0) }, "\(words)")
    }
  }

  /// The page of each account with one of the notes, and last that of one whose note is a plain word.
  private func pages(notes: [String]) async throws -> [HTMLScan] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-notes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "data/notes"), withIntermediateDirectories: true)
    let all = notes + ["plain"]
    let rows = all.indices.map { "n\($0),Account\n" }.joined()
    // All are red, since green accounts take turns on the list of spot checks.
    let values = all.indices.map { "n\($0),2026-11-14,0\n" }.joined()
    try Data("account_id,name\n\(rows)".utf8).write(to: folder.appending(path: "data/accounts.csv"))
    try Data("account_id,date,use\n\(values)".utf8).write(to: folder.appending(path: "data/measures.csv"))
    let model = "version: v\ndimensions:\n  use:\n    weight: 1\n    measures:\n      use: {worst: 0, best: 1}\n"
    try Data(model.utf8).write(to: folder.appending(path: "model.yml"))
    for (index, note) in all.enumerated() {
      try Data(note.utf8).write(to: folder.appending(path: "data/notes/n\(index).md"))
    }
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let files = try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
    return try all.indices.map { index in
      try HTMLScan(try #require(files["accounts/n\(index).html"]), allowing: "<!-- raw HTML omitted -->")
    }
  }
}
