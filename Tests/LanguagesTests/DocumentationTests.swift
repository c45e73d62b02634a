import Foundation
import Testing

@testable import Languages

@Suite struct DocumentationTests {
  @Test func `the documentation says of every list what it is for, and of no other`() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: repository.appending(path: "docs/languages.md"), encoding: .utf8)
    let table = try #require(text.components(separatedBy: "| list | words |").last)
    let rows = table.split(separator: "\n").compactMap { $0.split(separator: "|").first }
    let named = rows.flatMap { $0.matches(of: /`([a-z_]+)`/).map { String($0.output.1) } }
    #expect(Set(named) == Set(ProofList.allCases.map(\.rawValue)))
  }
}
