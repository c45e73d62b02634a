import Foundation
import Health
import Review
import Testing

@testable import Site

/// What stands on the pages of lists and of people, in the example.
@Suite struct ListPageTests {
  private static func pages() async throws -> [String: String] {
    try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: Day(number: 20_773), version: "Vigie",
      language: "en"
    ).mapValues { String(decoding: $0, as: UTF8.self).replacing("\u{A0}", with: " ") }
  }

  /// The texts of the cells of each row of a section's table, the name of the row first.
  private func rows(_ section: String, of page: String) throws -> [[String]] {
    let content = try #require(page.components(separatedBy: "<section id=\"\(section)\"").dropFirst().first)
    let body = content.components(separatedBy: "</section>")[0].components(separatedBy: "<tbody>").dropFirst()
    return (body.first ?? "").components(separatedBy: "</tr>").dropLast().map { row in
      row.components(separatedBy: "</t").dropLast().map {
        $0.replacing(/<[^>]*>/, with: "").replacing(/^[dh]>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
  }

  @Test func `a list says first what it is, and its table of values has the order of its page`() async throws {
    let pages = try await Self.pages()
    let words = try ExampleSite.words("en")
    for list in ListID.allCases {
      let page = try #require(pages["lists/\(list.rawValue).html"])
      let meaning = words.code(.listMeaning, list.rawValue)
      #expect(page.contains("</h1>\n<p>\(meaning)"), "\(list)")
      let names = try ["open", "settled"].filter { page.contains("<section id=\"\($0)\" class=\"\($0) listed\"") }
        .flatMap { try rows($0, of: page).map { $0[0].replacing("&amp;", with: "&") } }
      let lines = try #require(pages["lists/\(list.rawValue).csv"]).split(separator: "\r\n").dropFirst()
      #expect(lines.count == names.count, "\(list)")
      #expect(zip(lines, names).allSatisfy { $0.contains($1) }, "\(list)")
    }
  }

  @Test func `no clause ends in a full stop before the next one`() async throws {
    for (path, page) in try await Self.pages() where path.hasSuffix(".html") || path.hasSuffix(".csv") {
      #expect(!page.contains(".;"), "\(path)")
    }
  }

  @Test func `a person has one row for each account that a decision is due about, the first due first`() async throws {
    let pages = try await Self.pages()
    let page = try #require(pages.first { $0.key.hasPrefix("csms/aisha-rahman") }?.value)
    let owed = try rows("owed", of: page)
    #expect(owed.map { $0[0] } == ["Calderwick Water plc", "Silvermere Hotels Ltd", "Ó Súilleabháin Bakeries"])
    #expect(owed[0][2] == "28 Sep 2026 49 days overdue" && owed[2][2] == "23 Nov 2026")
    #expect(owed[0][3].contains("Green but yellow") && owed[0][3].contains("Green with open risks"))
    #expect(page.contains("3 decisions due (2 overdue), 4 flags to renew, 3 renewals in 90 days (€425k)."))
    let steps = try rows("steps", of: page)
    #expect(
      steps.contains([
        "Calderwick Water plc", "26 Oct 2026 21 days overdue", "Ask for an hour with Dominic Sayle", "Ines Faulkner",
      ]))
  }

  @Test func `data quality begins with what is late, for whom and since when`() async throws {
    let page = try #require(try await Self.pages()["data-quality.html"])
    #expect(page.contains("features used for 4 accounts, since 25 Oct 2026 (株式会社みなと機工, Kererū Dairy Co-operative,"))
    #expect(page.contains("data-l=\"Observations\">265 <small>1 more overwritten by a later row</small></td>"))
  }

  @Test func `the method has one table for all models and works out an account that adds up`() async throws {
    let page = try #require(try await Self.pages()["method.html"])
    for anchor in [
      "net-retention", "gross-retention", "at-risk", "renewals", "open-divergences", "flags-due", "exposure",
    ] {
      #expect(page.contains("id=\"\(anchor)\""), "\(anchor)")
    }
    let example = try rows("example", of: page)
    let points = example.dropLast().compactMap { Double($0[4]) }
    let total = try #require(example.last?.last?.split(separator: ",").first.flatMap { Double($0) })
    #expect(points.count == example.count - 1 && abs(points.reduce(0, +) - total) < 0.05)
    #expect(page.components(separatedBy: "<th scope=\"col\">Reads</th>").count == 2)
    #expect(page.contains("Share, Base model") && page.contains("Share, Enterprise"))
  }
}
