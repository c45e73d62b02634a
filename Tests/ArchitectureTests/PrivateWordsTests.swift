import Foundation
import Testing

/// Private remarks stay on the account's own page.
@Suite struct PrivateWordsTests {
  /// The files that may ask for the words of private remarks: what says who reads the accounts' pages, the tables
  /// themselves, the private parts of notes, and the digest of what a page is made of.
  private static let allowed: Set<String> = [
    "Sources/Health/Remark.swift", "Sources/Portfolio/Loading/RowOrder.swift",
    "Sources/Portfolio/Recording/NewRow.swift", "Sources/Portfolio/Recording/OwnRows.swift",
    "Sources/Review/Brief/Quotation.swift", "Sources/Site/Context.swift", "Sources/Site/Inputs/InputBytes.swift",
  ]

  @Test func `only the account's own page asks for the words of private remarks`() throws {
    var asking: Set<String> = []
    for file in try SourceFile.all(in: "Sources") {
      let text = try String(contentsOf: SourceFile.repository.appending(path: file.path), encoding: .utf8)
      if text.contains(".accountPage") || text.contains("case accountPage") { asking.insert(file.path) }
    }
    #expect(asking == Self.allowed, "\(asking.symmetricDifference(Self.allowed).sorted())")
  }
}
