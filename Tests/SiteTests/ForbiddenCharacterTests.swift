import Templates
import Testing

@testable import Site

@Suite struct ForbiddenCharacterTests {
  /// Every scalar beyond ASCII that HTML forbids, in the middle of a text.
  @Test func `every character that HTML forbids is replaced, and none beside it is touched`() {
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(String(scalar))b"
      // Most of Unicode is neither close to a forbidden character nor special.
      guard value < 0x3000 || (0xFD00...0xFFFF).contains(value) || value & 0xFFFF >= 0xFFF0 || value & 0xFFFF < 2 else {
        continue
      }
      var html = Array(text.utf8)
      replaceForbidden(in: &html)
      let shown = String(decoding: html, as: UTF8.self).unicodeScalars
      if value < 0xA0 {
        #expect(shown.elementsEqual("a  b".unicodeScalars))
      } else if scalar.properties.isNoncharacterCodePoint {
        #expect(shown.filter { $0 != " " }.elementsEqual("a\u{FFFD}b".unicodeScalars), "\(value)")
      } else {
        #expect(html == Array(text.utf8), "\(value)")
      }
    }
  }

  @Test func `a text that is cut at its end is left alone`() {
    for bytes: [UInt8] in [[0xC2], [0xEF], [0xEF, 0xBF], [0xF0, 0x9F, 0xBF], []] {
      var html = bytes
      replaceForbidden(in: &html)
      #expect(html == bytes)
    }
  }
}
