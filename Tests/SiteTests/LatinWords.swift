import ZipFixture

/// The words in Latin letters that a file of a site shows.
enum LatinWords {
  /// Names that pages quote in every language: those in the example's model and columns, and values of columns;
  /// headings that are understood in every language.
  static let quotedNames: [String: Set<String>] = [
    "data-quality.html": [
      "flag", "severity", "csat", "date", "green", "yellow", "red", "low", "normal", "high", "urgent", "features",
      "usd", "context", "contexte", "learned", "appris", "conversation", "respondents",
    ],
    "method.html": ["features", "usd"],
  ]

  /// The words of a file of a site that people read; none for other files.
  static func words(of path: String, _ bytes: [UInt8]) -> Set<String> {
    let texts: [[UInt8]] =
      switch path.split(separator: ".").last {
      case "html", "xml": PageText(bytes).texts
      case "txt": [bytes]
      case "xlsx":
        ((try? Zip.texts(bytes))?["xl/sharedStrings.xml"]).map { PageText(Array($0.utf8)).texts } ?? []
      // The script's data: a program with its own names, whose texts are in quotes after the first list.
      case "js" where path == "accounts.js": strings(in: bytes)
      default: []
      }
    return texts.reduce(into: []) { $0.formUnion(words(in: $1)) }
  }

  /// The words in Latin letters of a text, except text in guillemets, names of files and columns, ids, versions
  /// and anything else with a digit, a stroke or an underscore.
  private static func words(in text: [UInt8]) -> Set<String> {
    let blanks = String(decoding: text, as: UTF8.self).replacing(/«[^»]*»|&[a-z]+;|\{[a-z]+\}/, with: " ").split {
      $0.isWhitespace || "«»“”;,()'\"".contains($0)
    }
    return blanks.reduce(into: []) { words, chunk in
      let isName =
        chunk.utf8.contains { $0 == 0x5F || $0 == 0x2F || (0x30...0x39).contains($0) }
        || [".yml", ".html"].contains { chunk.hasSuffix($0) }
      guard !isName else { return }
      words.formUnion(
        PageText.words(in: Array(chunk.utf8)).filter { word in word.utf8.contains { (97...122).contains($0) } })
    }
  }

  /// The quoted texts of JSON that are not names of fields.
  private static func strings(in json: [UInt8]) -> [[UInt8]] {
    String(decoding: json, as: UTF8.self).matches(of: /"([^"]*)"(?!:)/).map { Array($0.output.1.utf8) }
  }
}
