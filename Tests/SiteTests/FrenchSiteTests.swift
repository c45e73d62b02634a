import Foundation
import Health
import Testing

@testable import Site

/// That a French site is French, whatever the portfolio says.
@Suite struct FrenchSiteTests {
  /// Latin words that a French site shows and that no language file holds: the program's name, names of the
  /// example's model and columns, and values of columns, as findings and the method quote them.
  private static let names: Set = ["vigie", "fr"]
  private static let quotedNames: [String: Set<String>] = [
    "data-quality.html": [
      "flag", "severity", "csat", "green", "yellow", "red", "low", "normal", "high", "features", "usd",
    ],
    "method.html": ["features", "usd"],
  ]

  @Test func `every Latin word of a French site stands in the French words`() async throws {
    let files = try await Self.greekFiles()
    let known = try Self.words(of: "fr").union(Self.names)
    #expect(files.keys.count { $0.hasSuffix(".html") } > 60)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let texts: [[UInt8]]
      switch path.split(separator: ".").last {
      case "html": texts = PageText(bytes).texts
      case "txt": texts = [bytes]
      case "xml": texts = PageText(bytes).texts
      // The script's data: a program with names of its own, whose texts stand in quotes behind the first list.
      case "js" where path == "accounts.js": texts = Self.strings(in: bytes)
      default: continue
      }
      let strange = texts.reduce(into: Set<String>()) { $0.formUnion(Self.latinWords(in: $1)) }.subtracting(known)
        .subtracting(Self.quotedNames[path] ?? [])
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
    // Words of a sentence would stand in a literal with blanks between them.
    let sentences = script.matches(of: /(['"`])([A-Za-z]+(?: [A-Za-z]+)+[.:!?]?)\1/).map { String($0.output.2) }
    #expect(sentences == ["use strict"])
  }

  private static func greekFiles() async throws -> [String: [UInt8]] {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let portfolio = try GreekPortfolio()
    return try await ExampleSite.files(of: portfolio.folder, asOf: asOf, version: "Vigie", language: "fr")
  }

  /// The words with Latin letters of a text, but for what stands in guillemets, names of files and columns, ids, versions and
  /// what else holds a digit, a stroke or an underscore.
  private static func latinWords(in text: [UInt8]) -> Set<String> {
    let blanks = String(decoding: text, as: UTF8.self).replacing(/«[^»]*»|&[a-z]+;|\{[a-z]+\}/, with: " ").split {
      $0.isWhitespace || "«»“”;,()'\"".contains($0)
    }
    return blanks.reduce(into: []) { words, chunk in
      let isName =
        chunk.utf8.contains { $0 == 0x5F || $0 == 0x2F || (0x30...0x39).contains($0) } || chunk.hasSuffix(".yml")
      guard !isName else { return }
      words.formUnion(
        PageText.words(in: Array(chunk.utf8)).filter { word in word.utf8.contains { (97...122).contains($0) } })
    }
  }

  /// The texts in quotes of JSON that are no names of fields.
  private static func strings(in json: [UInt8]) -> [[UInt8]] {
    String(decoding: json, as: UTF8.self).matches(of: /"([^"]*)"(?!:)/).map { Array($0.output.1.utf8) }
  }

  /// Every word of a language file.
  private static func words(of language: String) throws -> Set<String> {
    let words = try ExampleSite.words(language)
    return (words.all.map(\.text) + words.findingPatterns.values).reduce(into: []) { words, phrase in
      // The names of places are no words.
      let parts = phrase.split(separator: "{").map { part in
        part.split(separator: "}", omittingEmptySubsequences: false).last ?? part
      }
      for part in parts { words.formUnion(PageText.words(in: Array(part.utf8))) }
    }
  }
}
