import Findings
import Foundation
import Testing

@testable import Site

/// Findings about the input in the reader's language.
@Suite struct FindingWordsTests {
  /// The sources whose findings do not stop a build, so that pages show them.
  private static let sources = [
    "Findings/Suggestion.swift", "Portfolio/Config/ModelCheck.swift", "Portfolio/Loading",
  ]

  @Test func `every finding that a page can show has French words`() throws {
    let french = try ExampleSite.words("fr").findingPatterns
    let sentences = try Self.sources.flatMap(Self.sentences)
    #expect(sentences.count > 35)
    for sentence in Set(sentences) where french[sentence] == nil {
      Issue.record("fr.yml has no words under findings for: \(sentence)")
    }
  }

  @Test func `no words stand for a finding that nothing says`() throws {
    let said = Set(try Self.literals("Portfolio") + Self.literals("Findings") + Self.literals("Tables"))
    #expect(try ExampleSite.words("fr").findingPatterns.keys.filter { !said.contains($0) } == [])
  }

  @Test func `a finding has the same values in French, each apart with its signs`() throws {
    for (english, french) in try ExampleSite.words("fr").findingPatterns {
      let values = { (text: String) in text.matches(of: /\{[0-9]\}/).map { String($0.output) }.sorted() }
      #expect(values(english) == values(french), "\(english)")
      let scalars = Array(french.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where ":;?»".unicodeScalars.contains(scalar) {
        #expect(scalars[index - 1] == "\u{A0}", "before \(scalar) in “\(french)”")
      }
    }
  }

  @Test func `a value and a part of a sentence stay what they are`() throws {
    let message: Message = "no account has the account_id '\("{2}")'\(suggestion(for: "C1", among: ["C2"]))"
    #expect("\(message)" == "no account has the account_id '{2}'; did you mean 'C2'?")
    let french = try ExampleSite.words("fr").told(message).replacing("\u{A0}", with: " ")
    #expect(french == "aucun compte n’a l’account_id « {2} » ; vouliez-vous dire « C2 » ?")
    #expect(try ExampleSite.words("en").told(message) == "\(message)")
    #expect(try ExampleSite.words("fr").told(Message(verbatim: "errno {1}")) == "errno {1}")
  }

  /// The literals that are sentences or parts of them, not names of files and keys.
  private static func sentences(_ path: String) throws -> [String] {
    try literals(path).filter { text in
      text.contains(" ") && text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
  }

  /// The string literals of a source file, or of a folder of them, with `{1}` and so on for interpolations.
  private static func literals(_ path: String) throws -> [String] {
    let place = ExampleSite.repository.appending(path: "Sources/\(path)")
    let files =
      path.hasSuffix(".swift")
      ? [place]
      : (FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == "swift" }
    return try files.flatMap { file in
      var scanner = LiteralScanner(try String(contentsOf: file, encoding: .utf8))
      return scanner.literals()
    }
  }
}

/// Finds the string literals of Swift sources that are formatted as this project's are.
private struct LiteralScanner {
  private let source: [Unicode.Scalar]
  private var position = 0
  private var found: [String] = []

  init(_ text: String) {
    source = Array(text.unicodeScalars)
  }

  mutating func literals() -> [String] {
    while position < source.count {
      if starts(with: "//") {
        while position < source.count, source[position] != "\n" { position += 1 }
      } else if starts(with: "\"\"\"") {
        position += 3
        while !starts(with: "\"\"\"") { position += 1 }
        position += 3
      } else if source[position] == "\"" {
        found.append(literal())
      } else {
        position += 1
      }
    }
    return found
  }

  private func starts(with text: String) -> Bool { source[position...].starts(with: text.unicodeScalars) }

  private mutating func literal() -> String {
    var pattern = String.UnicodeScalarView()
    var values = 0
    position += 1
    while source[position] != "\"" {
      if starts(with: "\\(") {
        position += 2
        skipInterpolation()
        values += 1
        pattern.append(contentsOf: "{\(values)}".unicodeScalars)
      } else {
        if source[position] == "\\" { position += 1 }
        pattern.append(source[position])
        position += 1
      }
    }
    position += 1
    return String(pattern)
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0 {
      switch source[position] {
      case "\"":
        found.append(literal())
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      position += 1
    }
  }
}
