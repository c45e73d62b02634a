import Foundation
import Templates
import Testing

/// Escaped text passes through libcmark-gfm unchanged, wherever a template may put it.
@Suite struct EscapedTextTests {
  private static let pieces =
    Array("ab1 2.,:/%;!?*_[]()<>&#+-=|~`\\'\"{}^$@").map(String.init)
    + [
      "1. ", "- ", "---", "http://a.b", "www.a.b", "a@b.c", "&amp;", "0.62", ":-", "é", "\u{600}", "\u{301}", "://",
      "1)",
    ]

  private func randomText(_ seed: inout UInt64) -> String {
    var text = ""
    for _ in 0..<8 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += Self.pieces[Int((seed >> 33) % UInt64(Self.pieces.count))]
    }
    return text
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escapeMarkdown(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as a browser shows it: references for the characters with a meaning in HTML.
  private func html(_ text: String) -> String {
    var result = ""
    var text = Substring(text)
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  @Test func `random text comes out as itself in a paragraph, a heading, an item, a cell and a link`() {
    var seed: UInt64 = 2026
    for _ in 0..<4000 {
      let text = randomText(&seed)
      let escaped = escaped(text)
      let shown = html(text)
      guard !shown.isEmpty else { continue }
      #expect(page(escaped).utf8.elementsEqual("<p>\(shown)</p>\n".utf8), "\(text)")
      #expect(page("# \(escaped)").utf8.elementsEqual("<h1>\(shown)</h1>\n".utf8), "\(text)")
      #expect(
        page("x\n\n- \(escaped)").utf8.elementsEqual("<p>x</p>\n<ul>\n<li>\(shown)</li>\n</ul>\n".utf8), "\(text)")
      #expect(
        page("[\(escaped)](a.html)").utf8.elementsEqual("<p><a href=\"a.html\">\(shown)</a></p>\n".utf8), "\(text)")
      #expect(page("| A |\n|---|\n| \(escaped) |").contains("<th scope=\"row\">\(shown)</th>"), "\(text)")
    }
  }
}
