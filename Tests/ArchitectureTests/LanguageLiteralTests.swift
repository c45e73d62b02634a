import Foundation
import Testing

/// Languages are data: no source compares, lists or chooses one.
@Suite struct LanguageLiteralTests {
  @Test func `no source names a language that there are words of, but for that of its own sentences`() throws {
    let words = SourceFile.repository.appending(path: "templates/words")
    let codes = try FileManager.default.contentsOfDirectory(atPath: words.path).map { $0.prefix { $0 != "." } }
    #expect(codes.count > 1)
    var named: [String] = []
    for file in try ["Sources", "templates"].flatMap(SourceFile.all) {
      // The example's customer list is data in which customers have a language.
      guard !file.path.hasPrefix("Sources/example-portfolio/") else { continue }
      let text = try String(contentsOf: SourceFile.repository.appending(path: file.path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        if codes.contains(where: { line.contains("\"\($0)\"") }) {
          named.append("\(file.path): \(line.trimmingCharacters(in: .whitespaces))")
        }
      }
    }
    #expect(named == ["Sources/Languages/Languages.swift: public static let program = \"en\""])
  }
}
