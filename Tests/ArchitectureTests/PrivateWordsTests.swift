import Foundation
import Testing

/// Private remarks stay on the account's own page.
@Suite struct PrivateWordsTests {
  /// The files that may ask for the words of private remarks: the account's page and what it is made of, the tables
  /// themselves, the search of customers' files for them, and the digest of what a page is made of.
  private static let allowed: Set<String> = [
    "Sources/Health/Remark.swift",
    "Sources/Portfolio/Loading/RowOrder.swift", "Sources/Portfolio/Recording/NewRow.swift",
    "Sources/Portfolio/Recording/OwnRows.swift",
    "Sources/Review/Brief/ChooseQuotations.swift", "Sources/Review/Brief/Quotation.swift",
    "Sources/Site/Brief/BriefComposer.swift", "Sources/Site/Inputs/InputBytes.swift",
    "Sources/Site/Pages/Account/AccountPageComposer.swift",
    "Sources/Site/Pages/Account/AccountSummary.swift", "Sources/Site/Pages/Loss/LossPageComposer.swift",
    "Sources/Site/Pieces/HeroPieceComposer.swift", "Sources/Site/Sentences/Questions.swift",
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
