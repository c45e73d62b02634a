import Foundation
import Health
import Testing

@testable import Site

/// A French site is French, whatever the portfolio contains.
@Suite struct FrenchSiteTests {
  /// The program's name and that of the language.
  private static let names: Set = ["vigie", "fr"]

  @Test func `every Latin word of a French site stands in the French words`() async throws {
    let files = try await Self.greekFiles()
    let known = try Self.words(of: "fr").union(Self.names)
    #expect(files.keys.count { $0.hasSuffix(".html") } > 60)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let strange = LatinWords.words(of: path, bytes).subtracting(known)
        .subtracting(LatinWords.quotedNames[path] ?? [])
      #expect(strange == [], "\(path)")
    }
  }

  @Test func `findings are told on the pages, and told in French`() async throws {
    let page = try #require(try await Self.greekFiles()["data-quality.html"])
    let text = String(decoding: page, as: UTF8.self).replacing("\u{A0}", with: " ").replacing("&#39;", with: "'")
    for french in [
      "flag vaut « blue » ; valeurs possibles : green, yellow, red", "date est vide",
      "severity vaut « urgnt » ; valeurs possibles", "aucun compte n’a l’account_id que porte le nom du fichier",
      "nombre de cellules :", "le titre « Contekst » n’est pas l’un de ceux-ci",
      "aucune donnée n’alimente « features_usd », que lit « feature_depth » ; vouliez-vous dire « features_used » ?",
      "rien ne s’appelle « seat_usee »", "aucun compte n’a l’account_id « C1999 »",
    ] {
      #expect(text.contains(french), "\(french)")
    }
  }

  @Test func `the style and the script bring no words of their own`() throws {
    let files = try ExampleSite.assets()
    let style = String(decoding: try #require(files["style.css"]), as: UTF8.self)
    let contents = style.matches(of: /content:\s*"((?:\\.|[^"\\])*)"/).map { String($0.output.1) }
    #expect(contents.count > 3)
    for content in contents {
      #expect(content.replacing(/\\[0-9A-F]{1,6}/, with: "").unicodeScalars.allSatisfy { !$0.properties.isAlphabetic })
    }
    let script = String(decoding: try #require(files["vigie.js"]), as: UTF8.self)
    // A sentence would be in a literal with spaces between its words.
    let sentences = script.matches(of: /(['"`])([A-Za-z]+(?: [A-Za-z]+)+[.:!?]?)\1/).map { String($0.output.2) }
    #expect(sentences == ["use strict"])
  }

  private static func greekFiles() async throws -> [String: [UInt8]] {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let portfolio = try GreekPortfolio()
    return try await ExampleSite.files(of: portfolio.folder, asOf: asOf, version: "Vigie", language: "fr")
  }

  /// Every word of a language file.
  private static func words(of language: String) throws -> Set<String> {
    let words = try ExampleSite.words(language)
    return (words.all.map(\.text) + words.findingPatterns.values).reduce(into: []) { words, phrase in
      // Names of placeholders are not words.
      let parts = phrase.split(separator: "{").map { part in
        part.split(separator: "}", omittingEmptySubsequences: false).last ?? part
      }
      for part in parts { words.formUnion(PageText.words(in: Array(part.utf8))) }
    }
  }
}
