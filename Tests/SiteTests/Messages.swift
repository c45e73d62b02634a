import BuiltInTemplates
import Foundation
import Health
import Publishing
import Templates

@testable import Site

/// The messages of a digest, and what is in them.
enum Messages {
  /// Every file that is made of a digest.
  static func all(
    of digest: ReaderDigest, reasons: Remark.Messages = .mail, site: String = "https://health.example.org/",
    told: Set<String> = [], language: String = "en"
  ) throws -> [OutputFile] {
    let press = try press(language, site: site, reasons: reasons)
    return press.messages(
      digest, told: told,
      envelope: .init(from: "Vigie <vigie@example.org>", to: ["Inès Roth <ines@example.org>", "cs@example.org"]))
      + [press.calendar(digest, sequence: 3)]
  }

  /// A day, for tests in which two modules have one.
  static func day(_ iso: String) -> Day? { Day(iso: iso) }

  private static func press(_ language: String, site: String, reasons: Remark.Messages) throws -> DigestPress {
    let (words, templates) = try (language == "fr" ? french : english).get()
    return DigestPress(words, templates: templates, site: site, reasons: reasons)
  }

  private typealias Compiled = Result<(words: Words, templates: SiteTemplates), any Error>

  private static let english = compiled("en")
  private static let french = compiled("fr")

  private static func compiled(_ language: String) -> Compiled {
    Result {
      let words = try ExampleSite.words(language)
      let templates = BuiltInTemplates.files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
        .filter { !$0.name.hasPrefix("customer/") }
        .map { TemplateFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }
      return (words, try SiteTemplates(templates, words: words))
    }
  }

  /// The text of a file with its transport encoding undone, so that a search finds what a reader sees.
  static func text(of file: OutputFile) -> String {
    let text = String(decoding: file.bytes, as: UTF8.self)
    if file.path.hasSuffix(".ics") { return text.replacing("\r\n ", with: "") }
    guard file.path.hasSuffix(".eml") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.replacing("=\r\n", with: "").utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "="), digits.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
