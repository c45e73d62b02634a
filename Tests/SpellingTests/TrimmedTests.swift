import Spelling
import Testing

/// Trimming the ends of texts.
@Suite struct TrimmedTests {
  @Test(arguments: [
    (" \u{A0}a b\n", "a b"), ("", ""), (" \t", ""), ("a", "a"), (" \u{301}x ", "\u{301}x"), ("\r\nx\r\n", "x"),
  ])
  func `white space at both ends goes, and nothing else`(text: String, expected: String) {
    #expect(text.trimmed().unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `other signs go with it`() {
    #expect(" Context : ".trimmed(of: [":"]) == "Context")
  }
}
